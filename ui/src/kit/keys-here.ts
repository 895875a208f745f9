/**
 * Single keys (digits, letters by their place) that choose in what is on the screen now.
 *
 * They reach whoever asked last first, and nobody while a text field has the focus: there they are text.
 */
export type KeyHere = (code: string) => boolean;

export class KeysHere {
  #handlers: KeyHere[] = [];

  /** Hears single keys until the answer is called. */
  add(handler: KeyHere): () => void {
    this.#handlers.push(handler);
    return () => {
      this.#handlers = this.#handlers.filter((one) => one !== handler);
    };
  }

  /** Whether somebody took the key. */
  press(code: string): boolean {
    return [...this.#handlers].reverse().some((handler) => handler(code));
  }
}

export const keysHere = new KeysHere();

/** 1–9 of the row of digits or of the block at the right; nothing else. */
export function digitOf(code: string): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

/** Whether what is typed there is text. */
export function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['radio', 'checkbox', 'button', 'submit', 'range'].includes(target.type);
}
