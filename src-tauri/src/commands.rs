//! What the window may ask. Each command unpacks, calls and packs; it decides nothing.
//!
//! All run beside the window's own thread: a key is derived slowly on purpose and a disk may be slow.

use tauri::State;
use zeroize::Zeroizing;

use crate::answers::{Refusal, SignInState, Today};
use crate::reception::Reception;

type Answer<T> = Result<T, Refusal>;

#[tauri::command(async)]
pub fn sign_in_state(reception: State<Reception>) -> Answer<SignInState> {
    reception.door().map_err(Refusal::from)
}

#[tauri::command(async)]
pub fn sign_in(reception: State<Reception>, staff: String, password: String) -> Answer<()> {
    reception
        .sign_in(&staff, &Zeroizing::new(password))
        .map_err(Refusal::from)
}

#[tauri::command(async)]
pub fn today(reception: State<Reception>) -> Answer<Today> {
    reception.today().map_err(Refusal::from)
}

#[tauri::command(async)]
pub fn lock(reception: State<Reception>) -> Answer<()> {
    reception.lock().map_err(Refusal::from)
}
