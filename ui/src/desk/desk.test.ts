import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Words } from '../words/words.svelte';
import { find, Hands, text } from './hands.testing';
import { booth, LAST, PaperDesk, person, reception, waiting } from './paper-desk.testing';

let paper: PaperDesk;
let hands: Hands;

async function begin(prepare: (paper: PaperDesk) => void = () => {}) {
  paper = new PaperDesk();
  prepare(paper);
  hands = new Hands(paper);
  await hands.wait(100);
}
afterEach(() => hands.off());

describe('the door', () => {
  beforeEach(() => begin((desk) => (desk.signedIn = false)));

  async function signIn(who: string | undefined, password: string) {
    if (who) find<HTMLInputElement>(`input[value="${who}"]`)?.click();
    const field = find<HTMLInputElement>('input[type=password]');
    if (!field) throw new Error('no password field');
    field.value = password;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await hands.settled();
    find<HTMLFormElement>('form')?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    await hands.settled();
  }

  it('names who may come in and says that the branch is a demonstration', () => {
    for (const words of ['Ахметова Гүлнар', '0512·A үстелі', 'көрсетуге арналған филиал']) expect(text()).toContain(words);
  });

  it('asks for what is missing, says a wrong password in words and keeps the person chosen', async () => {
    await signIn(undefined, 'right');
    expect(text('[role=alert]')).toContain('Қызметкер');
    expect(paper.asked).toEqual([]);
    await signIn('a', 'wrong');
    expect(text('[role=alert]')).toBe(new Words().say('refusal-wrong-password'));
    expect(find<HTMLInputElement>('input[type=password]')?.value).toBe('');
    expect(find<HTMLInputElement>('input[value=a]')?.checked).toBe(true);
  });

  it('a document held before the scanner never lands in the password', async () => {
    find('input[type=password]')?.focus();
    await hands.scan('680503100001');
    expect(find<HTMLInputElement>('input[type=password]')?.value).toBe('');
    expect(paper.asked).toEqual([]);
  });

  it('lets in, F9 changes the words, F12 locks and leaves nothing of a person', async () => {
    paper.lines = { ...paper.lines, waiting: [waiting('0512-A-2026/000119', 'Қасымова Ә. Т.')] };
    await signIn('a', 'right');
    expect(find('[data-page=today]')).not.toBeNull();
    expect(text()).toContain('Қасымова Ә. Т.');
    await hands.press('F9');
    expect(text()).toContain('Вызвать следующего');
    await hands.press('F12');
    expect(paper.signedIn).toBe(false);
    expect(text()).not.toContain('Қасымова');
  });

  it('tells the time and what is not sent, and whoever locked the desk comes back by the password alone', async () => {
    expect(text('[data-clock]')).toBe('14:07');
    expect(find('[data-unsent]')).toBeNull();
    await signIn('b', 'right');
    paper.unsent = 12;
    await hands.press('F12');
    expect(text('[data-unsent]')).toContain('Жіберілмегені: 12');
    expect(document.activeElement).toBe(find('input[type=password]'));
    await signIn(undefined, 'right');
    expect(paper.asked).toEqual(['signIn b right', 'signIn b right']);
  });
});

describe('the opening', () => {
  beforeEach(() => begin((desk) => (desk.day = null)));

  it('stands before Today, wants the date confirmed, and opens with open points', async () => {
    expect(find('[data-page=opening]')).not.toBeNull();
    expect(document.activeElement?.hasAttribute('data-primary')).toBe(true);
    expect(find('[data-check]')?.dataset['state']).toBe('missing');
    await hands.press('Enter');
    expect(paper.asked).toEqual([]);
    expect(text('[role=alert]')).toContain('растауы керек');
    find<HTMLInputElement>('[name=confirmed]')?.click();
    await hands.press('Enter');
    expect(paper.asked).toEqual(['openDay 2026-11-22']);
    expect(find('[data-page=today]')).not.toBeNull();
  });
});

describe('today', () => {
  beforeEach(() => begin((desk) => {
    desk.lines = { ...desk.lines, waiting: [waiting('n1', 'Қасымова Ә. Т.'), waiting('n2', 'Ли В.')], receptions: [reception('r1'), reception('r2', { state: 'arrived', arrived_at: '14:01' })] };
  }));

  it('Enter calls the first to the first free booth; Ctrl+Z takes it back within a minute', async () => {
    await hands.press('Enter');
    expect(paper.asked).toEqual(['askBooth n1 01']);
    await hands.press('z', { code: 'KeyZ', ctrlKey: true });
    expect(paper.asked.at(-1)).toBe('withdraw s1 қате басылды');
    await hands.press('z', { code: 'KeyZ', ctrlKey: true });
    expect(paper.asked).toHaveLength(2);
  });

  it('a call that is no longer there is not said to have been taken back', async () => {
    await hands.press('Enter');
    paper.lines = { ...paper.lines, booths: [booth('01', { state: 'free' })] };
    await hands.press('z', { code: 'KeyZ', ctrlKey: true });
    expect(paper.asked).toEqual(['askBooth n1 01']);
    expect(text('[data-done]')).toContain(new Words().say('refusal-session-unknown'));
  });

  it('after a minute there is nothing to take back', async () => {
    await hands.press('Enter');
    await hands.wait(60_000);
    await hands.press('z', { code: 'KeyZ', ctrlKey: true });
    expect(paper.asked).toEqual(['askBooth n1 01']);
  });

  it('whoever was pressed goes to the booth of the digit; in the scan box a digit is a digit', async () => {
    await hands.press('2', { code: 'Digit2' });
    expect(paper.asked).toEqual([]);
    expect(find<HTMLInputElement>('#scan-box')?.value).toBe('2');
    await hands.click('[data-entry=n2] .person');
    find('[data-entry=n2] .person')?.focus();
    await hands.press('2', { code: 'Digit2' });
    expect(paper.asked).toEqual(['askBooth n2 02']);
  });

  it('a held Enter calls nobody twice', async () => {
    await hands.press('Enter', { repeat: true });
    expect(paper.asked).toEqual([]);
  });

  it('the status line says which is away, the centre or the booths, since when, and what is still to be sent', async () => {
    const line = async (connected: boolean, portal: boolean, unsent = 12) => {
      Object.assign(paper, { connected, portal, unsent });
      paper.announce();
      await hands.settled();
      return text('[data-link]');
    };
    expect(await line(true, false)).toBe('Орталықпен байланыс жоқ, үзілген уақыты 13:40 · жіберілмегені 12 · жұмыс жалғасуда');
    expect(await line(false, false)).toBe('Кабиналармен байланыс жоқ, үзілген уақыты 13:52 · жіберілмегені 12 · жұмыс жалғасуда');
    expect(await line(true, true, 200)).toBe('Орталықпен байланыс бар · жіберілмегені 200');
    expect(await line(true, true), 'a handful is on its way').toBe('Орталықпен байланыс бар');
  });

  it('an act on a reception is the next one, and is taken back with the reason', async () => {
    await hands.click('[data-reception=r2] .state button');
    expect(paper.asked).toEqual(['step r2 escorted']);
    await hands.press('z', { code: 'KeyZ', ctrlKey: true });
    expect(paper.asked.at(-1)).toBe('undo r2 escorted қате басылды');
  });

  it('a reception that leaves the list under the hand says how it stands now and offers no second act', async () => {
    const gone = reception('r1', { minutes_left: -20, state: 'no_show' });
    paper.lines = { ...paper.lines, receptions: [reception('r1', { minutes_left: -20 }), reception('r2')] };
    paper.noShow = async (reference) => {
      paper.asked.push(`noShow ${reference}`);
      paper.lines = { ...paper.lines, receptions: [reception('r2', { state: 'arrived', arrived_at: '14:08' }), reception('r3')] };
    };
    paper.verdict = () => Promise.resolve({ scanned: 'reception', verdict: { kind: 'went_on', line: gone, minutes: 20, punctuality: 'late' } });
    paper.announce();
    await hands.settled();
    find('[data-reception=r1] .state button')?.focus();
    await hands.click('[data-reception=r1] .state button');
    await hands.settled();
    expect(paper.asked).toEqual(['noShow r1']);
    const row = find('[data-reception=r1]');
    expect(row?.dataset['state']).toBe('no_show');
    expect(row?.classList.contains('gone')).toBe(true);
    expect(find('[data-reception=r1] .state button')).toBeNull();
    expect(row?.contains(document.activeElement), 'the hand stays where it was').toBe(true);
    expect(text('[data-reception=r2]'), 'what stays changes in place').toContain('14:08');
    expect(find('[data-reception=r3]'), 'what is new waits').toBeNull();
    find('#scan-box')?.focus();
    await hands.settled();
    expect(find('[data-reception=r1]')).toBeNull();
    expect(find('[data-reception=r3]')).not.toBeNull();
  });

  it('after an act on a reception the next one has the focus, where there is one', async () => {
    paper.step = async () => void (paper.lines = { ...paper.lines, receptions: [reception('r2', { state: 'escorted' })] });
    find('[data-reception=r2] .state button')?.focus();
    await hands.click('[data-reception=r2] .state button');
    await hands.settled();
    expect(document.activeElement?.textContent?.trim()).toBe('Басталды');
  });

  it('what wants attention is opened by what it is, not by how its name looks', async () => {
    const twice = { code: 'marked-twice', args: { time: '14:15', room: '01', desk: 'B' }, about: '05120011122233' };
    const print = { code: 'print-uncertain', args: {}, about: 'devices' };
    const call = { code: 'staff-called', args: { booth: '1', at: '14:05' }, about: 's1' };
    paper.lines = { ...paper.lines, receptions: [reception('05120011122233', { also_marked_at: ['B'] })], attention: [call, twice, print] };
    paper.announce();
    await hands.settled();
    expect(find('[data-attention=staff-called] button')).toBeNull();
    await hands.click('[data-attention=marked-twice] button');
    expect(text('[data-sheet=arrival]')).toContain('Мына үстелде де белгіленген: B');
    await hands.press('Escape');
    await hands.click('[data-attention=print-uncertain] button');
    expect(find('[data-page=devices]')).not.toBeNull();
  });

  it('receptions that are over are not said never to have been', async () => {
    paper.lines = { ...paper.lines, receptions: [], roster: { version: 3, at: '22.11.2026 07:00' } };
    paper.announce();
    await hands.settled();
    expect(text('[data-pane=receptions]')).toContain('Алдағы қабылдау жоқ. Кесте 22.11.2026 07:00 алынды.');
    const over = reception('r1', { state: 'finished' });
    paper.receptions = () => Promise.resolve({ day: '2026-11-22', rooms: [{ label: '01', name_kk: '1-бөлме', name_ru: 'Комната 1' }, { label: '02', name_kk: '2-бөлме', name_ru: 'Комната 2' }], rows: [over], roster: paper.lines.roster });
    await hands.press('3', { code: 'Digit3', altKey: true });
    await hands.click('.rooms button:last-child');
    expect(text('[data-page=receptions]')).toContain('Бұл бөлмеде қабылдау жоқ.');
    expect(text('[data-page=receptions]')).not.toContain('Бүгін онлайн-қабылдау жоқ');
  });

  it('ending a session asks first: the safe answer has the focus, and without a reason nothing is ended', async () => {
    paper.lines = { ...paper.lines, booths: [booth('01', { state: 'held', session: 's1', entry: 'n0', name: 'Иманов С.', called: 'nobody', called_at: '14:05' })] };
    paper.announce();
    await hands.settled();
    expect(text('[data-booth="01"]')).toContain('Кабинада адам жоқ');
    await hands.click('[data-booth="01"] .quiet');
    expect(document.activeElement?.textContent).toContain('Сол күйінде қалсын');
    await hands.press('1', { code: 'Digit1' });
    expect(paper.asked).toEqual([]);
    await hands.press('Enter');
    expect(paper.asked).toEqual(['tellBooth s1 {"word":"end","fault":false,"reason":"адам кетіп қалды"}']);
    expect(find('dialog')).toBeNull();
  });

  it('under the card of keys and under a question no key calls, undoes or changes anything', async () => {
    paper.lines = { ...paper.lines, booths: [booth('01'), booth('02', { state: 'held', session: 's1', entry: 'n0', name: 'Иманов С.', called: 'nobody', called_at: '14:05' })] };
    paper.announce();
    await hands.settled();
    await hands.press('F1');
    find('dialog button')?.focus();
    await hands.press('1', { code: 'Digit1' });
    expect(paper.asked).toEqual([]);
    find('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await hands.settled();
    await hands.press('Enter');
    expect(paper.asked).toEqual(['askBooth n1 01']);
    paper.lines = { ...paper.lines, booths: [booth('01'), booth('02', { state: 'held', session: 's1', entry: 'n0', name: 'Иманов С.', called: 'nobody', called_at: '14:05' })], waiting: [waiting('n2', 'Ли В.')] };
    paper.announce();
    await hands.settled();
    await hands.click('[data-booth="02"] .quiet');
    await hands.press('z', { code: 'KeyZ', ctrlKey: true });
    await hands.press('9', { code: 'Digit9' });
    expect(paper.asked).toEqual(['askBooth n1 01']);
    await hands.scan('ZZZZZZZZ');
    expect(find('dialog')).toBeNull();
  });

  it('a scan takes the card of keys away', async () => {
    await hands.press('F1');
    await hands.scan('ZZZZZZZZ');
    expect(find('dialog')).toBeNull();
  });

  it('a name and Enter look for it; nothing found opens a visit with that name', async () => {
    await hands.type('Оспанов');
    await hands.press('Enter');
    expect(paper.asked).toEqual(['search Оспанов']);
    expect(text('[data-sheet=found]')).toContain('Табылмады: «Оспанов»');
    await hands.click('[data-sheet=found] .panel-foot button');
    expect(find<HTMLInputElement>('[name=surname]')?.value).toBe('Оспанов');
  });

  it('F2 over what was looked for opens a visit with it, and days stand there as people write them', async () => {
    paper.search = () => Promise.resolve({ entries: [], receptions: [reception('r9', { day: '2026-11-24' })], since: null });
    await hands.type('Оспанов');
    await hands.press('Enter');
    expect(text('[data-sheet=found] [data-reception=r9]')).toContain('24.11.2026 14:15');
    await hands.press('F2');
    expect(find<HTMLInputElement>('[name=surname]')?.value).toBe('Оспанов');
    await hands.press('Escape');
    await hands.press('F2');
    expect(find<HTMLInputElement>('[name=surname]')?.value).toBe('');
  });
});

describe('devices', () => {
  it('the colour of the screen is chosen by the digit that stands there', async () => {
    await begin();
    await hands.press('6', { code: 'Digit6', altKey: true });
    (document.activeElement as HTMLElement).blur();
    await hands.press('3', { code: 'Digit3' });
    expect(document.documentElement.dataset['theme']).toBe('hc');
    await hands.press('1', { code: 'Digit1' });
    expect(document.documentElement.dataset['theme']).toBe('light');
  });
});

describe('somebody who escorts', () => {
  it('is told that their work is at the board; no key of the desk opens anything, F12 lets them go', async () => {
    await begin((desk) => (desk.may = ['escort', 'read_board']));
    expect(text('[data-page=at-the-board] h1')).toBe('Сіз ертіп апару тақтасында жұмыс істейсіз');
    await hands.press('F9');
    expect(text('[data-page=at-the-board] h1')).toBe('Вы работаете на табло сопровождения');
    const before = [...paper.asked];
    for (const key of ['F1', 'F2', 'F3', 'F7']) await hands.press(key);
    await hands.scan('700100000000');
    expect(find('dialog, [data-sheet]')).toBeNull();
    expect(paper.asked).toEqual(before);
    await hands.press('F12');
    expect(find('[data-page=at-the-board]')).toBeNull();
  });
});

describe('an arrival', () => {
  it('is a scan and one key', async () => {
    await begin((desk) => {
      const line = reception('r1');
      desk.lines = { ...desk.lines, receptions: [line] };
      desk.scans['7001'.padEnd(12, '0')] = { scanned: 'expected', person: person(), verdicts: [{ kind: 'expected', line, minutes: 14, punctuality: 'early' }] };
    });
    await hands.scan('700100000000');
    expect(text('.verdict')).toBe('Күтілуде: 14:15, 1-бөлме, Әділет министрлігі. 8 минут ерте келді.');
    await hands.press('Enter');
    expect(paper.asked.at(-1)).toBe('arrive r1 false null');
    expect(hands.keys).toBe(1);
    expect(find('[data-sheet]')).toBeNull();
    expect(text('[data-done]')).toContain('Келгені белгіленді');
    await hands.press('F9');
    expect(text('[data-done]'), 'what was done last is said in the other language too').toContain('Прибытие отмечено');
  });

  it('that is late is a scan and two keys, and what follows must be chosen', async () => {
    await begin((desk) => {
      const line = reception('r1', { minutes_left: -7 });
      desk.lines = { ...desk.lines, receptions: [line] };
      desk.scans['700100000000'] = { scanned: 'expected', person: person(), verdicts: [{ kind: 'expected', line, minutes: 7, punctuality: 'late' }] };
    });
    await hands.scan('700100000000');
    await hands.press('2', { code: 'Digit2' });
    await hands.press('Enter');
    expect(paper.asked.at(-1)).toBe('arrive r1 false басқа уақыт');
    expect(hands.keys).toBe(2);
  });
});

describe('a scan', () => {
  it('opens nothing twice within three seconds, and says so', async () => {
    await begin((desk) => (desk.scans['680503100001'] = { scanned: 'visitor', person: person(), last: LAST, times: 2 }));
    await hands.scan('680503100001');
    await hands.scan('680503100001');
    expect(paper.asked.filter((asked) => asked.startsWith('scan'))).toHaveLength(1);
    expect(text('[role=alert]')).toContain('осы код оқылды');
  });

  it('nobody knows is said beside the box, with a way on', async () => {
    await begin();
    await hands.scan('ZZZZZZZZ');
    expect(text('[role=alert]')).toContain('Бұл код танылмады');
    await hands.click('.ways button');
    expect(find('[data-sheet=visit]')).not.toBeNull();
    expect(find<HTMLInputElement>('[name=iin]')?.value).toBe('');
  });

  it.each([
    ['a scanner', (code: string) => hands.scan(code), 'barcode'],
    ['a scanner under the Kazakh layout', (code: string) => hands.scan([...code].map((digit) => 'қ"әіңғ,.үұ'[Number(digit)]).join('')), 'barcode'],
    ['a person', async (code: string) => { await hands.type(code); await hands.press('Enter'); }, 'typed'],
  ] as const)('of an IIN that does not check, read by %s, may go on as it stands in the document', async (_, read, readBy) => {
    await begin((desk) => (desk.scanRefuses = 'iin-check-digit'));
    await read('680503100009');
    expect(text('[role=alert]')).toContain('бақылау саны сәйкес емес');
    expect(text('.ways button').trim()).toBe('Құжатта осылай жазылған');
    await hands.click('.ways button');
    expect(find<HTMLInputElement>('[name=iin]')?.value).toBe('680503100009');
    expect(find('[role=search] [role=alert]'), 'what was answered is no longer said').toBeNull();
    expect(find('[data-as-printed]')).not.toBeNull();
    expect(document.activeElement?.getAttribute('name')).toBe('number');
    await hands.type('012345678');
    await hands.tab('surname');
    await hands.type('Ли');
    for (let key = 0; key < 4; key++) await hands.press('Enter');
    expect(paper.registered[0]).toMatchObject({ iin: '680503100009', iin_as_printed: true, read_by: readBy });
  });

  it('that failed otherwise offers no way that leads nowhere', async () => {
    await begin((desk) => (desk.scanRefuses = 'ours'));
    await hands.scan('680503100009');
    expect(text('[role=alert]')).toContain('Әрекет орындалмады');
    expect(text('.ways').trim()).toMatch(/^Түсінікті\s*Esc$/);
  });
});
