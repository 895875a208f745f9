/** What the display turned to the applicant shows. It asks nothing of the person and keeps nothing of the one before. */
import type { ApplicantBackend } from '../backend/backend';
import type { ApplicantView } from '../backend/types';
import type { Words } from '../words/words.svelte';

export class ApplicantState {
  view: ApplicantView | null = $state.raw(null);
  #asked = 0;

  constructor(
    private readonly program: ApplicantBackend,
    private readonly words: Words,
  ) {}

  /** Reads the view again; whatever cannot be read is nobody’s. */
  async refresh(): Promise<void> {
    const asked = ++this.#asked;
    const view = await this.program.applicant().catch(() => null);
    if (asked !== this.#asked) return;
    this.words.switch(view?.language ?? 'kk');
    this.view = view;
  }

  /** Follows the program until the answer is called. */
  async watch(): Promise<() => void> {
    await this.refresh();
    return this.program.onChange(() => void this.refresh());
  }
}
