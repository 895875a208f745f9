//! Who opens: one of four keys, each to its own slot.

use std::path::PathBuf;

use qabyldau_domain::fact::StaffId;
use qabyldau_domain::surroundings::Surroundings;
use qabyldau_store::keys::{DatabaseKey, Password, PrintedCode};
use zeroize::Zeroizing;

use super::{Folder, Trouble, keeper, secret};

/// Who opens the folder.
#[derive(clap::Args, Clone)]
#[group(multiple = false)]
pub struct Who {
    /// Қызметкердің аты немесе id; құпиясөз кіріс жолында / имя или id сотрудника; пароль – строкой ввода
    #[arg(long, value_name = "NAME")]
    pub staff: Option<String>,
    /// Қалпына келтіру кілтінің файлы / файл ключа восстановления (AGE-SECRET-KEY-1…)
    #[arg(long, value_name = "FILE")]
    pub recovery: Option<PathBuf>,
    /// Басып шығарылған код кіріс жолдарында / напечатанный код – строками ввода
    #[arg(long)]
    pub printed_code: bool,
    /// Машинаның өзі ашады (хаб, кабина) / открывает сама машина (хаб, кабина)
    #[arg(long)]
    pub device: bool,
}

impl Who {
    /// Nobody was named.
    pub const fn is_nobody(&self) -> bool {
        self.staff.is_none() && self.recovery.is_none() && !self.printed_code && !self.device
    }
}

/// What a slot gave.
pub(super) struct Unlocked {
    pub(super) key: DatabaseKey,
    pub(super) staff: Option<StaffId>,
    pub(super) unaltered: bool,
}

pub(super) fn unlock(folder: &Folder, who: &Who, surroundings: &Surroundings) -> Result<Unlocked, Trouble> {
    let slots = folder.slots();
    if let Some(name) = &who.staff {
        let staff = named(folder, name, surroundings)?;
        let keeper = keeper(&folder.data, false);
        let password = Password::typed(&secret::line(folder.secret_fd)?);
        let signed_in = slots.sign_in(staff, &password, keeper.as_ref(), surroundings)?;
        return Ok(Unlocked {
            key: signed_in.key,
            staff: Some(staff),
            unaltered: true,
        });
    }
    let recovered = if let Some(file) = &who.recovery {
        slots.open_by_recovery_identity(&identity(file)?)?
    } else if who.printed_code {
        let code: PrintedCode = secret::all(folder.secret_fd)?
            .parse()
            .map_err(|_| Trouble::PrintedCodeForm)?;
        slots.open_by_printed_code(&code)?
    } else if who.device {
        let key = slots.open_by_device(keeper(&folder.data, true).as_ref())?;
        return Ok(Unlocked {
            key,
            staff: None,
            unaltered: true,
        });
    } else {
        return Err(Trouble::Nobody);
    };
    Ok(Unlocked {
        key: recovered.key,
        staff: None,
        unaltered: recovered.unaltered,
    })
}

/// The member of staff with this id, or the one with this name.
fn named(folder: &Folder, name: &str, surroundings: &Surroundings) -> Result<StaffId, Trouble> {
    let page = folder.slots().sign_in_page(surroundings)?;
    let id = name.parse::<StaffId>().ok();
    let mut fitting = page
        .people
        .iter()
        .filter(|person| id == Some(person.staff) || person.name == name.trim());
    match (fitting.next(), fitting.next()) {
        (Some(person), None) => Ok(person.staff),
        (Some(_), Some(_)) => Err(Trouble::StaffAmbiguous),
        (None, _) => Err(Trouble::StaffUnknown),
    }
}

/// The line with the key; age's own files carry comments beside it.
fn identity(file: &std::path::Path) -> Result<Zeroizing<String>, Trouble> {
    let text = Zeroizing::new(std::fs::read_to_string(file).map_err(|_| Trouble::RecoveryFile)?);
    let line = text.lines().find(|line| line.trim().starts_with("AGE-SECRET-KEY-1"));
    line.map(|line| Zeroizing::new(line.trim().to_owned()))
        .ok_or(Trouble::RecoveryFile)
}
