/** An IIN corrected on the sheet: nothing of the person it belonged to stays, nothing the worker typed goes. */
import { afterEach, beforeEach, expect, it } from 'vitest';

import type { LastVisit } from '../../backend/types';
import { find, Hands, text } from '../hands.testing';
import { LAST, PaperDesk, person } from '../paper-desk.testing';

const X = '680503100001';
const Y = '700203110101';
const BEFORE: LastVisit = { ...LAST, names: { surname: 'Сейдахметова', given: 'Мадина', patronymic: 'Тестқызы', no_patronymic: false }, language: 'ru', needs_help: true };
const OTHER: LastVisit = {
  ...LAST, iin: Y, latin: null, names: { surname: 'Ким', given: 'Ая', patronymic: null, no_patronymic: true },
  document: { kind: 'passport', country: 'KAZ', number: '047812345', issuer: null, issued: null, expires: null },
};

let paper: PaperDesk;
let hands: Hands;

beforeEach(async () => {
  paper = new PaperDesk();
  paper.scans[X] = { scanned: 'visitor', person: person({ iin: X, read_by: 'typed' }), last: BEFORE, times: 2 };
  hands = new Hands(paper);
  await hands.wait(100);
  await hands.press('F2');
});
afterEach(() => hands.off());

const value = (name: string) => find<HTMLInputElement>(`[name="${name}"]`)?.value;

/** What stands in a field is replaced by this. */
async function write(name: string, words: string) {
  const field = find<HTMLInputElement>(`[name="${name}"]`);
  if (!field) throw new Error(`no field ${name}`);
  field.focus();
  field.value = '';
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await hands.type(words);
}

async function registered() {
  for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
  return paper.registered[0];
}

it('of somebody nobody knows leaves nothing of the one before', async () => {
  await write('iin', X);
  expect(value('surname')).toBe('Сейдахметова');
  await write('iin', Y);
  expect([value('surname'), value('given'), value('patronymic'), value('number')]).toEqual(['', '', '', '']);
  const sheet = text('[data-sheet=visit]');
  for (const trace of ['SEIDAKHMETOVA', 'соңғы рет осы құжат', '03.09.2026']) expect(sheet).not.toContain(trace);
  await write('number', '011111111');
  await write('surname', 'Ли');
  await write('patronymic', '-');
  const visit = await registered();
  expect(visit).toMatchObject({ iin: Y, latin: null, language: 'kk', needs_help: false, document: { kind: 'id_card', number: '011111111', expires: null } });
  expect(visit?.names).toEqual({ surname: 'Ли', given: null, patronymic: null, no_patronymic: true });
});

it('of somebody known fills in that one alone, with their own document', async () => {
  paper.scans[Y] = { scanned: 'visitor', person: person({ iin: Y, read_by: 'typed' }), last: OTHER, times: 1 };
  await write('iin', X);
  await write('iin', Y);
  const visit = await registered();
  expect(visit?.names).toEqual({ surname: 'Ким', given: 'Ая', patronymic: null, no_patronymic: true });
  expect(visit).toMatchObject({ iin: Y, latin: null, document: { kind: 'passport', number: '047812345' } });
});

it('that does not check leaves nothing of the one before either', async () => {
  await write('iin', X);
  await write('iin', '700203110109');
  expect(text('[data-sheet=visit] [role=alert]')).toContain('бақылау саны');
  expect(value('surname')).toBe('');
});

it('keeps what the worker typed, the document of the second person among it', async () => {
  await write('surname', 'Барлыбаева');
  await write('iin', X);
  await hands.click('[data-sheet=visit] .other button');
  await write('number', '022222222');
  await write('iin', Y);
  expect([value('surname'), value('given'), value('number')]).toEqual(['Барлыбаева', '', '022222222']);
});

it('takes back what was filled in of a sheet that lay in the strip meanwhile', async () => {
  await write('iin', X);
  await hands.press('Escape');
  await hands.press('F6');
  await write('iin', Y);
  expect([value('surname'), value('number')]).toEqual(['', '']);
});

it('typed again after a slip fills in the same', async () => {
  await write('iin', X);
  await write('iin', X);
  await write('iin', Y);
  expect(value('surname')).toBe('');
  await write('iin', X);
  expect(value('surname')).toBe('Сейдахметова');
});

it('does not turn a typed «-» into a name, nor a typed name into none', async () => {
  await write('patronymic', '-');
  await write('iin', X);
  const visit = await registered();
  expect(visit?.names).toEqual({ surname: 'Сейдахметова', given: 'Мадина', patronymic: null, no_patronymic: true });
});

it('of somebody without a patronymic does not drop one that was typed', async () => {
  paper.scans[Y] = { scanned: 'visitor', person: person({ iin: Y, read_by: 'typed' }), last: OTHER, times: 1 };
  await write('patronymic', 'Тестқызы');
  await write('iin', Y);
  const visit = await registered();
  expect(visit?.names).toMatchObject({ patronymic: 'Тестқызы', no_patronymic: false });
});

it('typed beside a zone that has none keeps what the zone said', async () => {
  const document = { kind: 'foreign_passport' as const, country: 'XXX', number: 'N1', issuer: null, issued: null, expires: null };
  paper.scans['ZONE<<LINES'] = { scanned: 'visitor', person: person({ read_by: 'mrz', iin: null, latin: 'LI AYA', document }), last: null, times: 0 };
  await hands.scan('ZONE<<LINES');
  await write('iin', X);
  await write('iin', Y);
  expect(value('number')).toBe('N1');
  expect(text('.latin')).toContain('LI AYA');
});
