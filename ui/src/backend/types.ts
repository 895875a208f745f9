/** What the program answers. Written by `cargo xtask schema` from src-tauri/src/answers.rs; never by hand. */

export type Refusal = { code: string, args: { [key in string]: string }, };

export type Language = "kk" | "ru";

export type Nameplate = { desk: string, branch_kk: string, branch_ru: string, };

export type StaffChoice = { id: string, name: string, post_kk: string, post_ru: string, };

export type SignInState = { desk: Nameplate, staff: Array<StaffChoice>, demonstration: boolean, };

export type EntryLine = { number: string, time: string, name: string, language: Language, state: string, };

export type Today = { desk: Nameplate, day: string | null, worker: string, language: Language, entries: Array<EntryLine>, };
