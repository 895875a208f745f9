/**
 * The scanner at the keyboard of a page: keeps a scan's keys from everything else, gives a person's keys back to where they were meant.
 */
import { takesText } from '../kit/keys-here';
import { Scanner } from './scanner';

interface Held {
  key: string;
  code: string;
  shiftKey: boolean;
  /** Takes the symbol out again, where it was put into a field. */
  undo?: () => void;
}

export interface ScannerKeys {
  /** A whole scan, symbols as they came, lines joined by «|». */
  scanned(typed: string): void;
  /** Whether such a line may be a code at all. Before the door a fast password is none. */
  isCode(line: string): boolean;
}

/** Listens before everybody else; the answer stops. */
export function installScanner({ scanned, isCode }: ScannerKeys, window: Window): () => void {
  const scanner = new Scanner<Held>(isCode);
  let timer: number | undefined;
  let givingBack = false;

  const wait = () => {
    window.clearTimeout(timer);
    const due = scanner.due(performance.now());
    if (due !== undefined) timer = window.setTimeout(look, due + 1);
  };
  const look = () => {
    const { back, scanned: whole } = scanner.quiet(performance.now());
    give(back);
    if (whole !== undefined) scanned(whole);
    wait();
  };
  const give = (back: Held[]) => {
    givingBack = true;
    for (const held of back) giveBack(held, window);
    givingBack = false;
  };

  const pressed = (event: KeyboardEvent) => {
    if (givingBack || event.isComposing) return;
    const outcome = judge(event);
    if (!outcome) return;
    give(outcome.back);
    for (const held of outcome.taken.reverse()) held.undo?.();
    if (outcome.fate !== 'passes') {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    wait();
  };
  const judge = (event: KeyboardEvent) => {
    // Shift goes down and up between the symbols of a scan.
    if (['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta', 'Unidentified'].includes(event.key)) return undefined;
    const held = event.ctrlKey || event.altKey || event.metaKey;
    const at = event.timeStamp;
    if (event.repeat || held) return scanner.other();
    if (event.key === 'Enter') return scanner.enter(at);
    // The space bar presses a button; no code begins with it.
    const presses = event.key === ' ' && !takesText(event.target) && scanner.due(at) === undefined;
    if (event.key.length !== 1 || presses) return scanner.other();
    return scanner.symbol(event.key, at, { key: event.key, code: event.code, shiftKey: event.shiftKey });
  };

  window.addEventListener('keydown', pressed, true);
  return () => {
    window.clearTimeout(timer);
    window.removeEventListener('keydown', pressed, true);
  };
}

/** Does what the key would have done: a shortcut if somebody hears it, else text where the cursor stands. */
function giveBack(held: Held, window: Window): void {
  const document = window.document;
  const target = document.activeElement ?? document.body;
  const heard = !target.dispatchEvent(
    new KeyboardEvent('keydown', { key: held.key, code: held.code, shiftKey: held.shiftKey, bubbles: true, cancelable: true }),
  );
  if (heard || !takesText(document.activeElement)) return;
  const field = document.activeElement as HTMLInputElement | HTMLTextAreaElement;
  const before = field.value;
  insert(field, held.key);
  const after = field.value;
  held.undo = () => {
    if (field.value !== after) return;
    field.value = before;
    field.dispatchEvent(new InputEvent('input', { inputType: 'historyUndo', bubbles: true }));
  };
}

function insert(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  if (field.readOnly || field.disabled) return;
  // The page's own command keeps the field's undo; where there is none, the same is done by hand.
  const typed = typeof field.ownerDocument.execCommand === 'function' && field.ownerDocument.execCommand('insertText', false, text);
  if (typed) return;
  const from = field.selectionStart ?? field.value.length;
  field.setRangeText(text, from, field.selectionEnd ?? from, 'end');
  field.dispatchEvent(new InputEvent('input', { data: text, inputType: 'insertText', bubbles: true }));
}
