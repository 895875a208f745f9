/** The looking itself has been seen red: what is cut, too wide or out of reach is found, and what is well is not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, CDPSession, Page } from 'playwright-core';

import { launch } from './harness/browser';
import { cramped, inaccessible } from './harness/looks';

let browser: Browser;
let page: Page;
let cdp: CDPSession;

beforeAll(async () => {
  browser = await launch();
  const context = await browser.newContext({ viewport: { width: 600, height: 400 } });
  page = await context.newPage();
  cdp = await context.newCDPSession(page);
});

afterAll(() => browser.close());

const html = (body: string) => `<!doctype html><html lang="kk"><head><title>Қабылдау</title></head><body style="margin:0"><main><h1>Бет</h1>${body}</main></body></html>`;

test.each([
  ['a page that is too wide', '<div style="width:900px">кең</div>', /scrolls sideways/],
  ['an area that scrolls sideways', '<div style="width:100px;overflow:auto"><p style="width:300px">кең</p></div>', /scrolls sideways by/],
  ['words cut at the side', '<p style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">Келгенін белгілеп, талон басу</p>', /cut at the side/],
  ['words cut below', '<p style="height:10px;overflow:hidden">Келгенін белгілеу</p>', /cut below/],
  ['words that stick out of a button', '<button style="width:40px;padding:0;white-space:nowrap">Келгенін белгілеу</button>', /stick out/],
  ['a button below the panel', '<div style="position:fixed;top:500px"><button>Ашу</button></div>', /out of the panel/],
  ['words beside a page that hides them', '<div style="position:absolute;inset:0;overflow:hidden"><p style="width:900px">кең, және тағы кең сөйлем, ол панельден асып тұр</p></div>', /words beside the panel/],
  ['words below a page that hides them', '<div style="position:absolute;inset:0;overflow:hidden"><p style="margin-top:500px">төмен</p></div>', /words out of the panel/],
  ['a list without room for a line', '<div class="rows" style="height:20px;overflow-y:auto" tabindex="0"><p style="height:600px">ұзын</p></div>', /a list of 20 px/],
  ['a list that lies over what follows', '<div class="rows" style="height:20px"><p style="height:200px">ұзын</p></div>', /a list sticks out/],
  ['a panel that hides its own parts', '<div class="panel" style="height:60px;overflow:hidden"><p style="height:50px">бас</p><p style="height:50px">аяқ</p></div>', /hides its own parts/],
])('%s is seen', async (_, body, wrong) => {
  await page.setContent(html(body));
  expect((await cramped(page)).join('\n')).toMatch(wrong);
});

test.each([
  ['a name may be cut', '<p style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis"><bdi>Әбдірахманова-Тест Айгүл</bdi></p>'],
  ['a button in an area that scrolls down', '<div style="height:50px;overflow-y:auto" tabindex="0"><p style="height:600px">ұзын</p><button>Ашу</button></div>'],
])('%s', async (_, body) => {
  await page.setContent(html(body));
  expect(await cramped(page)).toEqual([]);
});

test('axe-core speaks, and is silent where nothing is wrong', async () => {
  await page.setContent(html('<img src="data:,"><button></button>'));
  expect((await inaccessible(cdp)).join('\n')).toMatch(/image-alt[^]*button-name|button-name[^]*image-alt/);
  await page.setContent(html('<button>Ашу</button>'));
  expect(await inaccessible(cdp)).toEqual([]);
});
