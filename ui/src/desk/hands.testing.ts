/** The hands at a desk under test: they scan, type and press at a human pace, and every key they press is counted. */
import { flushSync, mount, unmount } from 'svelte';
import { vi } from 'vitest';

import { Words } from '../words/words.svelte';
import { DeskState } from './desk-state.svelte';
import Desk from './Desk.svelte';
import type { PaperDesk } from './paper-desk.testing';

/** Between two keys of a person; longer than a filled button needs before it hears. */
const HUMAN_MS = 350;

export class Hands {
  /** Keys pressed by the person, without the scanner's. */
  keys = 0;
  #page: Record<string, unknown>;

  constructor(readonly paper: PaperDesk) {
    vi.useFakeTimers();
    this.#page = mount(Desk, { target: document.body, props: { desk: new DeskState(paper, new Words()) } });
  }

  async off(): Promise<void> {
    await unmount(this.#page);
    document.body.replaceChildren();
    vi.useRealTimers();
  }

  async settled(): Promise<void> {
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    flushSync();
    for (let turn = 0; turn < 30; turn++) await Promise.resolve();
    flushSync();
  }

  async wait(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
    await this.settled();
  }

  /** A scanner types a code and ends it with Enter. */
  async scan(code: string): Promise<void> {
    await this.scanLines([code]);
  }

  /** The lines of a zone, one right after the other. */
  async scanLines(lines: string[]): Promise<void> {
    for (const key of lines.flatMap((line) => [...line, 'Enter'])) this.strike({ key, code: key === 'Enter' ? key : '' }, 3);
    await this.wait(400);
  }

  /** A person presses a key once. */
  async press(key: string, init: KeyboardEventInit = {}): Promise<void> {
    this.keys++;
    this.strike({ key, code: key, ...init }, HUMAN_MS);
    await this.wait(100);
  }

  async type(text: string): Promise<void> {
    for (const key of text) {
      this.keys++;
      this.strike({ key }, 120);
    }
    await this.wait(100);
  }

  /** Tab to the next field: the one with this name. */
  async tab(name: string): Promise<void> {
    this.keys++;
    const fields = [...document.querySelectorAll<HTMLElement>('input, select, button')];
    const next = fields[fields.indexOf(document.activeElement as HTMLElement) + 1];
    const wanted = find(`[name="${name}"]`);
    if (next !== wanted) throw new Error(`Tab leads to ${next?.outerHTML.slice(0, 80)}, not to ${name}`);
    wanted?.focus();
    await this.settled();
  }

  async click(selector: string): Promise<void> {
    const target = find(selector);
    if (!target) throw new Error(`nothing at ${selector}`);
    await this.wait(HUMAN_MS);
    target.click();
    await this.settled();
  }

  private strike(init: KeyboardEventInit, after: number): void {
    vi.advanceTimersByTime(after);
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, 'timeStamp', { value: performance.now() });
    const target = document.activeElement ?? document.body;
    const native = target.dispatchEvent(event);
    // What a web view does by itself with Enter on a button.
    if (native && init.key === 'Enter' && target instanceof HTMLButtonElement) target.click();
  }
}

export function find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
  return document.querySelector<E>(selector);
}

export function text(selector = 'body'): string {
  return (find(selector)?.textContent ?? '').replaceAll(/\s+/g, ' ');
}
