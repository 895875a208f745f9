/**
 * Keys of the whole window, read from `code`: a layout changes letters, not places.
 *
 * What a web view would do by itself with some keys (reload, print, zoom, its own menu) has no meaning at a desk and is off.
 */
import { primaryOnTop } from '../kit/enter-guard';
import { keysHere, takesText } from '../kit/keys-here';

/** F1–F12 by their number, and the rest by name. F10 belongs to the system. */
export interface Keys {
  /** Whether the key did something. */
  f(number: number): void;
  page(number: number): void;
  undo(): void;
  escape(): void;
}

/** Installs the keys; the answer removes them. */
export function install(keys: Keys, window: Window): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (act(event, keys, window.document) || webViewsOwn(event)) event.preventDefault();
  };
  const off = (event: Event) => event.preventDefault();
  const zoom = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  window.addEventListener('keydown', pressed);
  window.addEventListener('contextmenu', off);
  window.addEventListener('wheel', zoom, { passive: false });
  return () => {
    window.removeEventListener('keydown', pressed);
    window.removeEventListener('contextmenu', off);
    window.removeEventListener('wheel', zoom);
  };
}

function act(event: KeyboardEvent, keys: Keys, document: Document): boolean {
  const held = event.ctrlKey || event.metaKey;
  const number = /^F(\d+)$/.exec(event.code)?.[1];
  if (number && !held && !event.altKey) {
    if (number === '10') return false;
    if (!event.repeat && !['5', '11'].includes(number)) keys.f(Number(number));
    return true;
  }
  if (event.altKey && !held) {
    const page = /^Digit([1-7])$/.exec(event.code)?.[1];
    if (page && !event.repeat) keys.page(Number(page));
    return page !== undefined;
  }
  const asked = document.querySelector('dialog[open]') !== null;
  if (held) return event.code === 'KeyZ' && !asked && undo(event, keys);
  if (event.code === 'Escape') {
    // A dialog closes itself.
    if (asked) return false;
    if (!event.repeat && !keysHere.press('Escape')) keys.escape();
    return true;
  }
  if (event.code === 'Enter' || event.code === 'NumpadEnter') return enter(event, document);
  if (takesText(event.target) || event.target instanceof HTMLSelectElement || event.repeat) return false;
  return keysHere.press(event.code);
}

/** What is being typed is taken back by the field itself. */
function undo(event: KeyboardEvent, keys: Keys): boolean {
  if (takesText(event.target) && (event.target as HTMLInputElement).value !== '') return false;
  if (!event.repeat) keys.undo();
  return true;
}

/** Enter presses the one filled button, unless it has a meaning where the focus stands. A held Enter means nothing. */
function enter(event: KeyboardEvent, document: Document): boolean {
  if (event.repeat) return true;
  const target = event.target;
  if (target instanceof Element && target.closest('button, a, summary, textarea, [data-own-enter]')) return false;
  const primary = primaryOnTop(document);
  primary?.click();
  return primary !== undefined;
}

function webViewsOwn(event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey;
  return ['F5', 'F7', 'F11'].includes(event.code) || (held && ['KeyR', 'KeyP', 'KeyF', 'KeyG', 'Equal', 'Minus', 'Digit0', 'NumpadAdd', 'NumpadSubtract', 'Numpad0'].includes(event.code));
}
