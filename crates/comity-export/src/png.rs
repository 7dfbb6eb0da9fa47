//! A picture as PNG, with letters of a font that the program brings along.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};

use crate::error::ExportError;

/// Twice as many dots as the drawing has units: sharp on paper and on a phone.
const SCALE: f32 = 2.0;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [dejavu::sans::regular(), dejavu::sans::bold()] {
        fonts.load_font_data(font.to_vec());
    }
    fonts.set_sans_serif_family("DejaVu Sans");
    Arc::new(fonts)
});

/// Renders what [`crate::draw`] drew. The same drawing gives the same bytes on every machine, because no font of
/// the machine is used; the font has Latin, Greek, Cyrillic, Arabic and Hebrew letters, and a box for others.
pub fn render_png(svg: &str) -> Result<Vec<u8>, ExportError> {
    let refused = |why: String| ExportError::Picture { why };
    let options =
        Options { font_family: "DejaVu Sans".to_owned(), fontdb: Arc::clone(&FONTS), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| refused(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(SCALE);
    let size = size.ok_or_else(|| refused("it has no size".to_owned()))?;
    let pixmap = Pixmap::new(size.width(), size.height());
    let mut pixmap = pixmap.ok_or_else(|| refused("it is too large".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| refused(error.to_string()))
}
