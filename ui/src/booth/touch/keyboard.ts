/**
 * The booth's own keyboard: which keys stand where, and what a key does to what is written. There is no cursor to lose: letters come
 * to the end, and the erasing key takes the last one away, once for each touch.
 */

/** What is written: an address with its digits, a name without them, or an e-mail. */
export type Layout = 'post' | 'name' | 'mail';

/** Upright there is room for eleven keys beside one another, across for nineteen. */
type Rows = readonly string[];

const UPRIGHT: Record<Layout, Rows> = {
  post: ['1234567890-', 'әіңғүұқөһёъ', 'йцукенгшщзх', 'фывапролджэ', 'ячсмитьбю,.'],
  name: ['әіңғүұқөһёъ', 'йцукенгшщзх', 'фывапролджэ', 'ячсмитьбю-.'],
  mail: ['1234567890', 'qwertyuiop_', 'asdfghjkl@', 'zxcvbnm.-+'],
};
const ACROSS: Record<Layout, Rows> = {
  post: ['йцукенгшщзхъәің1234', 'фывапролджэғүұқ5678', 'ячсмитьбюёөһ-,.90/№'],
  name: ['йцукенгшщзхъәің', 'фывапролджэғүұқ', 'ячсмитьбюёөһ-.'],
  mail: ['qwertyuiop_1234', 'asdfghjkl@-5678', 'zxcvbnm.+90'],
};

/** The rows of keys, from above. */
export function rows(layout: Layout, across: boolean): string[][] {
  return (across ? ACROSS : UPRIGHT)[layout].map((row) => [...row]);
}

/** Nobody's address is longer; what comes after is not written. */
export const LONGEST = 200;

/** A name, a street and a house begin with a capital; in an e-mail nothing does. */
export const capitalNext = (text: string, layout: Layout): boolean => layout !== 'mail' && (text === '' || /[.,]\s$/u.test(text));

/** One more symbol. Nothing begins with a space, and two spaces are one. */
export function add(text: string, symbol: string, capital: boolean): string {
  if (text.length >= LONGEST || (symbol === ' ' && (text === '' || text.endsWith(' ')))) return text;
  return text + (capital ? symbol.toLocaleUpperCase('kk') : symbol);
}

/** One symbol less. */
export const erase = (text: string): string => [...text].slice(0, -1).join('');

/** What was written, or that nothing was. */
export const written = (text: string): string | null => text.trim() || null;
