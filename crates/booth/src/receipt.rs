//! The receipt of an appeal just filed, as the bytes its printer takes.

use qabyldau_domain::booth::Filing;
use qabyldau_domain::facts::BranchNamed;
use qabyldau_domain::language::Language;
use qabyldau_domain::secret_code::SecretCode;
use qabyldau_paper::escpos::{Ending, to_escpos};
use qabyldau_paper::raster::to_raster;
use qabyldau_paper::receipt::{Expected, Receipt, Roll};
use zeroize::Zeroizing;

use crate::door::Filed;
use crate::error::BoothError;

/// How receipts are printed here.
#[derive(Debug, Clone)]
pub struct ReceiptPaper {
    /// The roll.
    pub roll: Roll,
    /// Feed or cut.
    pub ending: Ending,
    /// Name of the portal where the answer is seen.
    pub answer_place: String,
}

/// Draws the receipt with its secret code. Nothing of it is kept: the bytes go to the printer and are wiped.
pub(crate) fn draw(
    paper: &ReceiptPaper,
    branch: &BranchNamed,
    addressee: &str,
    filing: &Filing,
    filed: &Filed,
    code: &SecretCode,
) -> Result<Zeroizing<Vec<u8>>, BoothError> {
    let (name, address) = match filing.language {
        Language::Kk => (&branch.name_kk, &branch.address_kk),
        Language::Ru => (&branch.name_ru, &branch.address_ru),
    };
    let receipt = Receipt {
        language: filing.language,
        branch: name.clone(),
        address: address.clone(),
        day: filed.day.format("%d.%m.%Y").to_string(),
        time: filed.time.format("%H:%M").to_string(),
        registration: filed.number,
        kind: filing.kind,
        addressee: addressee.to_owned(),
        expected: filed.promise.as_ref().map(|promise| Expected {
            day: promise.due.format("%d.%m.%Y").to_string(),
            source: promise.source.clone(),
        }),
        secret_code: Some(code.clone()),
        answer_place: paper.answer_place.clone(),
        duplicate: 0,
    };
    let sheet = receipt.lay_out(paper.roll).map_err(BoothError::Paper)?;
    let page = sheet.pages.first().ok_or(BoothError::NotAdmitted)?;
    let bitmap = to_raster(page).map_err(BoothError::Paper)?;
    Ok(Zeroizing::new(to_escpos(&bitmap, paper.ending)))
}
