/**
 * The visit sheet: what the person at the desk shows and says, and the three statements of the worker, one after another.
 *
 * Nothing is stated beforehand. What a statement covers may still be mended, but then it has to be made again.
 */
import type {
  ApplicantView, BoothCard, Capacity, LastVisit, PersonRead, ReadBy, Refusal, Visit,
} from '../../backend/types';
import type { Language } from '../../words/bundles';
import { sent, written } from '../dates';
import { byHand, noted, takenBack, type Filled } from './filled';

/** The country of issue is known by itself for all but these. */
const FOREIGN: readonly string[] = ['foreign_passport', 'diplomatic_passport', 'service_passport', 'seafarers_book', 'return_certificate', 'other'];

export const ROLES = ['oneself', 'legal_representative', 'power_of_attorney', 'legal_entity'] as const;
export type VisitRole = (typeof ROLES)[number];

/** Goes to the waiting list, not to a booth. */
export const WAITS = 'wait';

const DOCUMENT_DATES = ['issued', 'expires'] as const;
const POWER_DATES = ['powerDated', 'powerUntil'] as const;

/** A refusal of the sheet itself, and the field it belongs to. */
export interface Missing {
  field: 'number' | 'surname' | 'patronymic' | 'entity' | (typeof DOCUMENT_DATES)[number] | (typeof POWER_DATES)[number];
  refusal: Refusal | undefined;
}

/** All that is typed; as it is parked. */
function blank() {
  return {
    readBy: 'typed' as ReadBy,
    latin: '', iin: '', iinAsPrinted: false,
    kind: 'id_card' as string, country: 'KAZ', number: '', issuer: '', issued: '', expires: '',
    surname: '', given: '', patronymic: '', noPatronymic: false, patronymicAsked: false,
    role: 'oneself' as VisitRole,
    ofSurname: '', ofGiven: '', ofPatronymic: '', ofIin: '',
    powerNumber: '', powerDated: '', powerNotary: '', powerUntil: '',
    entity: '', bin: '',
    language: 'kk' as Language, needsHelp: false, ticket: '',
    warnings: [] as string[],
    last: null as LastVisit | null,
    times: 0,
    /** The document shown is that of the last visit: a barcode cannot tell an old card from a new one. */
    lastDocument: false,
  };
}
export type Typed = ReturnType<typeof blank>;

const text = (value: string) => value.trim() || null;
const upper = (value: string) => value.trim().charAt(0).toUpperCase();

export class VisitSheet {
  typed: Typed = $state(blank());
  /** Which statement is next. */
  step: 1 | 2 | 3 = $state(1);
  comparedAt = $state(0);
  explainedAt = $state(0);
  /** A booth's label or `WAITS`; empty until somebody chose. */
  chosen = $state('');
  /** What came of the IIN that is in the sheet. */
  #filled: Filled | undefined;

  constructor(
    readonly id: string,
    language: Language,
  ) {
    this.typed.language = language;
  }

  /** A parked sheet comes back as it was typed; its statements are made again by whoever registers. */
  static parked(id: string, sheet: string): VisitSheet {
    const visit = new VisitSheet(id, 'kk');
    const { filled, ...typed } = JSON.parse(sheet) as Partial<Typed> & { filled?: Filled };
    visit.typed = { ...blank(), ...typed };
    visit.#filled = filled;
    return visit;
  }

  get parking(): string {
    return JSON.stringify({ ...this.typed, filled: this.#filled });
  }

  /** All that is text on the sheet; what is chosen from a list is always something. */
  private get texts(): Partial<Typed> {
    const { readBy: _, kind: __, country: ___, role: ____, language: _____, ...rest } = this.typed;
    return Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'string'));
  }

  /** Whether anything would be lost. */
  get touched(): boolean {
    return byHand(undefined, this.texts);
  }

  /** Whether somebody typed any of it. */
  get byHand(): boolean {
    return byHand(this.#filled, this.texts);
  }

  /** Surname and initials; empty while there is no name. */
  get title(): string {
    const { surname, given, patronymic, latin } = this.typed;
    const initials = [given, patronymic].map(upper).filter(Boolean).map((letter) => `${letter}.`);
    return [surname.trim(), ...initials].filter(Boolean).join(' ') || latin;
  }

  get digits(): string {
    return this.typed.iin.replaceAll(/\D/g, '');
  }

  readonly foreign: boolean = $derived(FOREIGN.includes(this.typed.kind));

  /** What a machine read, and what is known of the person from the last visit. */
  fill(person: PersonRead, last: LastVisit | null, times: number): void {
    this.forget(person.iin);
    const before = $state.snapshot(this.typed);
    this.write(person, last, times);
    // What a zone said before somebody typed the IIN beside it is the document's own.
    this.#filled = noted(person.iin, before, $state.snapshot(this.typed), this.#filled?.iin ? this.#filled : undefined);
    this.mended();
  }

  /** Another IIN than the one the sheet was filled by: what came of that one goes, what the worker typed stays. */
  forget(iin: string | null): void {
    if (!this.#filled?.iin || !iin || iin === this.#filled.iin) return;
    Object.assign(this.typed, takenBack(this.#filled, this.typed));
    this.#filled = undefined;
  }

  private write(person: PersonRead, last: LastVisit | null, times: number): void {
    const typed = this.typed;
    typed.readBy = person.read_by;
    typed.iin = person.iin ?? typed.iin;
    typed.latin = person.latin ?? (typed.latin || (last?.latin ?? ''));
    typed.warnings = person.warnings;
    typed.last = last;
    typed.times = times;
    if (last) {
      typed.surname ||= last.names.surname ?? '';
      typed.given ||= last.names.given ?? '';
      // A «-» is typed too: it says what the worker sees in the document.
      if (typed.patronymic === '') Object.assign(typed, { patronymic: last.names.patronymic ?? '', noPatronymic: last.names.no_patronymic });
      // It was asked when the person came for the first time.
      typed.patronymicAsked = true;
      typed.language = last.language;
      typed.needsHelp = last.needs_help;
    }
    const document = person.document ?? (typed.number === '' ? last?.document : undefined);
    if (document) {
      typed.kind = document.kind;
      typed.country = document.country;
      typed.number = document.number;
      typed.issuer = document.issuer ?? '';
      typed.issued = written(document.issued);
      typed.expires = written(document.expires);
      typed.lastDocument = !person.document;
    }
  }

  /** The person shows another document than last time. */
  otherDocument(): void {
    Object.assign(this.typed, { number: '', issuer: '', issued: '', expires: '', lastDocument: false });
    this.mended();
  }

  /** Whether the term of the document shown is over on this day (ISO). */
  isExpired(day: string | undefined): boolean {
    const expires = sent(this.typed.expires);
    return day !== undefined && typeof expires === 'string' && expires < day;
  }

  ofKind(kind: string): void {
    this.typed.kind = kind;
    this.typed.country = kind === 'foreign_passport' ? '' : 'KAZ';
    this.mended();
  }

  /** «-» says that there is no patronymic. */
  patronymicTyped(): void {
    const typed = this.typed;
    typed.noPatronymic = ['-', '–', '—'].includes(typed.patronymic.trim());
    typed.patronymicAsked = true;
    this.mended();
  }

  /** What the first statement covers has changed: it holds no longer. */
  mended(): void {
    this.step = 1;
    this.comparedAt = 0;
    this.explainedAt = 0;
  }

  /** What is still missing for the first statement. The patronymic is asked after once; empty is an answer. */
  missing(): Missing | undefined {
    const typed = this.typed;
    if (typed.number.trim() === '' || typed.kind === '') return { field: 'number', refusal: { code: 'document-missing', args: {} } };
    const named = [typed.surname, typed.given, typed.noPatronymic ? '' : typed.patronymic].some((part) => part.trim() !== '');
    if (!named) return { field: 'surname', refusal: { code: 'name-missing', args: {} } };
    if (this.typed.patronymic.trim() === '' && !typed.noPatronymic && !typed.patronymicAsked) {
      typed.patronymicAsked = true;
      return { field: 'patronymic', refusal: undefined };
    }
    if (typed.role === 'legal_entity' && typed.entity.trim() === '') return { field: 'entity', refusal: undefined };
    // Only what stands on the sheet is asked after: a last document has its dates, and no power of attorney has none.
    const dates = [...(typed.lastDocument ? [] : DOCUMENT_DATES), ...(typed.role === 'power_of_attorney' ? POWER_DATES : [])];
    const garbled = dates.find((date) => sent(typed[date]) === undefined);
    return garbled && { field: garbled, refusal: undefined };
  }

  /** The first or the second statement is made. */
  state(now: number): void {
    if (this.step === 1) this.comparedAt = now;
    else this.explainedAt = now;
    this.step = this.step === 1 ? 2 : 3;
  }

  /** In which language the person is spoken to. What was explained in another one was not explained. */
  speaks(language: Language): void {
    if (language !== this.typed.language && this.step === 3) this.step = 2;
    this.typed.language = language;
  }

  /** Where the person goes: what was chosen, else the first free booth, else the waiting list. */
  where(booths: BoothCard[]): string {
    const free = booths.filter((booth) => booth.state === 'free').map((booth) => booth.label);
    if (this.chosen === WAITS || free.includes(this.chosen)) return this.chosen;
    return free[0] ?? WAITS;
  }

  visit(now: number): Visit {
    const typed = this.typed;
    const explained = now - this.explainedAt;
    return {
      names: {
        surname: text(typed.surname),
        given: text(typed.given),
        patronymic: typed.noPatronymic ? null : text(typed.patronymic),
        no_patronymic: typed.noPatronymic,
      },
      latin: text(typed.latin),
      iin: this.digits || null,
      iin_as_printed: typed.iinAsPrinted,
      document: {
        kind: typed.kind,
        country: typed.country.trim(),
        number: typed.number.trim(),
        issuer: text(typed.issuer),
        issued: sent(typed.issued) ?? null,
        expires: sent(typed.expires) ?? null,
      },
      read_by: typed.readBy,
      capacity: this.capacity(),
      language: typed.language,
      needs_help: typed.needsHelp,
      ticket: text(typed.ticket),
      // The rules are explained and the consent is taken in one breath; it is one press.
      statements: { compared_ms: Math.round(now - this.comparedAt), explained_ms: Math.round(explained), consented_ms: Math.round(explained) },
    };
  }

  private capacity(): Capacity {
    const typed = this.typed;
    const represented = {
      surname: text(typed.ofSurname), given: text(typed.ofGiven), patronymic: text(typed.ofPatronymic), iin: text(typed.ofIin.replaceAll(/\D/g, '')),
    };
    switch (typed.role) {
      case 'oneself':
        return { role: 'oneself' };
      case 'legal_representative':
        return { role: 'legal_representative', represented };
      case 'power_of_attorney':
        return {
          role: 'power_of_attorney',
          represented,
          number: text(typed.powerNumber),
          dated: sent(typed.powerDated) ?? null,
          notary: text(typed.powerNotary),
          until: sent(typed.powerUntil) ?? null,
        };
      case 'legal_entity':
        return { role: 'legal_entity', name: typed.entity.trim(), bin: text(typed.bin.replaceAll(/\D/g, '')) };
    }
  }

  /** What the display turned to the applicant shows; where they go is said when they are registered. */
  applicant(): ApplicantView {
    const typed = this.typed;
    return {
      language: typed.language,
      names: this.visit(0).names,
      document_kind: typed.kind,
      document_number: text(typed.number),
      stage: this.step === 1 ? 'data' : 'rules',
      booth: null,
    };
  }
}
