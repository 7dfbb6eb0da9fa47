//! What of the vocabulary lies in rows.

use comity_model::{
    Claim, Compared, Comparison, Completeness, Counting, Coverage, Dispute, Entity, EntityAttribute,
    EntityKind, Filter, IdentityJudgement, Level, Link, LinkAttribute, LinkKind, Mention, Modality, Name,
    OpenMention, Polarity, Quantity, ReadExtent, Sameness, Scope, Shape, Source, SourceKind, Standing,
    Statement,
};

use super::reader::RowReader;
use super::row::{InRow, RowWriter, fields, words};

words!(
    Comparison,
    Completeness,
    Counting,
    EntityAttribute,
    EntityKind,
    Level,
    LinkAttribute,
    LinkKind,
    Modality,
    Polarity,
    ReadExtent,
    Sameness,
    SourceKind,
    Standing,
);

fields!(Entity {
    id,
    kind,
    name,
    names,
    levels,
    class,
    country,
    within,
    point,
    population,
    wikidata,
    gazetteer,
    about,
});
fields!(Name { text, lang });
fields!(Link {
    claim,
    part,
    kind,
    subject,
    object,
    attributes,
    valid,
    observed,
    source,
    locator,
    label,
    root,
    polarity,
    modality,
    standing,
    by,
    called,
});
fields!(Statement { id, claim, standing });
fields!(Claim {
    source,
    locator,
    label,
    shape,
    valid,
    observed,
    cites,
    polarity,
    modality,
    standing,
    by,
    reason,
    words,
    caveat,
});
fields!(Mention { text, country, admin, kind, level, point, population, id, with });
fields!(Scope { link, subject, object, counting, except, purpose, wording });
fields!(Filter { kind, level, class, entity, within, population_from });
fields!(Quantity { low, high, approximate, unit });
fields!(Compared { how, to });
fields!(OpenMention { claim, slot, kind, source, locator, text, country, admin, others, why });
fields!(Source {
    id,
    kind,
    title,
    author,
    publisher,
    issuer,
    derived_from,
    date,
    seen,
    url,
    lang,
    licence,
    digest,
    caveat,
});
fields!(Coverage {
    source,
    link,
    subject,
    object,
    period,
    looked,
    completeness,
    read,
    exhaustive,
    found,
    note,
});
fields!(Dispute { claim, by, why });
fields!(IdentityJudgement { a, b, sameness, by, why });

impl InRow for Shape {
    fn put(&self, row: &mut RowWriter) {
        match self {
            Self::Link { subject, kind, object, attributes } => {
                row.word(0);
                subject.put(row);
                kind.put(row);
                object.put(row);
                attributes.put(row);
            }
            Self::Attribute { entity, attribute, value, unit } => {
                row.word(1);
                entity.put(row);
                attribute.put(row);
                value.put(row);
                unit.put(row);
            }
            Self::Count { scope, quantity, compared } => {
                row.word(2);
                scope.put(row);
                quantity.put(row);
                compared.put(row);
            }
            Self::Absence { scope } => {
                row.word(3);
                scope.put(row);
            }
            Self::Opinion { text, author, about } => {
                row.word(4);
                text.put(row);
                author.put(row);
                about.put(row);
            }
        }
    }

    fn take(row: &mut RowReader<'_>) -> Self {
        match row.word() {
            0 => Self::Link {
                subject: InRow::take(row),
                kind: InRow::take(row),
                object: InRow::take(row),
                attributes: InRow::take(row),
            },
            1 => Self::Attribute {
                entity: InRow::take(row),
                attribute: InRow::take(row),
                value: InRow::take(row),
                unit: InRow::take(row),
            },
            2 => Self::Count {
                scope: InRow::take(row),
                quantity: InRow::take(row),
                compared: InRow::take(row),
            },
            3 => Self::Absence { scope: InRow::take(row) },
            4 => Self::Opinion { text: InRow::take(row), author: InRow::take(row), about: InRow::take(row) },
            other => unreachable!("{other} is no shape that was put"),
        }
    }
}
