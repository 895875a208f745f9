/** What every file of tests stands on: a branch, the browser, and windows that are closed when the file ends. */
import { fileURLToPath } from 'node:url';

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

import { bundles, type Language } from '../../src/words/bundles';
import { launch } from './browser';
import { note } from './figures';
import { Host, type WindowName } from './host';
import type { Worker } from './people';
import { Screen, type Size } from './screen';

/** How long something may take to come from other processes, where a hook waits for it. */
export const PATIENT = { timeout: 30_000, interval: 100 };

/** The words of a message, as the screens say them. */
export function words(id: string, language: Language, values: Record<string, string | number> = {}): string {
  const [name = id, attribute] = id.split('.');
  const message = bundles[language].getMessage(name);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) throw new Error(`no words for ${id} in ${language}`);
  return bundles[language].formatPattern(pattern, values);
}

const FAILED = fileURLToPath(new URL('../../../target/screens-failed', import.meta.url));

export class Ground {
  host!: Host;
  browser!: Browser;
  readonly #screens: Screen[] = [];

  /** A window of the branch on a screen of this size. */
  async open(window: WindowName, size?: Size): Promise<Screen> {
    const screen = await Screen.open(this.browser, this.host, window, size);
    this.#screens.push(screen);
    return screen;
  }

  /** Something counted or measured, for the table at the end. */
  figure(what: string, figure: string): void {
    note(inject('figures'), { what, figure });
  }

  /** Nothing may have been complained about, in any window that was opened. */
  complaints(): string[] {
    return this.#screens.flatMap((screen) => screen.complaints.splice(0));
  }

  /** What every window shows, for whoever wants to know why a test failed. */
  async keep(name: string): Promise<void> {
    for (const [at, screen] of this.#screens.entries()) {
      await screen.page.screenshot({ path: `${FAILED}/${name.replaceAll(/[^\p{L}\d]+/gu, '-')}.${at}.png` }).catch(() => undefined);
    }
  }

  async begin(): Promise<void> {
    [this.host, this.browser] = await Promise.all([Host.start(), launch()]);
  }

  async end(): Promise<void> {
    for (const screen of this.#screens) await screen.close();
    await this.host.stop();
    await this.browser.close();
  }
}

/** The ground of a file. After each test it is asked whether a page complained. */
export function ground(): Ground {
  const ground = new Ground();
  beforeAll(() => ground.begin());
  afterAll(() => ground.end());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await ground.keep(task.name);
    expect(ground.complaints()).toEqual([]);
  });
  return ground;
}

/** Somebody signs in at the desk's door. */
export async function signIn(screen: Screen, worker: Worker): Promise<void> {
  await screen.shows('sign-in');
  await screen.page.getByText(worker.name).click();
  await screen.page.locator('input[type="password"]').fill(worker.password);
  await screen.press('Enter');
  await screen.page.waitForSelector('[data-page]:not([data-page="sign-in"])');
}

/** Somebody signs in and, if nobody did before, opens the day. */
export async function atWork(screen: Screen, worker: Worker): Promise<void> {
  await signIn(screen, worker);
  await screen.page.waitForSelector('[data-page="opening"], [data-page="today"]');
  if ((await screen.page.locator('[data-page="opening"]').count()) > 0) await openDay(screen);
}

/** The day is opened by a person's word for the date: there is no earlier day that the clock could be compared with. */
export async function openDay(screen: Screen): Promise<void> {
  await screen.page.locator('[name="confirmed"]').check();
  await screen.confirm();
  await screen.shows('today');
}
