import { describe, expect, it } from 'vitest';

import { lettered, piece } from './paging';

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

  it('stands in the order of its letters, by the word that tells one name from another', () => {
    const of = (names: string[]) => {
      const { rows, letters } = lettered(names, (name) => name);
      return [rows.join(', '), letters.map(({ letter, at }) => `${letter}${at}`).join(' ')];
    };
    expect(of(['Министр юстиции', 'Министр финансов', 'Министр здравоохранения'])).toEqual(['Министр здравоохранения, Министр финансов, Министр юстиции', 'З0 Ф1 Ю2']);
    expect(of(['Қонаев қаласының әкімі', 'Абай облысының әкімі', 'Алматы облысының әкімі'])).toEqual(['Абай облысының әкімі, Алматы облысының әкімі, Қонаев қаласының әкімі', 'А0 Қ2']);
    expect(of(['Экология', 'Ішкі істер', 'Ұлттық экономика', 'Әділет', 'Ауыл'])[1], 'the Kazakh alphabet').toBe('А0 Ә1 Ұ2 І3 Э4');
    expect(of(['Министр юстиции'])).toEqual(['Министр юстиции', 'М0']);
    expect(of([])).toEqual(['', '']);
  });
});
