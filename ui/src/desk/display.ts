/**
 * The display turned to the applicant, as the desk drives it: the sheet that lies open, then for a while where the person goes.
 *
 * What it shows is nobody's business but the person's: it is cleared when the desk begins, and before the next one stands there.
 */
import type { DeskBackend } from '../backend/backend';
import type { ApplicantView } from '../backend/types';

/** How long it says where to go: to be read twice, and no longer than the person stands there. */
export const STAYS_MS = 20_000;

export class Display {
  /** Where somebody goes is being said. */
  #staying: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly backend: DeskBackend) {}

  show(view: ApplicantView | null): void {
    clearTimeout(this.#staying);
    this.#staying = undefined;
    // A display that cannot be told keeps nobody from their work.
    void this.backend.showApplicant(view).catch(() => undefined);
  }

  /** Registered: where the person goes. */
  registered(language: ApplicantView['language'], booth: string | null): void {
    const names = { surname: null, given: null, patronymic: null, no_patronymic: false };
    this.show({ language, names, document_kind: null, document_number: null, stage: 'booth', booth });
    this.#staying = setTimeout(() => this.show(null), STAYS_MS);
  }

  /** The sheet is gone; where its person goes stays. */
  closed(): void {
    if (this.#staying === undefined) this.show(null);
  }
}
