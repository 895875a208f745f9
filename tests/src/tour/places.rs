//! Where things stand in the windows: the names by which the screens are driven, in one place.

/// The worker's list at the door: whoever bears the name, pressed.
pub const CHOOSE_WORKER: &str =
    "const one = [...document.querySelectorAll('[data-page=\"sign-in\"] label')].find((label) => label.innerText.includes(arguments[0]));
     if (one) one.querySelector('input').click(); return one !== undefined";
pub const PASSWORD: &str = "[data-page=\"sign-in\"] input[type=password]";
pub const ENTER_BUTTON: &str = "[data-page=\"sign-in\"] button[type=submit]";
pub const OPENING: &str = "[data-page=\"opening\"] [data-primary]";
pub const TODAY: &str = "[data-page=\"today\"]";
pub const FREE_BOOTH: &str = "[data-booth=\"01\"][data-state=\"free\"]";
pub const VISIT: &str = "[data-sheet=\"visit\"]";
pub const ARRIVAL: &str = "[data-sheet=\"arrival\"]";
pub const ENTRY: &str = "[data-sheet=\"entry\"]";
/// What the status line says was done last.
pub const DONE: &str = "const line = document.querySelector('[data-done]'); return line ? line.innerText : ''";

/// A field of the sheet that lies open.
pub fn field(name: &str) -> String {
    format!("{VISIT} [name=\"{name}\"]")
}

/// The visit sheet at its first, second or third statement.
pub fn statement(step: u8) -> String {
    format!("{VISIT} [data-step=\"{step}\"] [data-primary]")
}

/// A page of the booth.
pub fn page(name: &str) -> String {
    format!("[data-page=\"{name}\"]")
}

/// A button of the booth or the board.
pub fn press(name: &str) -> String {
    format!("[data-press=\"{name}\"]")
}
