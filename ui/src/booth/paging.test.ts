import { describe, expect, it } from 'vitest';

import { piece } from './paging';

describe('a long list', () => {
  const all = ['а', 'ә', 'б', 'в', 'г', 'ғ', 'д'];

  it('is shown in pieces, and says which one stands there', () => {
    expect(piece(all, 0, 3)).toEqual({ rows: ['а', 'ә', 'б'], from: 1, to: 3, of: 7, earlier: false, later: true });
    expect(piece(all, 6, 3)).toEqual({ rows: ['д'], from: 7, to: 7, of: 7, earlier: true, later: false });
  });

  it('has no piece before the first or after the last, whatever the size of the letters made of it', () => {
    expect(piece(all, -3, 3).from).toBe(1);
    expect(piece(all, 90, 4).from).toBe(5);
    expect(piece([], 0, 4)).toEqual({ rows: [], from: 0, to: 0, of: 0, earlier: false, later: false });
  });
});
