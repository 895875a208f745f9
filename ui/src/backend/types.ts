/** What the program answers. Written by `cargo xtask schema` from src-tauri/src/answers.rs; never by hand. */

export type Refusal = { code: string, args: { [key in string]: string }, };

export type Language = "kk" | "ru";

export type Nameplate = { 
/**
 * Branch and label, `0512·A`.
 */
desk: string, branch_kk: string, branch_ru: string, };

export type StaffChoice = { id: string, name: string, post_kk: string, post_ru: string, };

export type SignInState = { desk: Nameplate, staff: Array<StaffChoice>, 
/**
 * The portal's signed directory says that people and documents are invented.
 */
demonstration: boolean, };

export type EntryLine = { number: string, 
/**
 * `14:07`.
 */
time: string, 
/**
 * Surname and initials.
 */
name: string, language: Language, 
/**
 * `registered`, `annulled`, or where its newest visit to a booth stands.
 */
state: string, };

export type Today = { desk: Nameplate, 
/**
 * The open day, `22.11.2026`; none while no day is open.
 */
day: string | null, 
/**
 * Who works here, and the language of their screen.
 */
worker: string, language: Language, 
/**
 * Newest first.
 */
entries: Array<EntryLine>, 
/**
 * No day of the answer can be counted for what is filed today: a warning, intake goes on.
 */
answer_day_unknown: boolean, };
