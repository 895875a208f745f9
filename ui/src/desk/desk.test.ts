import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Refused, type Backend } from '../backend/backend';
import type { EntryLine, SignInState, Today } from '../backend/types';
import { Words } from '../words/words.svelte';
import { DeskState } from './desk-state.svelte';
import Desk from './Desk.svelte';

const desk = { desk: '0512·A', branch_kk: 'Алматы филиалы', branch_ru: 'Алматинский филиал' };
const staff = [
  { id: 'a', name: 'Ахметова Гүлнар', post_kk: 'ресепшн қызметкері', post_ru: 'сотрудник ресепшн' },
  { id: 'b', name: 'Серік Дана', post_kk: 'жетекші', post_ru: 'руководитель смены' },
];
const entry: EntryLine = { number: '0512-A-2026/000123', time: '14:06', name: 'Қасымова Ә. Т.', language: 'kk', state: 'asked' };

/** A desk on paper: one password, and what it was asked. */
class PaperDesk implements Backend {
  signedIn = false;
  asked: string[] = [];
  day: string | null = '22.11.2026';
  entries: EntryLine[] = [entry];
  undated = false;
  announce = () => {};
  async signInState(): Promise<SignInState> {
    return { desk, staff, demonstration: true };
  }
  async signIn(who: string, password: string): Promise<void> {
    this.asked.push(`${who} ${password}`);
    if (password !== 'right') throw new Refused({ code: 'wrong-password', args: {} });
    this.signedIn = true;
  }
  async today(): Promise<Today> {
    if (!this.signedIn) throw new Refused({ code: 'signed-out', args: {} });
    return { day: this.day, desk, worker: 'Ахметова Г.', language: 'ru', entries: this.entries, answer_day_unknown: this.undated };
  }
  async lock(): Promise<void> {
    this.signedIn = false;
  }
  async onChange(changed: () => void): Promise<() => void> {
    this.announce = changed;
    return () => {};
  }
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  flushSync();
};

let paper: PaperDesk;
let page: Record<string, unknown>;
const find = <E extends HTMLElement>(selector: string) => document.querySelector<E>(selector);
const text = () => document.body.textContent ?? '';
const press = (code: string) => window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true }));

async function signIn(who: string | undefined, password: string) {
  if (who) find<HTMLInputElement>(`input[value="${who}"]`)?.click();
  const field = find<HTMLInputElement>('input[type=password]');
  if (!field) throw new Error('no password field');
  field.value = password;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  find<HTMLFormElement>('form')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  await settled();
}

beforeEach(async () => {
  paper = new PaperDesk();
  const words = new Words();
  page = mount(Desk, { target: document.body, props: { words, desk: new DeskState(paper, words) } });
  await settled();
});
afterEach(() => unmount(page));

describe('the door', () => {
  it('names who may come in and says that the branch is a demonstration', () => {
    expect(text()).toContain('Ахметова Гүлнар');
    expect(text()).toContain('0512·A үстелі');
    expect(text()).toContain('көрсетуге арналған филиал');
  });

  it('asks for what is missing and does not ask the program', async () => {
    await signIn(undefined, 'right');
    expect(find('[role=alert]')?.textContent).toContain('Қызметкер');
    await signIn('a', '');
    expect(find('[role=alert]')?.textContent).toContain('Құпиясөз');
    expect(paper.asked).toEqual([]);
  });

  it('says a wrong password in words, empties the field and keeps the person chosen', async () => {
    await signIn('a', 'wrong');
    expect(find('[role=alert]')?.textContent).toBe(new Words().say('refusal-wrong-password'));
    expect(find<HTMLInputElement>('input[type=password]')?.value).toBe('');
    expect(find<HTMLInputElement>('input[value=a]')?.checked).toBe(true);
  });

  it('F9 changes the words and keeps what was chosen and typed', async () => {
    find<HTMLInputElement>('input[value=b]')?.click();
    const field = find<HTMLInputElement>('input[type=password]');
    if (field) {
      field.value = 'half';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    press('F9');
    flushSync();
    expect(text()).toContain('Войти');
    expect(text()).toContain('руководитель смены');
    expect(find<HTMLInputElement>('input[type=password]')?.value).toBe('half');
    expect(find<HTMLInputElement>('input[value=b]')?.checked).toBe(true);
  });
});

describe('the journal', () => {
  beforeEach(() => signIn('a', 'right'));

  it('opens in the language of the worker, with each entry, its state in words, and the count', () => {
    expect(paper.asked).toEqual(['a right']);
    expect(document.documentElement.lang).toBe('ru');
    for (const words of ['Журнал за сегодня', '22.11.2026', entry.number, entry.time, entry.name, 'ҚАЗ', '1 запись']) expect(text()).toContain(words);
    expect(find('.pill')?.textContent).toBe('кабинка запрошена');
  });

  it('shows what another desk wrote as soon as it is announced', async () => {
    paper.entries = [{ ...entry, number: '0512-B-2026/000007', name: 'Ли В.' }, entry];
    paper.announce();
    await settled();
    expect(text()).toContain('0512-B-2026/000007');
    expect(text()).toContain('2 записи');
  });

  it('warns where no day of the answer can be counted, and goes on', async () => {
    expect(find('[role=status]')).toBeNull();
    paper.undated = true;
    paper.announce();
    await settled();
    expect(find('[role=status]')?.textContent).toContain('день ответа не рассчитывается');
    expect(text()).toContain(entry.number);
  });

  it('tells a day without entries from a day that is not open', async () => {
    paper.entries = [];
    paper.announce();
    await settled();
    expect(text()).toContain('Сегодня записей нет');
    paper.day = null;
    paper.announce();
    await settled();
    expect(text()).toContain('День ещё не открыт');
  });

  it('F12 locks: nothing of a person is left on the screen', async () => {
    press('F12');
    await settled();
    expect(paper.signedIn).toBe(false);
    expect(text()).not.toContain(entry.name);
    expect(find('input[type=password]')).not.toBeNull();
  });
});
