-- The ledger of the first format stays, under another name; what was derived from it goes.
ALTER TABLE ledger RENAME TO ledger_format_1;
ALTER TABLE payload RENAME TO payload_format_1;
DROP TABLE IF EXISTS batch, source, entity, name, claim, reading, pending, link, same, coverage;
