/** Sheets that are parked: none is lost, none comes back from the dead, and there is room for five. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { find, Hands, text } from './hands.testing';
import { LAST, PaperDesk, person, reception } from './paper-desk.testing';
import { VisitSheet } from './visit/visit-state.svelte';

const CODE = '680503100001';
let paper: PaperDesk;
let hands: Hands;

async function begin(prepare: (paper: PaperDesk) => void = () => {}) {
  paper = new PaperDesk();
  paper.scans[CODE] = { scanned: 'visitor', person: person(), last: LAST, times: 2 };
  paper.scans['05128046527280'] = { scanned: 'receipt', number: '05128046527280' };
  const line = reception('r1');
  paper.scans['ROSTER-1'] = { scanned: 'reception', verdict: { kind: 'expected', line, minutes: 8, punctuality: 'early' } };
  prepare(paper);
  hands = new Hands(paper);
  await hands.wait(100);
}
afterEach(() => hands.off());

const value = (name: string) => find<HTMLInputElement>(`[name="${name}"]`)?.value;
const refused = () => text('[role=search] [role=alert]');

/** Five parked visits, the first of them opened by F6. */
function five(desk: PaperDesk) {
  desk.kept = [1, 2, 3, 4, 5].map((at) => {
    const visit = new VisitSheet(`d${at}`, 'kk');
    visit.typed.surname = `Тест${at}`;
    return { id: visit.id, begun_by: 'Ахметова Г.', begun_at: '14:00', minutes: at, title: visit.title, sheet: visit.parking };
  });
}

describe('a draft', () => {
  it('that nobody typed into goes at once when it is not wanted', async () => {
    await begin();
    await hands.scan(CODE);
    await hands.wait(1000);
    expect(paper.kept).toHaveLength(1);
    await hands.click('[data-discard] button');
    expect(find('dialog, [data-sheet]')).toBeNull();
    expect(paper.kept).toEqual([]);
  });

  it('that somebody typed into is asked about first, and the safe answer keeps it', async () => {
    await begin();
    await hands.press('F2');
    await hands.type('68');
    await hands.wait(1000);
    await hands.click('[data-discard] button');
    expect(text('dialog')).toContain('Жоба жойылсын ба?');
    expect(document.activeElement?.textContent).toContain('Сол күйінде қалсын');
    await hands.press('Enter');
    expect(value('iin')).toBe('68');
    await hands.click('[data-discard] button');
    await hands.click('dialog .answers button:last-child');
    expect(find('dialog, [data-sheet]')).toBeNull();
    expect(document.activeElement?.id).toBe('scan-box');
    expect(paper.kept).toEqual([]);
    await hands.wait(1000);
    expect(paper.kept, 'nothing puts it back').toEqual([]);
  });

  it('that was emptied is no draft', async () => {
    await begin();
    await hands.press('F2');
    await hands.type('68');
    await hands.press('Escape');
    await hands.press('F6');
    const field = find<HTMLInputElement>('[name=iin]');
    if (!field) throw new Error('no field');
    field.value = '';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await hands.press('Escape');
    expect(paper.kept).toEqual([]);
    expect(find('[data-drafts]')).toBeNull();
  });

  it('is what was typed of the person somebody speaks for, too', async () => {
    await begin();
    await hands.press('F2');
    find('[data-primary]')?.focus();
    await hands.press('2', { code: 'Digit2' });
    await hands.type('Ли');
    await hands.press('Escape');
    expect(paper.kept).toHaveLength(1);
  });
});

describe('with five parked', () => {
  beforeEach(() => begin(five));

  it.each(['F2', 'scan'])('a sixth is refused before it opens (%s), F6 walks the five', async (how) => {
    if (how === 'F2') await hands.press('F2');
    else await hands.scan(CODE);
    expect(find('[data-sheet]')).toBeNull();
    expect(refused()).toContain('Жоба саны беске жетті');
    for (const at of [1, 2, 3]) {
      await hands.press('F6');
      expect(value('surname')).toBe(`Тест${at}`);
    }
    await hands.press('F2');
    expect(value('surname'), 'what lies open stays open').toBe('Тест3');
    find('[name=given]')?.focus();
    await hands.type('Ая');
    await hands.press('F6');
    expect(value('surname')).toBe('Тест4');
    expect(paper.kept.find((draft) => draft.id === 'd3')?.sheet).toContain('Ая');
    expect(text('[data-draft=d3]')).toContain('Тест3 А.');
    await hands.click('[data-draft=d3]');
    expect(value('given'), 'it comes back as it was put away').toBe('Ая');
  });

  it('a reception and a receipt open, and the one that lay open is kept', async () => {
    await hands.press('F6');
    find('[name=given]')?.focus();
    await hands.type('Ая');
    await hands.wait(400);
    await hands.scan('ROSTER-1');
    expect(find('[data-sheet=arrival]')).not.toBeNull();
    expect(paper.kept.find((draft) => draft.id === 'd1')?.sheet).toContain('Ая');
    await hands.press('F6');
    await hands.scan('05128046527280');
    expect(find('[data-page=appeals]')).not.toBeNull();
  });

  it('one less makes room', async () => {
    await hands.press('F6');
    await hands.click('[data-discard] button');
    await hands.click('dialog .answers button:last-child');
    await hands.press('F2');
    expect(find('[data-sheet=visit]')).not.toBeNull();
  });
});

describe('a draft the store does not take', () => {
  beforeEach(async () => {
    await begin();
    await hands.press('F2');
    await hands.type('68');
    await hands.wait(400);
    paper.keepRefuses = 'draft-too-long';
  });

  it.each<[string, string, KeyboardEventInit]>([
    ['Esc', 'Escape', {}], ['F12', 'F12', {}], ['Alt+2', '2', { code: 'Digit2', altKey: true }], ['F3', 'F3', {}], ['F7', 'F7', {}],
  ])('stays open with what was typed: %s', async (_, key, init) => {
    await hands.press(key, init);
    expect(value('iin')).toBe('68');
    expect(refused()).toContain('Жоба тым ұзын');
    expect(paper.signedIn).toBe(true);
  });

  it('nor does a scan of something else close it', async () => {
    await hands.scan('05128046527280');
    expect(value('iin')).toBe('68');
    await hands.scan('ROSTER-1');
    expect(value('iin')).toBe('68');
  });
});
