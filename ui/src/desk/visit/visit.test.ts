import { afterEach, describe, expect, it } from 'vitest';

import { find, Hands, text } from '../hands.testing';
import { booth, LAST, PaperDesk, person } from '../paper-desk.testing';

let paper: PaperDesk;
let hands: Hands;
const CODE = '680503100001';

async function begin(prepare: (paper: PaperDesk) => void = () => {}) {
  paper = new PaperDesk();
  prepare(paper);
  hands = new Hands(paper);
  await hands.wait(100);
}
afterEach(() => hands.off());

const known = (desk: PaperDesk) => (desk.scans[CODE] = { scanned: 'visitor', person: person(), last: LAST, times: 2 });
const step = () => find('[data-step]')?.dataset['step'];
const value = (name: string) => find<HTMLInputElement>(`[name="${name}"]`)?.value;

describe('a visit, in keys', () => {
  it('a known visitor is a scan and three', async () => {
    await begin(known);
    await hands.scan(CODE);
    expect(text('[data-sheet=visit]')).toContain('соңғы рет осы құжат');
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(hands.keys).toBe(3);
    expect(paper.asked.at(-1)).toBe('register 01');
    expect(find('[data-sheet]')).toBeNull();
    expect(text('[data-done]')).toContain('№0512-A-2026/000124 тіркелді');
    const visit = paper.registered[0];
    expect(visit?.document.number).toBe('012345678');
    expect(visit?.capacity).toEqual({ role: 'oneself' });
  });

  it('somebody read by the zone is a scan, two Tab, the names and three', async () => {
    await begin((desk) => {
      const document = { kind: 'id_card' as const, country: 'KAZ', number: '047812345', issuer: null, issued: null, expires: '2031-02-01' };
      desk.scans['IDKAZ047812345|8004123F'] = { scanned: 'visitor', person: person({ read_by: 'mrz', latin: 'SEIDAKHMETOVA MADINA', document }), last: null, times: 0 };
    });
    await hands.scanLines(['IDKAZ047812345', '8004123F']);
    expect(document.activeElement?.getAttribute('name')).toBe('surname');
    await hands.type('Ким');
    await hands.tab('given');
    await hands.type('Ая');
    await hands.tab('patronymic');
    await hands.type('-');
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(hands.keys).toBe('Ким'.length + 'Ая'.length + '-'.length + 2 + 3);
    expect(paper.registered[0]?.names).toEqual({ surname: 'Ким', given: 'Ая', patronymic: null, no_patronymic: true });
    expect(paper.registered[0]?.latin).toBe('SEIDAKHMETOVA MADINA');
  });

  it('somebody read by the barcode alone is a scan, the number, three Tab, the names and three', async () => {
    await begin((desk) => (desk.scans[CODE] = { scanned: 'visitor', person: person(), last: null, times: 0 }));
    await hands.scan(CODE);
    await hands.type('047812345');
    await hands.tab('surname');
    await hands.type('Ли');
    await hands.tab('given');
    await hands.type('Ая');
    await hands.tab('patronymic');
    await hands.type('-');
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(hands.keys).toBe(9 + 3 + 'Ли'.length + 'Ая'.length + '-'.length + 3);
    expect(paper.registered).toHaveLength(1);
  });
});

describe('the statements', () => {
  it('come one after another, none beforehand, and each is timed from its own press', async () => {
    await begin(known);
    await hands.scan(CODE);
    expect(step()).toBe('1');
    await hands.press('Enter');
    expect(step()).toBe('2');
    await hands.wait(5000);
    await hands.press('Enter');
    expect(step()).toBe('3');
    await hands.wait(2000);
    await hands.press('Enter');
    const { compared_ms, explained_ms, consented_ms } = paper.registered[0]?.statements ?? { compared_ms: 0, explained_ms: 0, consented_ms: 0 };
    expect(explained_ms).toBeGreaterThanOrEqual(2000);
    expect(explained_ms).toBeLessThan(4000);
    expect(compared_ms - explained_ms).toBeGreaterThanOrEqual(5000);
    expect(consented_ms).toBe(explained_ms);
  });

  it('do not hear an Enter that comes too soon, nor a held one', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('Enter', { repeat: true });
    expect(step()).toBe('1');
    await hands.press('Enter');
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
    find('[data-primary]')?.click();
    await hands.settled();
    expect(step()).toBe('2');
  });

  it('hold no longer once what they cover is mended', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('Enter');
    expect(step()).toBe('2');
    find('[name=surname]')?.focus();
    await hands.type('а');
    expect(step()).toBe('1');
  });

  it('the third goes where a digit or W says', async () => {
    await begin((desk) => {
      known(desk);
      desk.lines = { ...desk.lines, booths: [booth('01'), booth('02')] };
    });
    await hands.scan(CODE);
    await hands.press('Enter');
    await hands.press('Enter');
    const roles = () => text('[data-sheet=visit] fieldset:has(input[value=oneself])');
    expect(roles(), 'digits are the booths’ now').not.toMatch(/\d/);
    await hands.press('2', { code: 'Digit2' });
    expect(text('[data-primary]')).toContain('2-кабинаға');
    await hands.press('р', { code: 'KeyH' });
    expect(find<HTMLInputElement>('input[value=ru]')?.checked).toBe(true);
    expect(step(), 'explained in one language, it is explained again in the other').toBe('2');
    await hands.press('Enter');
    await hands.press('ц', { code: 'KeyW' });
    await hands.press('Enter');
    expect(paper.asked.at(-1)).toBe('register null');
  });
});

describe('the sheet', () => {
  it('asks after an untouched patronymic once, and takes an empty one for an answer', async () => {
    await begin((desk) => (desk.scans[CODE] = { scanned: 'visitor', person: person(), last: null, times: 0 }));
    await hands.scan(CODE);
    await hands.type('047812345');
    await hands.tab('surname');
    await hands.type('Ли');
    await hands.press('Enter');
    expect(text('[data-sheet=visit]')).toContain('Әкесінің аты жазылмаған');
    expect(document.activeElement?.getAttribute('name')).toBe('patronymic');
    await hands.press('Enter');
    expect(step()).toBe('2');
  });

  it('says what is missing where it is missing', async () => {
    await begin();
    await hands.press('F2');
    expect(document.activeElement?.getAttribute('name')).toBe('iin');
    await hands.press('Enter');
    expect(document.activeElement?.getAttribute('name')).toBe('number');
    expect(text('[data-sheet=visit] [role=alert]')).toContain('Құжаттың түрі мен нөмірі керек');
    expect(step()).toBe('1');
  });

  it.each(['issued', 'expires'])('names the date of the document that is none, and goes to it: %s', async (name) => {
    await begin((desk) => (desk.scans[CODE] = { scanned: 'visitor', person: person(), last: null, times: 0 }));
    await hands.scan(CODE);
    await hands.type('047812345');
    await hands.tab('surname');
    await hands.type('Ли');
    await hands.press('Enter');
    find(`[name=${name}]`)?.focus();
    await hands.type('31.02.2026');
    await hands.press('Enter');
    expect(step()).toBe('1');
    expect(document.activeElement?.getAttribute('name')).toBe(name);
    expect(text('[data-sheet=visit] .wrong + [role=alert]')).toContain('кк.аа.жжжж');
    expect(document.querySelectorAll('[data-sheet=visit] .wrong')).toHaveLength(1);
    expect(find('details')?.hasAttribute('open')).toBe(true);
  });

  it.each(['power-dated', 'power-until'])('names the date of the power of attorney that is none, beside a last document too: %s', async (name) => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('3', { code: 'Digit3' });
    find(`[name=${name}]`)?.focus();
    await hands.type('жақында');
    await hands.press('Enter');
    expect(step()).toBe('1');
    expect(document.activeElement?.getAttribute('name')).toBe(name);
    expect(text('[data-sheet=visit] .wrong + [role=alert]')).toContain('кк.аа.жжжж');
    find('[data-primary]')?.focus();
    await hands.press('1', { code: 'Digit1' });
    await hands.press('Enter');
    expect(step(), 'for oneself nobody asks after it').toBe('2');
  });

  it('says that a term is over, of the last document and of the power of attorney, and the visit goes on', async () => {
    const old = { ...LAST, document: { ...LAST.document, expires: '2026-11-21' } };
    await begin((desk) => (desk.scans[CODE] = { scanned: 'visitor', person: person(), last: old, times: 2 }));
    await hands.scan(CODE);
    expect(text('[data-sheet=visit]')).toContain('Құжаттың мерзімі өткен');
    await hands.press('3', { code: 'Digit3' });
    find('[name=power-until]')?.focus();
    await hands.type('21.11.2026');
    expect(text('[data-sheet=visit]')).toContain('Сенімхаттың мерзімі өткен');
    find<HTMLInputElement>('[name=power-until]')!.value = '';
    await hands.type('22.11.2026');
    expect(text('[data-sheet=visit]')).not.toContain('Сенімхаттың мерзімі өткен');
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(paper.registered).toHaveLength(1);
  });

  it('shows a typed IIN in fours with the digit to compare, and fills in whom it knows', async () => {
    await begin(known);
    await hands.press('F2');
    await hands.type(CODE);
    expect(text('.fours').trim()).toBe('6805 0310 0001');
    expect(find('.fours u')?.textContent).toBe('0');
    expect(value('surname')).toBe('Сейдахметова');
  });

  it('a control digit that does not fit has a second way out', async () => {
    await begin();
    await hands.press('F2');
    await hands.type('680503100009');
    expect(text('[data-sheet=visit] [role=alert]')).toContain('бақылау саны сәйкес емес');
    await hands.click('[data-sheet=visit] .field .button');
    expect(find('[data-as-printed]')).not.toBeNull();
    expect(text('[data-sheet=visit]')).not.toContain('бақылау саны');
  });

  it('D opens the last document for a new number', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('в', { code: 'KeyD' });
    expect(value('number')).toBe('');
    expect(document.activeElement?.getAttribute('name')).toBe('number');
  });

  it('keeps its document when D is pressed over the card of keys', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('F1');
    find('dialog button')?.focus();
    await hands.press('в', { code: 'KeyD' });
    expect(text('[data-sheet=visit]')).toContain('012345678');
  });

  it('a role by digit opens its second row, a letter by its place sets the language', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('р', { code: 'KeyH' });
    await hands.press('3', { code: 'Digit3' });
    expect(document.activeElement?.getAttribute('name')).toBe('of-surname');
    expect(text('[data-sheet=visit]')).toContain('Сенімхаттың мерзімі көрсетілмеген');
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(paper.registered[0]?.language).toBe('ru');
    expect(paper.registered[0]?.capacity.role).toBe('power_of_attorney');
  });

  it('is explained anew in another language', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('Enter');
    await hands.press('Enter');
    expect(step()).toBe('3');
    await hands.press('к', { code: 'KeyR' });
    expect(step(), 'the same language').toBe('3');
    await hands.click('[data-sheet=visit] input[value=ru]');
    expect(step()).toBe('2');
    for (let statement = 0; statement < 2; statement++) await hands.press('Enter');
    expect(paper.registered[0]?.language).toBe('ru');
  });

  it('Esc parks it as a draft, F6 brings it back; registering drops it', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('Escape');
    expect(find('[data-sheet]')).toBeNull();
    expect(text('[data-drafts]')).toContain('Сейдахметова М.');
    await hands.press('F6');
    expect(value('surname')).toBe('Сейдахметова');
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(paper.registered).toHaveLength(1);
    expect(paper.kept).toEqual([]);
  });

  it('lies in the store before the desk is locked', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('F12');
    expect(paper.kept.map((draft) => draft.title)).toEqual(['Сейдахметова М.']);
    expect(find('[data-sheet]')).toBeNull();
  });

  it('shows itself to the applicant while it is open, and nothing afterwards', async () => {
    await begin(known);
    await hands.scan(CODE);
    await hands.press('Enter');
    expect(paper.shown.at(-1)).toMatchObject({ stage: 'rules', document_number: '012345678' });
    await hands.press('Escape');
    expect(paper.shown.at(-1)).toBeNull();
  });

  it('a booth that refused leaves the person registered and waiting, and says why', async () => {
    await begin((desk) => {
      known(desk);
      desk.answer = { number: 'n9', session: null, booth_refused: { code: 'booth-not-ready', args: {} } };
    });
    await hands.scan(CODE);
    for (let statement = 0; statement < 3; statement++) await hands.press('Enter');
    expect(text('[data-done]')).toContain('№n9 тіркелді, күту тізімінде');
    expect(text('[data-done]')).toContain('Кабина дайын емес');
  });
});
