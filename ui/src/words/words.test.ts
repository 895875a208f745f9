import { describe, expect, it } from 'vitest';

import { Words } from './words.svelte';

describe('words', () => {
  it('are said in the language of the screen, and F9 changes them in place', () => {
    const words = new Words();
    expect(words.say('sign-in-enter')).toBe('Кіру');
    words.switch();
    expect(words.say('sign-in-enter')).toBe('Войти');
    expect(document.documentElement.lang).toBe('ru');
  });

  it('are said in each language at once, and the screen keeps its own', () => {
    const words = new Words();
    let name = 'A';
    const said = words.inEach(() => `${words.say('sign-in-enter')} ${words.of('кк', 'рр')} ${name}`);
    name = 'B';
    expect(said).toEqual({ kk: 'Кіру кк A', ru: 'Войти рр A' });
    expect(words.say('sign-in-enter')).toBe('Кіру');
    expect(() => words.inEach(() => { throw new Error('gone'); })).toThrow('gone');
    expect(words.say('sign-in-enter')).toBe('Кіру');
  });

  it('take the three Russian plural forms and the one Kazakh form', () => {
    const words = new Words();
    const say = (count: number) => words.say('today-count', { count });
    expect([1, 3, 5].map(say)).toEqual(['1 жазба', '3 жазба', '5 жазба']);
    words.switch('ru');
    expect([1, 3, 5, 21].map(say)).toEqual(['1 запись', '3 записи', '5 записей', '21 запись']);
  });

  it('that nobody wrote are a fault, and a refusal without words says that nothing was done', () => {
    const words = new Words();
    expect(() => words.say('no-such-message')).toThrow('no-such-message');
    expect(words.refusal('no_such_code', {})).toBe(words.say('refusal-ours'));
    expect(words.refusal('wrong-password', {})).toBe(words.say('refusal-wrong-password'));
  });

  it.each([
    ['reception-state', { state: 'started' }, 'В нынешнем состоянии приёма это невозможно: приём начат.'],
    ['session-state', { state: 'held' }, 'В нынешнем состоянии кабинки это невозможно: в кабинке никого нет.'],
    ['day-garbled', { field: 'authority.until' }, 'Дата записана неверно: срок доверенности.'],
    ['day-garbled', { field: 'document.issued' }, 'Дата записана неверно: дата выдачи документа.'],
    ['field-not-correctable', { field: 'document.number' }, 'Это поле не исправляется или не может быть пустым: номер документа.'],
    ['entry-annulled', { number: '0512-A-2026/000123' }, 'Запись 0512-A-2026/000123 аннулирована.'],
    ['question-garbled', { name: 'visit' }, 'Введённое значение непонятно, ничего не выполнено.'],
  ])('say what a refusal names by a code in its word: %s %o', (code, values, said) => {
    const words = new Words();
    words.switch('ru');
    expect(words.refusal(code, values)).toBe(said);
    words.switch('kk');
    expect(words.refusal(code, values)).not.toMatch(/[a-z]{2}/);
  });

  it('speak of nobody as a man, and write ё and joined endings as elsewhere', () => {
    const files = import.meta.glob<string>('../../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });
    const wrong = /(?<!\p{L})(прибыл|опоздал|приходил|сам|сопровождён|не явился|не входил|это не он|я пришёл|(?:онлайн-)?прием[а-я]{0,2}|әріпімен)(?!\p{L})|= (зарегистрирован|ещё не пришёл)$/gimu;
    const found = Object.entries(files).flatMap(([path, text]) => [...text.matchAll(wrong)].map(([words]) => `${path}: ${words}`));
    expect(Object.keys(files).length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });
});
