/** The board's keys, read by their place: they work under any layout, in the upper row and on the block of digits. */
export interface Keys {
  digit: (digit: number) => void;
  undo: () => void;
}

/** Keys of the web view that would leave the page or reload it. */
const OFF = /^(F\d+|Browser\w+|ContextMenu)$/;

export function pressed(event: Pick<KeyboardEvent, 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>, keys: Keys): boolean {
  const { code, repeat } = event;
  if (event.ctrlKey && !event.altKey && !event.metaKey) {
    if (code === 'KeyZ' && !repeat) keys.undo();
    return true;
  }
  if (event.altKey || event.metaKey) return true;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  // A key that is held down is one press: the same digit twice means something else.
  if (digit) {
    if (!repeat) keys.digit(Number(digit));
    return true;
  }
  return OFF.test(code);
}

export function install(keys: Keys, within: Window): () => void {
  const key = (event: KeyboardEvent) => {
    if (pressed(event, keys)) event.preventDefault();
  };
  const stop = (event: Event) => event.preventDefault();
  within.addEventListener('keydown', key, true);
  within.addEventListener('contextmenu', stop);
  return () => {
    within.removeEventListener('keydown', key, true);
    within.removeEventListener('contextmenu', stop);
  };
}
