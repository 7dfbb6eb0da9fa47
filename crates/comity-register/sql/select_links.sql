SELECT claim, part, kind, subject, object, attributes, valid, observed, source, locator, root,
       polarity, modality, standing, called, instrument
FROM link WHERE from_seq <= $1 AND to_seq > $1
