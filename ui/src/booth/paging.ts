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
