/** What the booth's window knows: the view of the program behind it, and what is being typed right now. Nothing is decided here. */
import type { BoothBackend } from '../backend/backend';
import type { Addressee, BoothPage, BoothView, Own, Press } from '../backend/types';
import type { Words } from '../words/words.svelte';

export type PageName = BoothPage['page'];

/** A touch that decides nothing is told this often at most. */
const TOUCH_EVERY_MS = 3_000;
/** Pages on which something moves by itself are read again this often. */
const LIVE_MS = 250;
const LIVE: readonly PageName[] = ['camera', 'count', 'recording'];
/** Pages before which or after which nothing of a person may be remembered. */
const CLEAN: readonly PageName[] = ['free', 'out_of_service', 'welcome', 'filing', 'code', 'rating', 'bye'];

/** What is typed and not said yet. It outlives a question («Жалғастырасыз ба?»), never a person. */
export interface Typed {
  own: Own | null;
  against: string;
}

const nothing = (): Typed => ({ own: null, against: '' });

export class BoothState {
  view: BoothView | null = $state.raw(null);
  /** The program gives no answer: the booth cannot serve. */
  away = $state(false);
  typed: Typed = $state(nothing());
  /** The way back out of a list or the keyboard, while one stands on the page: «Артқа» always means one step. */
  inner: (() => void) | null = $state.raw(null);
  #asked = 0;
  #heard = 0;
  #touched = -Infinity;

  constructor(
    private readonly program: BoothBackend,
    private readonly words: Words,
  ) {}

  /** Reads the view again. An answer is shown unless a later question was answered before: however quick the questions come, something is. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const view = await this.program.boothView().catch(() => null);
    if (asked <= this.#heard) return;
    this.#heard = asked;
    if (view) this.#show(view);
    else this.#lose();
  }

  /** Something is typed and not said yet. */
  get typing(): boolean {
    const { own, against } = this.typed;
    return [own?.postal_address, own?.email, against].some((text) => Boolean(text));
  }

  #show(view: BoothView): void {
    if (CLEAN.includes(view.page.page)) this.typed = nothing();
    if (view.language !== this.words.language) this.words.switch(view.language);
    this.view = view;
    this.away = false;
  }

  #lose(): void {
    this.typed = nothing();
    this.view = null;
    this.away = true;
  }

  /** Tells what was pressed, and shows what came of it. A press that is not possible now changes nothing. */
  async press(press: Press): Promise<void> {
    if (press.press === 'not_me' || press.press === 'leave_yes') this.typed = nothing();
    try {
      await this.program.press(press);
    } catch {
      // The view says what is possible.
    }
    await this.refresh();
  }

  /** Somebody is there: a letter was typed, a list was moved, the screen was touched. */
  async touch(at: number): Promise<void> {
    if (at - this.#touched < TOUCH_EVERY_MS) return;
    this.#touched = at;
    await this.program.press({ press: 'touch' }).catch(() => undefined);
  }

  async addressees(text: string): Promise<Addressee[]> {
    return this.program.addressees(text).catch(() => []);
  }

  async picture(): Promise<ArrayBuffer | null> {
    const picture = await this.program.boothPicture().catch(() => null);
    return picture && picture.byteLength > 0 ? picture : null;
  }

  /** Follows the program until the answer is called. */
  async watch(): Promise<() => void> {
    await this.refresh();
    const unheard = await this.program.onChange(() => void this.refresh());
    const live = setInterval(() => {
      const page = this.view?.page.page;
      if (this.away || (page && LIVE.includes(page))) void this.refresh();
    }, LIVE_MS);
    return () => {
      clearInterval(live);
      unheard();
    };
  }
}
