/** The commands by name, over whatever carries them: the window's own channel, or a connection of a test. */
import { Refused, type Backend } from './backend';
import type { Refusal } from './types';

/** Carries a command and its values; rejects with the refusal as it came. */
export interface Carrier {
  ask(command: string, values: Record<string, unknown>): Promise<unknown>;
  listen(changed: () => void): Promise<() => void>;
}

function isRefusal(reason: unknown): reason is Refusal {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'args' in reason;
}

export function backend(carrier: Carrier): Backend {
  /** A command rejects with a refusal; whatever else comes is a fault of ours and is said as one. */
  async function ask<T>(command: string, values: Record<string, unknown> = {}): Promise<T> {
    try {
      return (await carrier.ask(command, values)) as T;
    } catch (reason) {
      throw new Refused(isRefusal(reason) ? reason : { code: 'ours', args: {} });
    }
  }

  return {
    onChange: (changed) => carrier.listen(changed),
    signInState: () => ask('sign_in_state'),
    signIn: (staff, password) => ask('sign_in', { staff, password }),
    lock: () => ask('lock'),
    present: () => ask('present'),
    frame: () => ask('frame'),
    opening: () => ask('opening'),
    openDay: (confirmed) => ask('open_day', { confirmed }),
    closeDay: () => ask('close_day'),
    today: () => ask('today'),
    scan: (typed) => ask('scan', { typed }),
    person: (iin) => ask('person', { iin }),
    verdict: (reference) => ask('verdict', { reference }),
    search: (text) => ask('search', { text }),
    register: (visit, booth) => ask('register', { visit, booth }),
    askBooth: (number, booth) => ask('ask_booth', { number, booth }),
    withdraw: (session, reason) => ask('withdraw', { session, reason }),
    tellBooth: (session, word) => ask('tell_booth', { session, word }),
    drafts: () => ask('drafts'),
    keepDraft: (id, title, sheet) => ask('keep_draft', { id, title, sheet }),
    dropDraft: (id) => ask('drop_draft', { id }),
    showApplicant: (view) => ask('show_applicant', { view }),
    journal: (day) => ask('journal', { day }),
    entry: (number) => ask('entry', { number }),
    correct: (number, fields, reason) => ask('correct', { number, fields, reason }),
    annul: (number, reason) => ask('annul', { number, reason }),
    showIin: (number) => ask('show_iin', { number }),
    receptions: (day) => ask('receptions', { day }),
    arrive: (reference, otherDocument, words) => ask('arrive', { reference, other_document: otherDocument, words }),
    step: (reference, step) => ask('step', { reference, step }),
    noShow: (reference) => ask('no_show', { reference }),
    undo: (reference, from, reason) => ask('undo', { reference, from, reason }),
    appeal: (number) => ask('appeal', { number }),
    handOver: (number, identifiedBy) => ask('hand_over', { number, identified_by: identifiedBy }),
    printReceipt: (number, reason) => ask('print_receipt', { number, reason }),
    rosterSheet: (day) => ask('roster_sheet', { day }),
    rosterPage: (day, page) => ask('roster_page', { day, page }),
    printRoster: (day, reason) => ask('print_roster', { day, reason }),
    printedOrNot: (job, printed) => ask('printed_or_not', { job, printed }),
    devices: () => ask('devices'),
    ledger: () => ask('ledger'),
    board: () => ask('board'),
    applicant: () => ask('applicant'),
    boothView: () => ask('booth_view'),
    press: (press) => ask('press', { press }),
    addressees: (text) => ask('addressees', { text }),
    boothPicture: () => ask('booth_picture'),
  };
}
