//! The PDF back end: draws a display list with printpdf's plain operations, fonts cut down to the glyphs used.
//!
//! Nothing is laid out here. Every glyph is named by its number and carries its character, so that the text can be searched and
//! copied with all Kazakh letters. Equal sheets made at an equal time are equal byte for byte.

use printpdf::{
    Codepoint, CustomPdfConformance, FontId, Mm, Op, PaintMode, PdfConformance, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Pt, Rect, TextItem, TextMatrix, date::OffsetDateTime,
};
use sha2::{Digest, Sha256};

use crate::PaperError;
use crate::display_list::{Item, Page, Sheet, Weight};

mod subset;

use subset::Subset;

/// What a PDF says of itself. A title must hold no personal data: it shows in window titles and print queues.
#[derive(Debug, Clone, Copy)]
pub struct Imprint<'a> {
    /// Title, as «Чек» or «Кесте 22.11.2026».
    pub title: &'a str,
    /// When it was made: seconds since 1970 in UTC. The caller's one instant of the act, never the machine's clock.
    pub created: i64,
}

/// Draws a sheet as a PDF.
///
/// # Errors
/// [`PaperError::Font`] if a shipped font is damaged, [`PaperError::CreationTime`] if the time cannot be written,
/// [`PaperError::Pdf`] if the writer could not embed everything.
pub fn to_pdf(sheet: &Sheet, imprint: Imprint<'_>) -> Result<Vec<u8>, PaperError> {
    let mut document = PdfDocument::new(imprint.title);
    let created = OffsetDateTime::from_unix_timestamp(imprint.created).map_err(|_| PaperError::CreationTime)?;
    let info = &mut document.metadata.info;
    info.creation_date = created;
    info.modification_date = created;
    info.metadata_date = created;
    info.producer = "Qabyldau".to_owned();
    info.conformance = PdfConformance::Custom(CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..CustomPdfConformance::default()
    });
    let subsets = [Subset::of(sheet, Weight::Regular)?, Subset::of(sheet, Weight::Bold)?];
    for subset in &subsets {
        let fonts = &mut document.resources.fonts.map;
        fonts.insert(FontId(subset.resource().to_owned()), PdfFont::new(subset.font()?));
    }
    let points = sheet.resolution.points_per_dot();
    let pages = sheet.pages.iter().map(|page| draw(page, points, &subsets)).collect();
    let mut warnings = Vec::new();
    let mut bytes = document
        .with_pages(pages)
        .save(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PaperError::Pdf(warning.msg.clone()));
    }
    sign_with_content(&mut bytes)?;
    Ok(bytes)
}

fn draw(page: &Page, points: f32, subsets: &[Subset; 2]) -> PdfPage {
    let height = pt(page.height, points);
    let mut ops = Vec::with_capacity(page.items.len() * 3);
    for item in &page.items {
        match item {
            Item::Rect {
                x,
                y,
                width,
                height: tall,
            } => ops.push(Op::DrawRectangle {
                rectangle: Rect {
                    x: Pt(pt(*x, points)),
                    y: Pt(height - pt(y + tall, points)),
                    width: Pt(pt(*width, points)),
                    height: Pt(pt(*tall, points)),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                },
            }),
            Item::Text {
                x,
                baseline,
                size,
                weight,
                text,
            } => {
                let [regular, bold] = subsets;
                let subset = if *weight == Weight::Bold { bold } else { regular };
                let glyphs = text.chars().map(|c| {
                    let (id, shown) = subset.glyph(c);
                    Codepoint::with_cid(id, 0.0, shown.to_string())
                });
                ops.extend([
                    Op::StartTextSection,
                    Op::SetFont {
                        font: PdfFontHandle::External(FontId(subset.resource().to_owned())),
                        size: Pt(pt(*size, points)),
                    },
                    Op::SetTextMatrix {
                        matrix: TextMatrix::Translate(Pt(pt(*x, points)), Pt(height - pt(*baseline, points))),
                    },
                    Op::ShowText {
                        items: vec![TextItem::GlyphIds(glyphs.collect())],
                    },
                    Op::EndTextSection,
                ]);
            }
        }
    }
    PdfPage::new(Mm::from(Pt(pt(page.width, points))), Mm::from(Pt(height)), ops)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a page has far fewer dots than f32 counts exactly"
)]
fn pt(dots: i32, points: f32) -> f32 {
    dots as f32 * points
}

/// printpdf draws the two identifiers in the trailer from a counter of the process. They are replaced, at equal length, by the
/// hash of everything before them: equal sheets get equal identifiers, different ones different.
fn sign_with_content(bytes: &mut [u8]) -> Result<(), PaperError> {
    const KEY: &[u8] = b"/ID[(";
    const LENGTH: usize = 32;
    let missing = || PaperError::Pdf("the trailer holds no identifier".to_owned());
    let key = bytes
        .windows(KEY.len())
        .rposition(|window| window == KEY)
        .ok_or_else(missing)?;
    let first = key + KEY.len();
    let second = first + LENGTH + 2;
    let hash = Sha256::digest(&bytes[..key]);
    let letters: Vec<u8> = hash
        .iter()
        .flat_map(|byte| [b'A' + (byte >> 4), b'A' + (byte & 15)])
        .collect();
    for start in [first, second] {
        let place = bytes.get_mut(start..start + LENGTH).ok_or_else(missing)?;
        if place.iter().any(|byte| !byte.is_ascii_uppercase()) {
            return Err(missing());
        }
        place.copy_from_slice(&letters[..LENGTH]);
    }
    Ok(())
}
