/**
 * When a touch counts: the finger is lifted inside the target it began on, and no other touch counted just before. Hands shake,
 * and a page that has just appeared must not take the press that was meant for the one before it.
 *
 * A drag, a swipe, a long press and a double tap mean nothing: only where a touch begins and where it ends matters.
 */
import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** A touch this soon after one that counted is dropped. */
export const DEAD_MS = 400;

/** Where a touch is, in the page's own pixels. */
export interface Place {
  x: number;
  y: number;
}

/** The side a target has on the screen, as `getBoundingClientRect` tells it. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Does a place lie in an area? An edge belongs to it. */
export const inside = (place: Place, area: Area): boolean =>
  place.x >= area.left && place.x <= area.right && place.y >= area.top && place.y <= area.bottom;

/** Follows one finger at a time, from where it began to where it is lifted. */
export class Touch<Target> {
  #began: { target: Target; finger: number } | null = null;
  #counted = new Map<Target | null, number>();

  /** `together`: a second touch is dropped on whatever target; else only on the same (letters are typed faster than buttons are pressed). */
  constructor(readonly together = true) {}

  /** A finger goes down. A second finger beside the first is nobody's. */
  down(target: Target, finger: number): void {
    this.#began ??= { target, finger };
  }

  /** A finger is lifted; the answer is whether the touch counts. */
  up(target: Target, finger: number, within: boolean, at: number): boolean {
    const began = this.#began;
    if (began?.finger !== finger) return false;
    this.#began = null;
    if (began.target !== target || !within) return false;
    return this.counts(target, at);
  }

  /** The system took the finger away. */
  cancel(finger: number): void {
    if (this.#began?.finger === finger) this.#began = null;
  }

  /** A press from something else than a finger: a switch, a screen reader. The same pause holds. */
  counts(target: Target, at: number): boolean {
    const of = this.together ? null : target;
    const last = this.#counted.get(of);
    if (last !== undefined && at - last < DEAD_MS) return false;
    this.#counted.clear();
    this.#counted.set(of, at);
    return true;
  }

  /** The target is gone while a finger lies on it: that finger means nothing any more. */
  gone(target: Target): void {
    if (this.#began?.target === target) this.#began = null;
  }
}

/** The buttons of the window share one rule, so the pause holds across pages. */
const buttons = new Touch<Element>();
/** The keys of the keyboard: only the same letter twice is a shaking hand. */
const keys = new Touch<Element>(false);

export interface Hold {
  /** The finger lies on the target, or no longer does. */
  held?: (held: boolean) => void;
}

function attach(rule: Touch<Element>, pressed: () => void, hold: Hold): Attachment<HTMLElement> {
  return (target) => {
    const held = (yes: boolean) => untrack(() => hold.held?.(yes));
    const down = (event: PointerEvent) => {
      rule.down(target, event.pointerId);
      held(true);
    };
    const move = (event: PointerEvent) => {
      if (event.buttons) held(inside({ x: event.clientX, y: event.clientY }, target.getBoundingClientRect()));
    };
    const up = (event: PointerEvent) => {
      held(false);
      const within = inside({ x: event.clientX, y: event.clientY }, target.getBoundingClientRect());
      if (rule.up(target, event.pointerId, within, event.timeStamp)) untrack(pressed);
    };
    const lost = (event: PointerEvent) => {
      held(false);
      rule.cancel(event.pointerId);
    };
    // A finger's own click has a count; what has none was pressed by a switch or a screen reader.
    const click = (event: MouseEvent) => {
      if (event.detail === 0 && rule.counts(target, event.timeStamp)) untrack(pressed);
    };
    // A mouse lifted elsewhere tells nobody but the window.
    const elsewhere = (event: PointerEvent) => {
      if (event.target !== target && !target.contains(event.target as Node)) lost(event);
    };
    target.addEventListener('pointerdown', down);
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', up);
    target.addEventListener('pointercancel', lost);
    target.addEventListener('click', click);
    window.addEventListener('pointerup', elsewhere);
    return () => {
      rule.gone(target);
      target.removeEventListener('pointerdown', down);
      target.removeEventListener('pointermove', move);
      target.removeEventListener('pointerup', up);
      target.removeEventListener('pointercancel', lost);
      target.removeEventListener('click', click);
      window.removeEventListener('pointerup', elsewhere);
    };
  };
}

/** Makes an element a button of the booth. */
export const touched = (pressed: () => void, hold: Hold = {}): Attachment<HTMLElement> => attach(buttons, pressed, hold);

/** Makes an element a key of the booth's keyboard. */
export const typed = (pressed: () => void, hold: Hold = {}): Attachment<HTMLElement> => attach(keys, pressed, hold);
