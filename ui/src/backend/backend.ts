/**
 * What the screens may ask of the program behind them, and nothing else. The program answers; the screens decide nothing
 * that matters: who may do what is known there, not here.
 */
import type { Refusal, SignInState, Today } from './types';

/** Why a question got no answer: said in words, never by a number. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export interface Backend {
  /** Who may sign in here, before anybody has. */
  signInState(): Promise<SignInState>;
  /** Signs in; rejects with `Refused` if the password does not unlock the desk. */
  signIn(staff: string, password: string): Promise<void>;
  /** The journal of the open day; rejects with `Refused` if nobody is signed in. */
  today(): Promise<Today>;
  /** Locks the desk. Calling it twice is the same as once. */
  lock(): Promise<void>;
  /** Calls back whenever what a screen shows may have changed; the answer stops it. */
  onChange(changed: () => void): Promise<() => void>;
}
