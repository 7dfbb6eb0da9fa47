//! The engine on the compiled gazetteer: text in, decision out.

mod cases;
mod points;
