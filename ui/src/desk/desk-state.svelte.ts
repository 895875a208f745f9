/**
 * The desk's window: who is at it, which page lies open, what was done last.
 *
 * Nothing is remembered that the program knows: after every change the program is asked again and its newest answer wins.
 */
import type { DeskBackend } from '../backend/backend';
import type { Frame, Refusal, SignInState } from '../backend/types';
import type { Question } from '../kit/Confirm.svelte';
import type { Words } from '../words/words.svelte';
import type { Language } from '../words/bundles';
import { ProgramClock } from './clock.svelte';
import { Display } from './display';
import { offered, PAGES, type Column, type Page } from './pages';
import { refusalOf, type Looks } from './reading.svelte';
import { Undo } from './undo.svelte';

/** What was done last, for the status line. */
export interface Done {
  words: Record<Language, string>;
  time: string;
}

export class DeskState {
  /** The bar and the status line, while somebody is signed in. */
  frame: Frame | undefined = $state.raw();
  /** Who may sign in, while nobody is. */
  door: SignInState | undefined = $state.raw();
  /** Why neither can be shown. */
  problem: Refusal | undefined = $state.raw();

  page: Page = $state('today');
  /** The column of Today that is shown where there is room for one. */
  column: Column = $state('waiting');
  done: Done | undefined = $state.raw();
  question: Question | undefined = $state.raw();
  /** The number of the entry that lies open in the journal. */
  entry: string | undefined = $state();
  /** The number of the appeal that was looked up. */
  appeal: string | undefined = $state();
  /** The card of keys is open. */
  card = $state(false);
  readonly clock = new ProgramClock();
  readonly undo = new Undo();
  readonly display: Display;

  /** Called before the desk is locked and whenever it turned out to be: sheets are put away. One that cannot be keeps the desk open. */
  onlocking: (() => Promise<boolean>) | undefined;
  onlocked: (() => void) | undefined;

  #asked = 0;
  #followers = new Set<Looks>();

  constructor(
    readonly backend: DeskBackend,
    readonly words: Words,
  ) {
    this.display = new Display(backend);
  }

  readonly pages: Page[] = $derived(offered(this.frame?.may ?? []));
  /** Before the first act of a day: its opening stands where Today will. */
  readonly opening: boolean = $derived(this.frame !== undefined && this.frame.day === null && !this.frame.day_closed && this.may('open_day'));

  may(deed: string): boolean {
    return this.frame?.may.includes(deed) ?? false;
  }

  /** Shows what is, and keeps showing it; the answer stops that. */
  async watch(): Promise<() => void> {
    // Nobody who has just started the program waits until it is heard when something changes; what changed meanwhile is seen right after.
    const looked = this.look();
    const stop = await this.backend.onChange(() => void this.look());
    // Waiting times are counted by the program; each new minute asks for them.
    const ticking = setInterval(() => {
      if (this.clock.tick() && this.frame) void this.look();
    }, 1000);
    await looked;
    await this.look();
    return () => {
      stop();
      clearInterval(ticking);
    };
  }

  /** A page or a sheet that wants to be read again whenever something changed. The answer ends that. */
  follow(reader: Looks): () => void {
    this.#followers.add(reader);
    void reader.look();
    return () => void this.#followers.delete(reader);
  }

  /** The refusal, if the door stays shut. */
  async signIn(staff: string, password: string): Promise<Refusal | undefined> {
    try {
      await this.backend.signIn(staff, password);
    } catch (reason) {
      return refusalOf(reason);
    }
    await this.look();
    return undefined;
  }

  async lock(): Promise<void> {
    if ((await this.onlocking?.()) === false) return;
    try {
      await this.backend.lock();
    } catch (reason) {
      this.problem = refusalOf(reason);
    }
    await this.look();
  }

  goTo(page: Page): void {
    if (this.pages.includes(page)) this.page = page;
  }

  goToNumber(number: number): void {
    const page = PAGES[number - 1];
    if (page) this.goTo(page);
  }

  /**
   * Does something. `said` is what the status line says of it then, `undo` how it is taken back within a minute. The refusal, if it was refused.
   */
  async act<T>(what: () => Promise<T>, said?: (answer: T) => string, undo?: (answer: T) => (() => Promise<void>) | undefined): Promise<Refusal | undefined> {
    let answer: T;
    try {
      answer = await what();
    } catch (reason) {
      const refusal = refusalOf(reason);
      if (refusal.code === 'signed-out') await this.look();
      return refusal;
    }
    if (said) this.say(() => said(answer));
    const run = undo?.(answer);
    this.undo.offer(run ? { run } : undefined);
    await this.look();
    return undefined;
  }

  /** One line in the status bar; F9 changes it like all else. */
  say(said: () => string): void {
    this.done = { words: this.words.inEach(said), time: this.clock.shown };
  }

  /** Takes the last act back, while that is possible. */
  async takeBack(): Promise<void> {
    const last = this.undo.take();
    if (!last) return;
    const refusal = await this.act(last.run, () => this.words.say('desk-taken-back'));
    if (refusal) this.say(() => this.words.refusal(refusal.code, refusal.args));
  }

  async look(): Promise<void> {
    const asked = ++this.#asked;
    const found = await this.find();
    // A later question is on its way: its answer is the newer one.
    if (asked !== this.#asked) return;
    const came = found.frame && !this.frame;
    const left = this.frame && !found.frame;
    this.door = found.door;
    this.problem = found.problem;
    this.frame = found.frame;
    const clock = found.frame?.clock ?? found.door?.clock;
    if (clock) this.clock.set(clock);
    // Whoever comes in finds the screen in their own language; from then on F9 decides.
    if (came && found.frame) {
      this.words.switch(found.frame.language);
      this.page = this.pages[0] ?? 'today';
      // A page that ended without a word may have left somebody there.
      this.display.show(null);
    }
    if (left) this.leave();
    if (this.frame) await Promise.all([...this.#followers].map((reader) => reader.look()));
  }

  private leave(): void {
    this.done = undefined;
    this.question = undefined;
    this.card = false;
    this.entry = undefined;
    this.appeal = undefined;
    this.undo.offer(undefined);
    this.onlocked?.();
  }

  private async find(): Promise<{ frame?: Frame; door?: SignInState; problem?: Refusal }> {
    // Where nobody is in, the door is what will be shown most likely: it is asked for at once.
    const door = this.frame ? undefined : this.atTheDoor();
    try {
      return { frame: await this.backend.frame() };
    } catch (reason) {
      const refusal = refusalOf(reason);
      return refusal.code === 'signed-out' ? (door ?? this.atTheDoor()) : { problem: refusal };
    }
  }

  private async atTheDoor(): Promise<{ door?: SignInState; problem?: Refusal }> {
    try {
      return { door: await this.backend.signInState() };
    } catch (reason) {
      return { problem: refusalOf(reason) };
    }
  }
}
