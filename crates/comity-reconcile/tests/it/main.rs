//! The engine on the compiled gazetteer: text in, decision out.

mod c40;
mod cases;
mod entities;
mod field_cases;
mod former_countries;
mod gemellaggi;
mod homonyms;
mod points;
mod same;
