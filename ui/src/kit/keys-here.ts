/**
 * Single keys (digits, letters by their place) that choose in what is on the screen now.
 *
 * They reach whoever asked last first, and nobody while a text field has the focus: there they are text. Esc is one of them wherever it is pressed.
 */
export type KeyHere = (code: string) => boolean;

export class KeysHere {
  #layers: { hear?: KeyHere }[] = [];

  /** Hears single keys until the answer is called. */
  add(hear: KeyHere): () => void {
    return this.#put({ hear });
  }

  /** Until the answer is called nobody below hears single keys; what nobody above takes goes its own way. */
  cover(): () => void {
    return this.#put({});
  }

  /** Whether somebody took the key. */
  press(code: string): boolean {
    const covered = this.#layers.findLastIndex((layer) => !layer.hear);
    return this.#layers.slice(covered + 1).reverse().some((layer) => layer.hear?.(code));
  }

  #put(layer: { hear?: KeyHere }): () => void {
    this.#layers.push(layer);
    return () => {
      this.#layers = this.#layers.filter((one) => one !== layer);
    };
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
