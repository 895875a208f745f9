import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { EntryLine, EntrySheet } from '../../backend/types';
import { find, Hands, text } from '../hands.testing';
import { PaperDesk, RECEPTION_MAY } from '../paper-desk.testing';

const LINE: EntryLine = { number: '0512-A-2026/000123', day: '22.11.2026', time: '14:06', name: 'Қасымова Ә. Т.', language: 'kk', state: 'filed', needs_help: false };
const SHEET: EntrySheet = {
  number: LINE.number, day: LINE.day, time: LINE.time, desk: 'A', state: 'filed', names: { surname: 'Касымова', given: 'Әлия', patronymic: null, no_patronymic: true },
  full_name: 'Касымова Әлия', latin: null, iin: '680503••••••', document: { kind: 'id_card', country: 'KAZ', number: '012345678', issuer: null, issued: null, expires: null },
  capacity: { role: 'oneself' }, read_by: 'typed', language: 'kk', needs_help: false, ticket: null, rules: '2021', annulled: null, notes: [],
  fields: [{ name: 'surname', value: 'Касымова' }, { name: 'given', value: 'Әлия' }], appeals: [],
  history: [{ at: '14:06', day: '22.11.2026', code: 'entry-registered', args: {}, by: 'Ахметова Г.', node: 'A', correction: false }, { at: '14:00', day: '22.11.2026', code: 'nobody-knows-it', args: {}, by: null, node: 'A', correction: false }],
};

let paper: PaperDesk;
let hands: Hands;

beforeEach(async () => {
  paper = new PaperDesk();
  paper.entries = [LINE];
  paper.sheet = SHEET;
  paper.may = [...RECEPTION_MAY, 'annul'];
  hands = new Hands(paper);
  await hands.wait(100);
  await hands.press('ң', { code: 'Digit2', altKey: true });
  await hands.click('[data-entry] .opens');
  await hands.wait(50);
});
afterEach(() => hands.off());

describe('an opened entry', () => {
  it('stands beside the list with its history; what has no words yet is said plainly', () => {
    const sheet = text('[data-sheet=entry]');
    for (const words of ['Касымова Әлия', LINE.number, '680503••••••', 'Тіркелді', 'Дерек жазылды']) expect(sheet).toContain(words);
  });

  it('F8 shows the IIN for twenty seconds', async () => {
    await hands.press('F8');
    expect(text('[data-sheet=entry]')).toContain('680503100001');
    await hands.wait(20_000);
    expect(text('[data-sheet=entry]')).not.toContain('680503100001');
  });

  it('is corrected by E, field, value, reason and Enter, old and new side by side', async () => {
    await hands.press('у', { code: 'KeyE' });
    await hands.press('1', { code: 'Digit1' });
    const field = find<HTMLInputElement>('[name=new-value]');
    if (field) field.value = '';
    await hands.type('Қасымова');
    expect(text('.old')).toBe('Касымова');
    await hands.press('Enter');
    await hands.press('1', { code: 'Digit1' });
    expect(paper.asked).toEqual([]);
    await hands.press('Enter');
    expect(paper.asked).toEqual([`correct ${LINE.number} {"surname":"Қасымова"} теру кезінде қате кетті`]);
  });

  it('Esc goes back from the reason to the value, from the value to the fields, from the correction to the entry', async () => {
    await hands.press('у', { code: 'KeyE' });
    await hands.press('1', { code: 'Digit1' });
    const field = () => find<HTMLInputElement>('[name=new-value]');
    await hands.type('!');
    const typed = field()?.value;
    await hands.press('Enter');
    expect(field()?.readOnly).toBe(true);
    await hands.press('Escape');
    expect([field()?.readOnly, field()?.value, document.activeElement === field()]).toEqual([false, typed, true]);
    await hands.press('Escape');
    expect([field()?.value, (document.activeElement as HTMLInputElement).type]).toEqual([typed, 'radio']);
    await hands.press('Escape');
    expect(find('[data-correction]')).toBeNull();
    expect(document.activeElement?.closest('[data-sheet=entry]')).not.toBeNull();
    await hands.press('Escape');
    expect(find('[data-sheet=entry]')).toBeNull();
    expect(document.activeElement?.closest('tr')?.dataset['entry']).toBe(LINE.number);
  });

  it('closed by its button leaves the focus where the work goes on', async () => {
    await hands.press('у', { code: 'KeyE' });
    await hands.click('[data-correction] .acts button:last-child');
    expect(document.activeElement?.closest('[data-sheet=entry]')).not.toBeNull();
    await hands.click('[data-sheet=entry] .panel-head button');
    expect(document.activeElement?.closest('tr')?.dataset['entry']).toBe(LINE.number);
  });

  it('arrows walk among the fields and the reasons, a digit or a click chooses', async () => {
    const walked = async (at: number) => {
      const radio = document.querySelectorAll<HTMLInputElement>('[data-correction] [type=radio]')[at];
      radio?.focus();
      radio?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', code: 'ArrowDown', bubbles: true, cancelable: true }));
      radio?.click();
      await hands.wait(50);
      return document.activeElement === radio;
    };
    await hands.press('у', { code: 'KeyE' });
    expect(await walked(1)).toBe(true);
    expect(find<HTMLInputElement>('[name=new-value]')?.value).toBe('Әлия');
    await hands.press('1', { code: 'Digit1' });
    expect(document.activeElement?.getAttribute('name')).toBe('new-value');
    await hands.type('!');
    await hands.press('Enter');
    expect(await walked(4)).toBe(true);
    expect(await walked(1)).toBe(true);
    await hands.press('Enter');
    expect(paper.asked[0]).toContain('құжаттағы жазуға сәйкестендіру');
  });

  it('is annulled only after a question, with a reason', async () => {
    await hands.click('[data-sheet=entry] .panel-foot .quiet');
    expect(text('dialog')).toContain(LINE.number);
    await hands.press('Escape');
    find('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await hands.settled();
    expect(paper.asked).toEqual([]);
    await hands.click('[data-sheet=entry] .panel-foot .quiet');
    await hands.press('2', { code: 'Digit2' });
    await hands.press('Enter');
    expect(paper.asked).toEqual([`annul ${LINE.number} басқа адам тіркелген`]);
  });

  it('nobody corrects or annuls who may not', async () => {
    paper.may = ['read'];
    paper.announce();
    await hands.settled();
    expect(find('[data-sheet=entry] .panel-foot')).toBeNull();
    expect(find('[data-show-iin]')).toBeNull();
    expect(text('[data-sheet=entry] .iin')).not.toContain('F8');
    expect(document.querySelectorAll('nav button').length).toBe(5);
  });
});

it('Alt+2 puts the cursor into the find box, and an entry that was opened keeps it', async () => {
  await hands.press('й', { code: 'Digit1', altKey: true });
  await hands.press('ә', { code: 'Digit2', altKey: true });
  expect(document.activeElement?.closest('[data-sheet=entry]'), 'the entry still lies open').not.toBeNull();
  await hands.press('Escape');
  await hands.press('й', { code: 'Digit1', altKey: true });
  await hands.press('ә', { code: 'Digit2', altKey: true });
  expect(document.activeElement?.id).toBe('journal-find');
});

it('a second print asks for a reason, and the digit chooses it', async () => {
  paper.printed = 1;
  await hands.press('F7');
  await hands.wait(300);
  await hands.press('Enter');
  expect(paper.asked).toEqual([]);
  await hands.press('2', { code: 'Digit2' });
  await hands.press('Enter');
  expect(find<HTMLInputElement>('#scan-box')?.value).toBe('');
  expect(paper.asked).toEqual(['printRoster 22.11.2026 парақ бүлінді']);
});

it('a page that is read late takes the cursor only from where nobody types', async () => {
  let answer = () => {};
  const sheet = await paper.rosterSheet();
  paper.rosterSheet = () => new Promise((come) => (answer = () => come(sheet)));
  find('#scan-box')?.focus();
  await hands.press('5', { code: 'Digit5', altKey: true });
  await hands.type('Ос');
  answer();
  await hands.wait(300);
  expect(document.activeElement?.id).toBe('scan-box');
});

it('today’s roster is F7 and Enter', async () => {
  hands.keys = 0;
  await hands.press('F7');
  await hands.wait(300);
  await hands.press('Enter');
  expect(hands.keys).toBe(2);
  expect(paper.asked).toEqual(['printRoster 22.11.2026 null']);
});
