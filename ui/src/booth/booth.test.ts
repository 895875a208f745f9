import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { BoothBackend } from '../backend/backend';
import type { Addressee, BoothPage, BoothView, Press } from '../backend/types';
import { LANGUAGES } from '../words/bundles';
import { Words } from '../words/words.svelte';
import Booth from './Booth.svelte';
import { BoothState, type PageName } from './booth-state.svelte';
import { later } from './moments.testing';
import { FOOTLESS, PAGES } from './pages';

const ministry: Addressee = { id: 'justice', group: 'ministries', name_kk: 'Әділет министрлігі', name_ru: 'Министерство юстиции' };
const code = { page: 'code', number: '05122600000417', code: 'АК72 ТМ49 ХР5ЕК', due: '15.12.2026', receipt: 'given', covered: false, more: false } satisfies BoothPage;
const ownData = { page: 'own_data', name: 'Сейдахметова Мадина', legal_entity: null, own: { postal_address: 'Алматы', email: 'madina@mail.kz' } } satisfies BoothPage;

/** A page of each kind: a page the contract gains does not compile until it stands here. */
const SAMPLES: { [Name in PageName]: Extract<BoothPage, { page: Name }> } = {
  free: { page: 'free' },
  out_of_service: { page: 'out_of_service' },
  held: { page: 'held', why: 'no-person', kept: 'recording' },
  idle: { page: 'idle' },
  leave: { page: 'leave' },
  welcome: { page: 'welcome', needs_help: true },
  rules: { page: 'rules', essence_2016: true },
  own_data: ownData,
  kind: { page: 'kind', kinds: ['application', 'complaint', 'proposal', 'request', 'response'] },
  addressee: { page: 'addressee', proposed: ministry },
  against: { page: 'against' },
  camera: { page: 'camera', voice: 'untried', can_move: false },
  count: { page: 'count', left: 3 },
  recording: { page: 'recording', remaining_ms: 134_000 },
  stopped: { page: 'stopped', recorded_ms: 102_000, remaining_ms: 78_000, closed: false },
  ask_anew: { page: 'ask_anew' },
  filing: { page: 'filing' },
  code,
  rating: { page: 'rating' },
  bye: { page: 'bye' },
};
const NAMES = Object.keys(SAMPLES) as PageName[];

/** A booth on paper: one page at a time, and what was pressed on it. */
class PaperBooth implements BoothBackend {
  view: BoothView = { label: '1', page: { page: 'free' }, language: 'kk', letters: 'normal', step: null, steps: 7, called: false, can_go_back: true, level: 0 };
  pressed: Press[] = [];
  broken = false;
  known: Addressee[] = [ministry];
  /** Holds the answers back until they are let go, in whatever order. */
  waiting: (() => void)[] | null = null;
  announce = () => {};
  async boothView(): Promise<BoothView> {
    if (this.broken) throw new Error('away');
    const { view } = this;
    if (this.waiting) await new Promise<void>((go) => this.waiting?.push(go));
    return view;
  }
  async press(press: Press): Promise<void> {
    this.pressed.push(press);
  }
  async addressees(): Promise<Addressee[]> {
    return this.known;
  }
  async boothPicture(): Promise<ArrayBuffer> {
    return new ArrayBuffer(0);
  }
  async onChange(changed: () => void): Promise<() => void> {
    this.announce = changed;
    return () => {};
  }
  show(page: BoothPage, more: Partial<BoothView> = {}): void {
    this.view = { ...this.view, ...more, page };
    this.announce();
  }
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  flushSync();
};

let paper: PaperBooth;
let drawn: Record<string, unknown>;
const find = (selector: string) => document.querySelector<HTMLElement>(selector);
const text = () => document.body.textContent ?? '';

/** A press as a switch makes it; each is long after the one before. */
async function press(name: string) {
  const button = find(`[data-press="${name}"]`);
  if (!button) throw new Error(`nothing to press: ${name}`);
  button.dispatchEvent(later(new MouseEvent('click', { detail: 0, bubbles: true })));
  await settled();
}

beforeEach(async () => {
  const words = new Words();
  paper = new PaperBooth();
  drawn = mount(Booth, { target: document.body, props: { words, booth: new BoothState(paper, words) } });
  await settled();
});
afterEach(async () => {
  await unmount(drawn);
  document.body.innerHTML = '';
});

describe('the booth', () => {
  it('has a component for every page, and shows it in both languages under its name', async () => {
    expect(Object.keys(PAGES).sort()).toEqual([...NAMES].sort());
    for (const language of LANGUAGES) {
      for (const name of NAMES) {
        paper.show(SAMPLES[name], { language });
        await settled();
        expect(find('main')?.dataset.page, name).toBe(name);
        expect(find('main h1')?.textContent?.trim() || find('[role=timer]')?.textContent || find('.mirror'), `${name}: something stands there`).toBeTruthy();
        expect(find('[data-press="call_staff"]') === null, `${name}: the foot`).toBe(FOOTLESS.includes(name));
      }
    }
  });

  it('tells what was pressed by its name, and nothing of its own', async () => {
    paper.show(SAMPLES.stopped);
    await settled();
    expect(find('[data-press="send_and_continue"]'), 'there is time left').toBeNull();
    await press('go_on');
    await press('send');
    await press('call_staff');
    await press('language');
    await press('letters');
    await press('back');
    expect(paper.pressed).toEqual([{ press: 'go_on' }, { press: 'send' }, { press: 'call_staff' }, { press: 'language', language: 'ru' }, { press: 'letters', letters: 'large' }, { press: 'back' }]);
  });

  it('offers to go on only while there is time, and a continuation only when there is none', async () => {
    const offered = () => ['send', 'go_on', 'send_and_continue', 'anew'].filter((name) => find(`[data-press="${name}"]`));
    paper.show({ page: 'stopped', recorded_ms: 180_000, remaining_ms: 0, closed: false });
    await settled();
    expect(offered()).toEqual(['send', 'send_and_continue', 'anew']);
    paper.show({ page: 'stopped', recorded_ms: 60_000, remaining_ms: 120_000, closed: true });
    await settled();
    expect(offered()).toEqual(['send', 'anew']);
  });

  it('says the last half minute in words', async () => {
    paper.show({ page: 'recording', remaining_ms: 31_000 });
    await settled();
    expect(text()).not.toContain('қорытындылаңыз');
    paper.show({ page: 'recording', remaining_ms: 30_000 });
    await settled();
    expect(find('[data-left]')?.textContent).toBe('0:30');
    expect(text()).toContain('Сөзіңізді қорытындылаңыз.');
  });

  it('shows the code in three groups, and holds nothing of it once it is covered', async () => {
    paper.show(code);
    await settled();
    expect([...document.querySelectorAll('[data-code] span')].map((group) => group.textContent)).toEqual(['АК72', 'ТМ49', 'ХР5ЕК']);
    paper.show({ ...code, covered: true });
    await settled();
    expect(document.body.innerHTML).not.toContain('ТМ49');
    await press('show_code');
    expect(paper.pressed).toEqual([{ press: 'show_code' }]);
  });

  it('asks once before the only copy of the code goes, and the safe answer comes first', async () => {
    paper.show({ ...code, receipt: 'at_desk' });
    await settled();
    expect(find('[data-press="taken"]'), 'one touch does not take it').toBeNull();
    await press('noted');
    expect(find('[data-noted]')?.textContent).toContain('Жазып алдыңыз ба?');
    expect(find('[data-code]')?.textContent, 'the code stands while it is asked').toContain('ТМ49');
    expect([...document.querySelectorAll<HTMLElement>('.hand [data-press]')].map((one) => one.dataset.press)).toEqual(['not_noted', 'taken']);
    await press('not_noted');
    expect(find('[data-press="noted"]')).toBeTruthy();
    await press('noted');
    await press('taken');
    expect(paper.pressed.filter((one) => one.press !== 'touch')).toEqual([{ press: 'taken' }]);
  });

  it('says of a held session what was kept, and nothing that is not true', async () => {
    const said = async (why: string, kept: 'recording' | 'data' | 'nothing') => {
      paper.show({ page: 'held', why, kept });
      await settled();
      return [...document.querySelectorAll('main h1 span')].map((line) => line.textContent?.trim()).join(' ');
    };
    expect(await said('no-person', 'data')).toBe('Қызметкер шақырылды. Жазғаныңыз сақталды.');
    expect(await said('no-person', 'nothing')).toBe('Қызметкер шақырылды.');
    expect(await said('interrupted', 'recording')).toBe('Қызметкер шақырылды. Жазбаңыз сақталды.');
    expect(await said('interrupted', 'nothing')).toBe('Қызметкер шақырылды. Ештеңе сақталған жоқ.');
    expect(await said('filing', 'recording')).toBe('Кешіріңіз, техникалық ақаулық. Жазбаңыз сақталды. Қызметкер шақырылды.');
    expect(await said('camera', 'nothing')).toBe('Кешіріңіз, техникалық ақаулық. Ештеңе сақталған жоқ. Қызметкер шақырылды.');
  });

  it('counts what is typed and not said yet as kept', async () => {
    paper.show({ ...ownData, own: { postal_address: null, email: null } });
    await settled();
    await press('edit-post');
    find('[data-key="ә"]')?.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }));
    paper.show({ page: 'held', why: 'no-person', kept: 'nothing' });
    await settled();
    expect(text()).toContain('Жазғаныңыз сақталды.');
  });

  it('shows answers that come slower than it asks, and never an older one over a newer', async () => {
    const waiting: (() => void)[] = [];
    paper.waiting = waiting;
    for (const page of ['welcome', 'kind', 'against'] as const) paper.show(SAMPLES[page]);
    waiting[1]?.();
    await settled();
    expect(find('main')?.dataset.page, 'a third question is open').toBe('kind');
    waiting[0]?.();
    await settled();
    expect(find('main')?.dataset.page, 'overtaken').toBe('kind');
    waiting[2]?.();
    await settled();
    expect(find('main')?.dataset.page).toBe('against');
  });

  it('offers to call for an addressee nobody knows until somebody was called', async () => {
    paper.show(SAMPLES.addressee);
    await settled();
    expect(find('[data-press="unknown"]')).toBeTruthy();
    paper.show(SAMPLES.addressee, { called: true });
    await settled();
    expect(find('[data-press="unknown"]')).toBeNull();
    expect(find('[data-called]')).toBeTruthy();
  });

  it('has letters above a list of more than seven, which lead to the names under them', async () => {
    const words = ['Қаржы', 'Әділет', 'Ішкі істер', 'Денсаулық', 'Еңбек', 'Экология', 'Көлік', 'Мәдениет'];
    paper.known = words.map((name, at) => ({ id: `m${at}`, group: 'ministries', name_kk: `${name} министрі`, name_ru: `Министр ${name}` }));
    paper.show(SAMPLES.addressee, { called: false });
    await settled();
    await press('group-ministries');
    const rows = () => [...document.querySelectorAll('.rows [data-press]')].map((row) => row.textContent?.trim().split(' ')[0]);
    expect([...document.querySelectorAll('[data-press^="letter-"]')].map((key) => key.textContent?.trim()).join('')).toBe('ӘДЕКҚМІЭ');
    expect(rows()[0]).toBe('Әділет');
    await press('letter-М');
    expect(rows()).toContain('Мәдениет');
    await press('back');
    paper.known = paper.known.slice(0, 7);
    await press('group-ministries');
    expect(find('[data-press^="letter-"]'), 'seven are looked through').toBeNull();
  });

  it('confirms the data as they stand, and «I have no e-mail» is an answer', async () => {
    paper.show(ownData);
    await settled();
    await press('no_mail');
    await press('data_right');
    expect(paper.pressed).toEqual([{ press: 'data_right', own: { postal_address: 'Алматы', email: null } }]);
  });

  it('asks once for what is missing, and then takes the person’s word', async () => {
    paper.show({ ...ownData, own: { postal_address: null, email: null } });
    await settled();
    await press('data_right');
    expect(find('[data-key="ә"]'), 'the address').toBeTruthy();
    await press('written');
    await press('data_right');
    expect(find('[data-key="@"]'), 'the e-mail').toBeTruthy();
    await press('no_mail');
    await press('data_right');
    expect(paper.pressed).toEqual([{ press: 'data_right', own: { postal_address: null, email: null } }]);
  });

  it('keeps what is being typed over the question whether somebody is there, and for nobody else', async () => {
    paper.show({ ...ownData, own: { postal_address: null, email: null } });
    await settled();
    await press('edit-post');
    const erasing = find('[data-key="ә"]');
    erasing?.dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true }));
    await settled();
    expect(find('[data-written]')?.textContent).toBe('Ә');
    paper.show({ page: 'idle' });
    await settled();
    expect(document.body.innerHTML, 'not on the page meanwhile').not.toContain('Ә<');
    paper.show({ ...ownData, own: { postal_address: null, email: null } });
    await settled();
    expect(find('[data-own="post"]')?.textContent?.trim()).toBe('Ә');
    paper.show({ page: 'free' });
    await settled();
    paper.show({ ...ownData, own: { postal_address: null, email: null } });
    await settled();
    expect(find('[data-own="post"]')?.textContent?.trim()).toBe('жазылмаған');
  });

  it('goes one step back from the keyboard before it leaves the page', async () => {
    paper.show({ page: 'against' });
    await settled();
    await press('write');
    await press('back');
    expect(paper.pressed).toEqual([]);
    expect(find('[data-press="against-spoken"]')).toBeTruthy();
    await press('back');
    expect(paper.pressed).toEqual([{ press: 'back' }]);
  });

  it('serves nobody while the program behind it does not answer, and forgets the one before', async () => {
    paper.show(ownData);
    await settled();
    paper.broken = true;
    paper.announce();
    await settled();
    expect(find('main')?.dataset.page).toBe('out_of_service');
    expect(text()).not.toContain('Сейдахметова');
  });
});
