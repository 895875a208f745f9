/** Takes from the web view what a booth must not have: its menu, selection, dragging, zoom, and the keys that would leave the page. */

/** Keys that belong to somebody who reaches the booth with a switch instead of a finger. */
const KEPT = new Set(['Tab', 'Enter', 'Space', 'NumpadEnter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

/** Is a key left to the page? Read by its place on the keyboard, not by the letter of the moment. */
export const kept = (event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>): boolean =>
  KEPT.has(event.code) && !event.ctrlKey && !event.altKey && !event.metaKey;

export function locked(within: Window): () => void {
  const stop = (event: Event) => event.preventDefault();
  const key = (event: KeyboardEvent) => {
    if (!kept(event)) event.preventDefault();
  };
  const wheel = { passive: false };
  const kinds = ['contextmenu', 'selectstart', 'dragstart', 'dblclick', 'gesturestart', 'auxclick'];
  for (const kind of kinds) within.addEventListener(kind, stop);
  within.addEventListener('keydown', key, true);
  within.addEventListener('wheel', stop, wheel);
  return () => {
    for (const kind of kinds) within.removeEventListener(kind, stop);
    within.removeEventListener('keydown', key, true);
    within.removeEventListener('wheel', stop);
  };
}
