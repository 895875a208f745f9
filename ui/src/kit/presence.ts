/** That a person is here: a key, a touch, a turn of the wheel. What a page does by itself is nobody, and so is a pointer that lies on a table that shakes. */

/** One sign in so long is enough: the term of an empty desk is minutes long. */
export const SIGN_EVERY_MS = 2_000;

const SIGNS = ['keydown', 'pointerdown', 'wheel'] as const;

/** Tells of a person at most once in a while, the first time at once. The answer stops it. */
export function tellOfPresence(tell: () => void, page: Window, now: () => number = () => performance.now()): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const sign = () => {
    const at = now();
    if (at - told < SIGN_EVERY_MS) return;
    told = at;
    tell();
  };
  for (const name of SIGNS) page.addEventListener(name, sign, { capture: true, passive: true });
  return () => SIGNS.forEach((name) => page.removeEventListener(name, sign, { capture: true }));
}
