/** The pages of the desk, in the order of their numbers, and who has use of each. */
export const PAGES = ['today', 'journal', 'receptions', 'appeals', 'rosters', 'devices', 'ledger'] as const;
export type Page = (typeof PAGES)[number];

/** The columns of Today. */
export const COLUMNS = ['waiting', 'receptions', 'booths'] as const;
export type Column = (typeof COLUMNS)[number];

/** A page is offered to whoever may do one of these. What may really be done is known to the program alone. */
const FOR: Record<Page, readonly string[]> = {
  today: ['read'],
  journal: ['read'],
  receptions: ['read'],
  appeals: ['read'],
  rosters: ['print', 'import_roster'],
  devices: ['read'],
  ledger: ['audit', 'close_day'],
};

export function offered(may: readonly string[]): Page[] {
  return PAGES.filter((page) => FOR[page].some((deed) => may.includes(deed)));
}
