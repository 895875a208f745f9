/**
 * The Enter guard: a filled button that has just appeared does not hear the Enter that was meant for the one before it.
 *
 * Auto-repeat is stopped where keys are read (`desk/keys.ts`); here is only the pause.
 */
export const DEAD_MS = 300;

export class EnterGuard {
  #since = Number.NEGATIVE_INFINITY;

  /** The button, or what it states, appeared. */
  appeared(at: number): void {
    this.#since = at;
  }

  /** Whether a press counts. */
  lets(at: number): boolean {
    return at - this.#since >= DEAD_MS;
  }
}

/** The filled button of what lies on top: of the open dialog if there is one, never of what is covered or not to be seen. */
export function primaryOnTop(document: Document): HTMLElement | undefined {
  const dialogs = document.querySelectorAll('dialog[open]');
  const within: ParentNode = dialogs[dialogs.length - 1] ?? document;
  return [...within.querySelectorAll<HTMLElement>('[data-primary]')].filter((button) => !button.closest('[inert]') && button.checkVisibility()).at(-1);
}
