/** Every page of the booth, upright and across, with letters as they are and as large as they get: all of it in sight, nothing cut, axe-core silent. */
import { beforeAll, expect, test } from 'vitest';

import type { Press } from '../src/backend/types';
import type { Language } from '../src/words/bundles';
import { ground } from './harness/ground';
import { type Screen, SIZES } from './harness/screen';
import { walk, type Way } from './harness/walk';

const branch = ground();
let booth: Screen;
let session: string;
let visitor: object;

const press = (press: Press) => branch.host.ask('booth', 'press', { press });

const way: Way = {
  sizes: [SIZES.booth, SIZES.wide],
  async speak(language: Language) {
    await press({ press: 'language', language });
    await booth.page.waitForFunction((to) => document.documentElement.lang === to, language);
  },
  letters: {
    names: ['normal', 'largest'],
    async set(name) {
      await press({ press: 'letters', letters: name === 'largest' ? 'largest' : 'normal' });
      await booth.page.waitForSelector(`html[data-letters="${name}"]`);
    },
  },
};

async function looked(page: string, name = page): Promise<void> {
  await booth.shows(page);
  expect(await walk(booth, `booth-${name.replaceAll('_', '-')}`, way)).toEqual([]);
}

async function sent(): Promise<void> {
  const { number } = await branch.host.deskB<{ number: string }>(visitor);
  ({ session } = await branch.host.deskB<{ session: string }>({ act: 'ask_booth', number, booth: '01', continues: null }));
  await booth.shows('welcome');
}

beforeAll(async () => {
  [visitor = {}] = await branch.host.lever<object[]>('visitors');
  booth = await branch.open('booth', SIZES.booth);
});

test('free', async () => {
  await booth.shows('free');
  // Nobody is there to choose a language or a size: the page speaks both.
  expect(await walk(booth, 'booth-free', { sizes: way.sizes, speak: () => Promise.resolve() })).toEqual([]);
});

test('welcome', async () => {
  await sent();
  await looked('welcome');
});

test('rules', async () => {
  await press({ press: 'start' });
  await looked('rules');
});

test('own data, and writing them', async () => {
  await press({ press: 'understood' });
  await looked('own_data');
  await booth.touch('edit-post');
  await booth.page.waitForSelector('[data-written]');
  await looked('own_data', 'own_data-writing');
  await booth.touch('written');
});

test('kind', async () => {
  await press({ press: 'data_right', own: { postal_address: 'Алматы облысы, Қонаев қаласы, Тест көшесі, 1', email: null } });
  await looked('kind');
});

/** As many as a branch has, and as long as they are called. */
const MINISTRIES = [
  ['Ауыл шаруашылығы', 'сельского хозяйства'], ['Ғылым және жоғары білім', 'науки и высшего образования'], ['Денсаулық сақтау', 'здравоохранения'], ['Еңбек және халықты әлеуметтік қорғау', 'труда и социальной защиты населения'],
  ['Жасанды интеллект және цифрлық даму', 'искусственного интеллекта и цифрового развития'], ['Көлік', 'транспорта'], ['Қаржы', 'финансов'], ['Қорғаныс', 'обороны'], ['Мәдениет және ақпарат', 'культуры и информации'], ['Оқу-ағарту', 'просвещения'],
  ['Өнеркәсіп және құрылыс', 'промышленности и строительства'], ['Сауда және интеграция', 'торговли и интеграции'], ['Су ресурстары және ирригация', 'водных ресурсов и ирригации'], ['Сыртқы істер', 'иностранных дел'], ['Төтенше жағдайлар', 'по чрезвычайным ситуациям'],
  ['Туризм және спорт', 'туризма и спорта'], ['Ұлттық экономика', 'национальной экономики'], ['Экология және табиғи ресурстар', 'экологии и природных ресурсов'], ['Энергетика', 'энергетики'], ['Әділет', 'юстиции'], ['Ішкі істер', 'внутренних дел'],
] as const;

test('addressee, its lists and its search', async () => {
  await press({ press: 'kind', kind: 'complaint' });
  await looked('addressee');
  await booth.touch('group-ministries');
  await booth.page.waitForSelector('[data-press="addressee-justice"]');
  await looked('addressee', 'addressee-list');
  await booth.touch('back');
  const names = '**/ask/booth/addressees';
  await booth.page.route(names, (route) => route.fulfill({ json: MINISTRIES.map(([kk, ru], at) => ({ id: `m${at}`, group: 'ministries', name_kk: `${kk} министрі`, name_ru: `Министр ${ru}` })) }));
  await booth.touch('group-ministries');
  await booth.page.waitForSelector('[data-press="letter-Ф"]');
  await booth.touch('letter-Ф');
  await booth.page.waitForSelector('[data-press="addressee-m6"]');
  await looked('addressee', 'addressee-long');
  await booth.page.unroute(names);
  await booth.touch('back');
  await booth.touch('search');
  await booth.page.waitForSelector('[data-written]');
  await looked('addressee', 'addressee-search');
});

test('against whom', async () => {
  await press({ press: 'addressee', id: 'justice' });
  await looked('against');
});

test('camera', async () => {
  await press({ press: 'against', whom: null });
  await looked('camera');
});

test('three, two, one', async () => {
  await branch.host.lever('clock', { stands: true });
  await press({ press: 'record' });
  await looked('count');
  await branch.host.lever('clock', { stands: false });
});

test('recording', async () => {
  await looked('recording');
});

test('stopped, and recording anew', async () => {
  await press({ press: 'pause' });
  await looked('stopped');
  await press({ press: 'anew' });
  await looked('ask_anew');
  await press({ press: 'anew_no' });
});

test('asked whether somebody is there, and asked whether to leave', async () => {
  await branch.host.lever('clock', { seconds: 120 });
  await looked('idle');
  await press({ press: 'leave' });
  await looked('leave');
  await press({ press: 'leave_no' });
});

test.each(['kk', 'ru'] as const)('held (%s)', async (language) => {
  await way.speak(language);
  // Nothing can be pressed here: the page keeps the language it came with.
  const asItIs: Way = { sizes: way.sizes, languages: [language], speak: () => Promise.resolve() };
  await branch.host.lever('clock', { seconds: 120 });
  await booth.shows('idle');
  await branch.host.lever('clock', { seconds: 90 });
  await booth.shows('held');
  expect(await walk(booth, 'booth-held', asItIs)).toEqual([]);
  await branch.host.deskB({ act: 'tell_booth', session, word: { says: 'person_is_back' } });
  await booth.shows('stopped');
});

/** Pages that no press leads to: shown in place of the one the booth shows, and only to be looked at. */
test.each(['filing', 'out_of_service'] as const)('%s', async (page) => {
  const answers = '**/ask/booth/booth_view';
  await booth.page.route(answers, async (route) => {
    const answer = await route.fetch();
    const view = (await answer.json()) as { page: object };
    await route.fulfill({ response: answer, json: { ...view, page: { page } } });
  });
  await booth.page.reload();
  // Nobody is there to choose a language where the booth is out of service.
  if (page === 'filing') await looked(page);
  else {
    await booth.shows(page);
    expect(await walk(booth, 'booth-out-of-service', { sizes: way.sizes, speak: () => Promise.resolve() })).toEqual([]);
  }
  await booth.page.unroute(answers);
  await booth.page.reload();
  await booth.shows('stopped');
});

test('code, shown and covered', async () => {
  await press({ press: 'send' });
  await looked('code');
  await branch.host.lever('clock', { seconds: 200 });
  await booth.page.waitForSelector('[data-press="show_code"]');
  await looked('code', 'code-covered');
});

test('code without a receipt, and asked whether it is written down', async () => {
  await press({ press: 'show_code' });
  await press({ press: 'no_receipt' });
  await booth.page.waitForSelector('[data-press="noted"]');
  await looked('code', 'code-at-desk');
  await booth.touch('noted');
  await booth.page.waitForSelector('[data-noted]');
  await looked('code', 'code-noted');
});

test('rating and thanks', async () => {
  await press({ press: 'taken' });
  await looked('rating');
  await press({ press: 'rate', mark: 5 });
  // The thanks go by themselves: how long a machine takes to look at them in every way must not matter.
  await booth.shows('bye');
  await branch.host.lever('clock', { stands: true });
  await looked('bye');
  await branch.host.lever('clock', { stands: false });
  await booth.shows('free');
});
