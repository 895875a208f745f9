export type Refusal = { code: string, args: { [key in string]: string }, };
export type StaffName = { id: string, name: string, post_kk: string, post_ru: string, language: "kk" | "ru", };
export type Desk = { label: string, branch: string, branch_kk: string, branch_ru: string, language: "kk" | "ru", };
export type SignInState = { desk: Desk, staff: Array<StaffName>, demonstration: boolean, };
export type Entry = { number: string, time: string, name: string, language: "kk" | "ru", state: string, };
export type Today = { day: string | null, desk: Desk, staff: StaffName, entries: Array<Entry>, };
