/** A long list in pieces that fit under the hand: nothing is scrolled. */
export interface Piece<Row> {
  rows: Row[];
  from: number;
  to: number;
  of: number;
  earlier: boolean;
  later: boolean;
}

/** The piece that begins at or before `at`, of `size` rows. */
export function piece<Row>(all: readonly Row[], at: number, size: number): Piece<Row> {
  const last = Math.max(0, Math.floor((all.length - 1) / size) * size);
  const begin = Math.min(Math.floor(Math.max(0, at) / size) * size, last);
  const rows = all.slice(begin, begin + size);
  return { rows, from: begin + (rows.length > 0 ? 1 : 0), to: begin + rows.length, of: all.length, earlier: begin > 0, later: begin + size < all.length };
}

/** A letter, and where the names under it begin. */
export interface Letter {
  letter: string;
  at: number;
}

/** The word a name is looked for by: the first that is not the beginning of every name («Министр …»). */
function tellingWord(name: string, all: readonly string[]): string {
  const [first = '', ...rest] = name.split(' ');
  const shared = all.length > 1 && rest.length > 0 && all.every((one) => one.startsWith(`${first} `));
  return shared ? rest.join(' ') : name;
}

/** Both alphabets in one order: a web view need not know the Kazakh one. */
const ALPHABET = 'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ';
/** The places of its letters, to be compared; what is no letter comes before all. */
const places = (word: string) => [...word].map((letter) => String.fromCharCode(ALPHABET.indexOf(letter) + 1)).join('');

/** A list in the order of its letters, and the letters it has. */
export function lettered<Row>(all: readonly Row[], name: (row: Row) => string): { rows: Row[]; letters: Letter[] } {
  const names = all.map(name);
  const told = all.map((row, at) => ({ row, word: tellingWord(names[at] ?? '', names).toUpperCase() }));
  told.sort((one, other) => (places(one.word) < places(other.word) ? -1 : 1));
  const letters: Letter[] = [];
  for (const [at, { word }] of told.entries()) {
    const letter = word.charAt(0);
    if (letters.at(-1)?.letter !== letter) letters.push({ letter, at });
  }
  return { rows: told.map(({ row }) => row), letters };
}
