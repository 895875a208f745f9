/**
 * What lies over Today: a visit, an arrival, or what a search found. A scan opens the right one wherever the worker is, and parks what was open.
 *
 * A parked visit is no fact: it lies with the program in the desk's encrypted store until it is registered or put away.
 */
import type { Draft, Found, PersonRead, Refusal, Scanned } from '../backend/types';
import { ArrivalSheet } from './arrival/arrival-state.svelte';
import type { DeskState } from './desk-state.svelte';
import { Reading, refusalOf } from './reading.svelte';
import { digitsOf, Repeated } from './scanner';
import { VisitSheet } from './visit/visit-state.svelte';

export const MOST_DRAFTS = 5;
/** How long after the last key a sheet is put into the store. */
const KEEP_AFTER_MS = 800;

export type Sheet = { sheet: 'visit'; visit: VisitSheet } | { sheet: 'arrival'; arrival: ArrivalSheet } | { sheet: 'found'; text: string; found: Found };

const iinRead = (how: 'barcode' | 'typed', digits = ''): PersonRead | undefined =>
  /^\d{12}$/.test(digits) ? { read_by: how, iin: digits, latin: null, document: null, warnings: [] } : undefined;

export class Sheets {
  open: Sheet | undefined = $state.raw();
  /** What the last scan or search came to, where it opened nothing. */
  refusal: Refusal | undefined = $state.raw();
  repeated = $state(false);
  /** Codes go here while the scanner is being tried. */
  trial: ((typed: string) => void) | undefined = $state.raw();
  readonly drafts: Reading<Draft[]>;

  /** The IIN that was read last, whether or not it checks. */
  #read: PersonRead | undefined;
  readonly #repeated = new Repeated();
  #keeping: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: DeskState) {
    this.drafts = new Reading(() => desk.backend.drafts());
    desk.onlocking = () => this.put();
    desk.onlocked = () => {
      clearTimeout(this.#keeping);
      this.open = undefined;
      this.trial = undefined;
      this.clear();
    };
  }

  /** The strip: what is parked, without the sheet that lies open. */
  readonly strip: Draft[] = $derived.by(() => {
    const open = this.open?.sheet === 'visit' ? this.open.visit.id : undefined;
    return (this.drafts.value ?? []).filter((draft) => draft.id !== open);
  });

  /** What can be done after the refusal; where there is nothing, nothing is offered. */
  readonly wayOn: (() => Promise<void>) | undefined = $derived.by(() => {
    if (!this.desk.may('register')) return undefined;
    switch (this.refusal?.code) {
      case 'scan-unknown':
      case 'mrz-garbled':
        return () => this.newVisit('');
      case 'iin-check-digit':
        return this.#read && (() => this.asPrinted());
      default:
        return undefined;
    }
  });

  clear(): void {
    this.refusal = undefined;
    this.repeated = false;
    this.#read = undefined;
  }

  /** A scanner typed this. */
  async scanned(typed: string): Promise<void> {
    this.desk.question = undefined;
    this.desk.card = false;
    this.clear();
    if (this.trial) return this.trial(typed);
    if (this.#repeated.again(typed, performance.now())) {
      this.repeated = true;
      return;
    }
    this.#read = iinRead('barcode', digitsOf(typed));
    await this.ask(() => this.desk.backend.scan(typed));
  }

  /** Somebody typed this into the scan box: twelve digits are an IIN, fourteen a receipt, all else is looked for. */
  async typed(text: string): Promise<void> {
    this.clear();
    const digits = text.replaceAll(/\s/g, '');
    this.#read = iinRead('typed', digits);
    if (this.#read) return this.ask(() => this.desk.backend.person(digits));
    if (/^\d{14}$/.test(digits)) return this.receipt(digits);
    try {
      const found = await this.desk.backend.search(text);
      await this.show({ sheet: 'found', text, found });
    } catch (reason) {
      this.refusal = refusalOf(reason);
    }
  }

  /** The verdict on a reception of a list. */
  verdict(reference: string): Promise<void> {
    return this.ask(() => this.desk.backend.verdict(reference));
  }

  /** F2: a visit without a scan, with the name that was looked for if that is what lies open. */
  async newVisit(surname = this.open?.sheet === 'found' ? this.open.text : ''): Promise<void> {
    if (!this.desk.may('register')) return;
    const visit = this.blank();
    visit.typed.surname = surname;
    await this.show({ sheet: 'visit', visit });
  }

  /** A visit of somebody whom a machine has read already: not the one of the roster, or here for a video appeal. */
  async visitOf(person: PersonRead | null): Promise<void> {
    if (!this.desk.may('register')) return;
    const visit = this.blank();
    if (person) visit.fill(person, null, 0);
    await this.show({ sheet: 'visit', visit });
  }

  /** A visit of somebody whose IIN does not check but stands so in the document: registered without it, the digits go into a note. */
  private async asPrinted(): Promise<void> {
    const visit = this.blank();
    if (this.#read) visit.fill(this.#read, null, 0);
    visit.typed.iinAsPrinted = true;
    await this.show({ sheet: 'visit', visit });
  }

  /** An IIN typed on the sheet itself fills the sheet. */
  async known(visit: VisitSheet, iin: string): Promise<Refusal | undefined> {
    try {
      const scanned = await this.desk.backend.person(iin);
      if (this.open?.sheet !== 'visit' || this.open.visit !== visit || visit.digits !== iin) return undefined;
      if (scanned.scanned === 'visitor') visit.fill({ ...scanned.person, read_by: 'typed' }, scanned.last, scanned.times);
      else await this.take(scanned);
    } catch (reason) {
      return refusalOf(reason);
    }
    return undefined;
  }

  openEntry(number: string): void {
    void this.close().then((closed) => {
      if (!closed) return;
      this.desk.entry = number;
      this.desk.goTo('journal');
    });
  }

  async openDraft(draft: Draft): Promise<void> {
    await this.show({ sheet: 'visit', visit: VisitSheet.parked(draft.id, draft.sheet) });
  }

  /** F6: the next draft of the strip, oldest first. */
  async nextDraft(): Promise<boolean> {
    const open = this.open?.sheet === 'visit' ? this.open.visit.id : undefined;
    const all = this.drafts.value ?? [];
    const next = all[(all.findIndex((draft) => draft.id === open) + 1) % Math.max(1, all.length)];
    if (!next || next.id === open) return false;
    await this.openDraft(next);
    return true;
  }

  /** The sheet changed: soon it lies in the store. */
  keepSoon(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.put(), KEEP_AFTER_MS);
  }

  /** Puts the open visit into the store; an emptied one is taken out of it. Whether nothing would be lost now. */
  async put(): Promise<boolean> {
    clearTimeout(this.#keeping);
    if (this.open?.sheet !== 'visit') return true;
    const { visit } = this.open;
    if (!visit.touched && !this.drafts.value?.some((draft) => draft.id === visit.id)) return true;
    try {
      if (visit.touched) await this.desk.backend.keepDraft(visit.id, visit.title, visit.parking);
      else await this.desk.backend.dropDraft(visit.id);
    } catch (reason) {
      this.refusal = refusalOf(reason);
      if (this.refusal.code === 'signed-out') await this.desk.look();
      return false;
    }
    // The strip opens what it holds: it must hold what was put away.
    await this.drafts.look();
    return true;
  }

  /** Esc: one step back. A visit stays as a draft, or open if the store does not take it. Whether it is closed. */
  async close(): Promise<boolean> {
    if (!(await this.put())) return false;
    this.open = undefined;
    return true;
  }

  /** The visit is registered, or is not wanted: its draft goes. */
  async drop(visit: VisitSheet): Promise<void> {
    clearTimeout(this.#keeping);
    if (this.open?.sheet === 'visit' && this.open.visit === visit) this.open = undefined;
    try {
      await this.desk.backend.dropDraft(visit.id);
    } catch (reason) {
      this.refusal = refusalOf(reason);
    }
    await this.drafts.look();
  }

  private async ask(question: () => Promise<Scanned>): Promise<void> {
    try {
      await this.take(await question());
    } catch (reason) {
      this.refusal = refusalOf(reason);
      if (this.refusal.code === 'signed-out') await this.desk.look();
    }
  }

  private async take(scanned: Scanned): Promise<void> {
    switch (scanned.scanned) {
      case 'visitor': {
        if (!this.desk.may('register')) {
          this.refusal = { code: 'role-may-not', args: {} };
          return;
        }
        const visit = this.blank();
        visit.fill(scanned.person, scanned.last, scanned.times);
        return this.show({ sheet: 'visit', visit });
      }
      case 'expected':
        return this.show({ sheet: 'arrival', arrival: new ArrivalSheet(scanned.verdicts, scanned.person, this.desk.backend) });
      case 'reception':
        return this.show({ sheet: 'arrival', arrival: new ArrivalSheet([scanned.verdict], null, this.desk.backend) });
      case 'receipt':
        return this.receipt(scanned.number);
      case 'entry':
        return this.openEntry(scanned.number);
    }
  }

  private async receipt(number: string): Promise<void> {
    if (!(await this.close())) return;
    this.desk.appeal = number;
    this.desk.goTo('appeals');
  }

  private blank(): VisitSheet {
    return new VisitSheet(crypto.randomUUID(), this.desk.words.language);
  }

  /** A sheet that opens is the answer to whatever was refused before it. */
  private async show(sheet: Sheet): Promise<void> {
    if (sheet.sheet === 'visit' && this.isTooMany(sheet.visit)) {
      this.refusal = { code: 'drafts-full', args: {} };
      return;
    }
    this.clear();
    if (!(await this.put())) return;
    this.desk.goTo('today');
    this.desk.display.show(null);
    this.open = sheet;
  }

  /** A visit may have to be parked at any moment: one that would find no room there is not begun. */
  private isTooMany(visit: VisitSheet): boolean {
    const parked = new Set(this.drafts.value?.map((draft) => draft.id));
    if (this.open?.sheet === 'visit') parked[this.open.visit.touched ? 'add' : 'delete'](this.open.visit.id);
    return !parked.has(visit.id) && parked.size >= MOST_DRAFTS;
  }
}
