import { afterEach, expect, it } from 'vitest';

import { Refused } from '../../backend/backend';
import type { AppealSheet } from '../../backend/types';
import { find, Hands, text } from '../hands.testing';
import { PaperDesk } from '../paper-desk.testing';

let hands: Hands;
afterEach(() => hands.off());

const appeal = (number: string): AppealSheet => ({
  number, kind: 'application', entry: '0512-A-2026/000123', name: 'Қасымова Ә. Т.', addressee_kk: 'Әкім', addressee_ru: 'Аким', language: 'kk', filed_at: '22.11.2026',
  due: null, due_source: null, stages: [], copies: 1, can_hand_over: true,
});

it('a reason and a refusal belong to the appeal they were meant for', async () => {
  const paper = new PaperDesk();
  const [one, other] = ['05128046527280', '05128046527281'];
  for (const number of [one, other]) paper.scans[number] = { scanned: 'receipt', number };
  paper.appeal = ((number: string) => Promise.resolve(appeal(number))) as never;
  paper.printReceipt = () => Promise.reject(new Refused({ code: 'printer-not-ready', args: {} }));
  hands = new Hands(paper);
  await hands.wait(100);
  await hands.scan(one);
  await hands.wait(50);
  await hands.click('.print .button');
  (document.activeElement as HTMLElement).blur();
  await hands.press('1', { code: 'Digit1' });
  await hands.click('.print > .button');
  expect(document.querySelectorAll('[data-page=appeals] .notice')).toHaveLength(1);
  await hands.wait(3000);
  await hands.scan(other);
  await hands.wait(50);
  expect(text('.head .number')).toBe('0512 8046 5272 81');
  expect(document.querySelectorAll('[data-page=appeals] .notice')).toHaveLength(0);
  expect(find('.reasons')).toBeNull();
});
