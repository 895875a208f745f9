/**
 * A window on its screen, with hands before it: a person at the keyboard, a scanner beside it, a finger on the booth.
 *
 * Invariant: keys reach the page as the machine's own keys, through the browser's input and never through the page's scripts; whatever the page
 * complains about (an error, a broken policy) is kept and fails the test that looks at it.
 */
import { type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';

import type { Host, WindowName } from './host';
import { type Layout, scanned, type Stroke, typed } from './layouts';

export interface Size {
  width: number;
  height: number;
  /** How many dots of the panel one pixel of the page has: 2 at 200 %. */
  scale?: number;
}

/** What the windows' panels are. */
export const SIZES = {
  desk: { width: 1366, height: 768 },
  wide: { width: 1920, height: 1080 },
  booth: { width: 1080, height: 1920 },
} as const satisfies Record<string, Size>;

/** What a web view does with keys that are no sign. */
const NAMED: Record<string, number> = { Enter: 13, Tab: 9, Escape: 27, Backspace: 8, ArrowDown: 40, F1: 112, F2: 113, F3: 114, F4: 115, F6: 117, F7: 118, F8: 119, F9: 120, F12: 123 };

export class Screen {
  /** Keys a person pressed; a scanner's are not counted. */
  pressed = 0;
  /** What the page complained about. */
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly cdp: CDPSession,
  ) {}

  static async open(browser: Browser, host: Host, window: WindowName, size: Size = SIZES.desk): Promise<Screen> {
    const context = await browser.newContext({
      viewport: { width: size.width, height: size.height },
      deviceScaleFactor: size.scale ?? 1,
      hasTouch: window === 'booth',
    });
    // When a finger was last lifted and a key last pressed: known to the page alone, and before any of its own scripts stops the event.
    await context.addInitScript(() => {
      globalThis.addEventListener('pointerup', (event) => Object.assign(globalThis, { lifted: event.timeStamp }), true);
      globalThis.addEventListener('keydown', (event) => Object.assign(globalThis, { keyed: event.timeStamp }), true);
    });
    const page = await context.newPage();
    const screen = new Screen(context, page, await context.newCDPSession(page));
    page.on('pageerror', (error) => screen.complaints.push(error.message));
    page.on('console', (said) => {
      // A refusal is an answer; the browser calls its number a failure.
      if (said.type() === 'error' && !said.text().includes('status of 409')) screen.complaints.push(said.text());
    });
    await page.goto(host.page(window));
    return screen;
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  /** Waits for a page of the window. */
  async shows(page: string): Promise<void> {
    await this.page.waitForSelector(`[data-page="${page}"]`);
  }

  /** Waits until the words stand somewhere to be seen, however they are broken into lines. */
  async says(words: string): Promise<void> {
    await this.page.waitForFunction((said) => document.body.innerText.replaceAll(/\s+/g, ' ').includes(said), words);
  }

  /** Everything that stands in the document, seen or not. */
  async everything(): Promise<string> {
    return this.page.evaluate(() => {
      const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => (field as HTMLInputElement).value);
      return [document.documentElement.outerHTML, ...fields].join('\n');
    });
  }

  /** A person presses a key by its name. */
  async press(key: string, held: { repeat?: boolean; alt?: boolean; ctrl?: boolean } = {}): Promise<void> {
    this.pressed += 1;
    const modifiers = (held.alt ? 1 : 0) + (held.ctrl ? 2 : 0);
    const sign = key.length === 1 ? typed(key)[0] : undefined;
    const stroke = sign ?? { code: key, key: key.replace('Digit', ''), shift: false };
    await Promise.all(this.down(stroke, modifiers, held.repeat ?? false));
  }

  /** A person types, at a person's pace: each key after the page has seen the one before it. */
  async type(text: string): Promise<void> {
    for (const stroke of typed(text)) {
      this.pressed += 1;
      await Promise.all(this.down(stroke, 0, false));
      await this.page.evaluate((pace) => new Promise((done) => setTimeout(done, pace)), PERSONS_PACE_MS);
    }
  }

  /**
   * A scanner types its lines, each ended by Enter, faster than anybody.
   *
   * Keys carry the time at which a scanner presses them, and reach the browser a little earlier: a machine that is busy with something else must
   * not tear a scan into a person's keys.
   */
  async scan(text: string, layout: Layout = 'us'): Promise<void> {
    const lines = text.split('|');
    const keys = lines.flatMap((line) => [...scanned(line, layout), { code: 'Enter', key: 'Enter', shift: false }]);
    const first = Date.now() + EARLIER_MS + keys.length * EARLIER_EACH_MS;
    // No key is let go: nothing listens to that, and each is one more message the browser has to take in time.
    await Promise.all(keys.flatMap((stroke, at) => this.down(stroke, 0, false, first + at * SCANNERS_PACE_MS).slice(0, 1)));
  }

  /**
   * Enter, once the statement on top has stood there long enough to be read.
   * A press that comes earlier does not count: that is the guard, and a person waits for it too.
   */
  async confirm(): Promise<void> {
    await this.readable();
    await this.press('Enter');
  }

  /** The same by somebody whose hand shakes: Enter twice where once was meant. */
  async confirmTwice(): Promise<void> {
    await this.readable();
    await Promise.all([this.press('Enter'), this.press('Enter')]);
  }

  private async readable(): Promise<void> {
    await this.page.waitForFunction((readable) => {
      const all = [...document.querySelectorAll<HTMLElement>('[data-primary]')].filter((button) => !button.closest('[inert]'));
      const button = all.at(-1);
      const kept = window as unknown as { stood?: { button: HTMLElement; statement: string; since: number } | undefined };
      if (!button || button.getAttribute('aria-busy') === 'true') {
        kept.stood = undefined;
        return false;
      }
      const statement = button.textContent ?? '';
      // The same words on the button of another sheet have just appeared.
      if (kept.stood?.button !== button || kept.stood.statement !== statement) kept.stood = { button, statement, since: performance.now() };
      return performance.now() - kept.stood.since > readable;
    }, READABLE_MS);
  }

  /** A finger touches a button of the booth by its name, once the booth hears touches again after the one before. */
  async touch(press: string): Promise<void> {
    const button = this.page.locator(`[data-press="${press}"]`);
    await button.waitFor();
    await this.page.waitForFunction((still) => {
      const { lifted } = window as unknown as { lifted?: number };
      return lifted === undefined || performance.now() - lifted > still;
    }, STILL_MS);
    await button.tap();
  }

  async theme(theme: 'light' | 'dark' | 'hc'): Promise<void> {
    await this.page.evaluate((to) => document.documentElement.setAttribute('data-theme', to), theme);
  }

  async language(): Promise<string> {
    return this.page.evaluate(() => document.documentElement.lang);
  }

  private down(stroke: Stroke, modifiers: number, repeat: boolean, at?: number): Promise<unknown>[] {
    const { code, key } = stroke;
    const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
    const virtual = NAMED[key] ?? virtualKey(code);
    const all = modifiers + (stroke.shift ? 8 : 0);
    const when = at === undefined ? {} : { timestamp: at / 1000 };
    const common = { code, key, modifiers: all, windowsVirtualKeyCode: virtual, nativeVirtualKeyCode: virtual, ...when };
    const sign = text !== undefined && modifiers === 0 ? { text, unmodifiedText: text } : {};
    return [
      this.cdp.send('Input.dispatchKeyEvent', { type: sign.text === undefined ? 'rawKeyDown' : 'keyDown', autoRepeat: repeat, ...common, ...sign }),
      this.cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
    ];
  }
}

/** Between two keys of a scanner. */
const SCANNERS_PACE_MS = 4;
/** How long the browser knows of a scanner's keys before they are pressed: so long, and so much longer for each key. */
const EARLIER_MS = 200;
const EARLIER_EACH_MS = 12;
/** The pause between a person's keys: longer than any scanner's. */
const PERSONS_PACE_MS = 45;
/** Longer than the guard of the filled button. */
const READABLE_MS = 320;
/** Longer than the pause between two touches that count. */
const STILL_MS = 430;

function virtualKey(code: string): number {
  const sign = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return sign ? sign.charCodeAt(0) : 0;
}
