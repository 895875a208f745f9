/** Closes the entry that lies open; the hand is where it was opened from, or where the next one is looked for. */
import { tick } from 'svelte';

import type { DeskState } from '../desk-state.svelte';

export async function closeEntry(desk: DeskState): Promise<void> {
  const number = desk.entry;
  desk.entry = undefined;
  await tick();
  const row = document.querySelector(`tr[data-entry="${number}"] .opens`) ?? document.querySelector('#journal-find');
  if (row instanceof HTMLElement) row.focus();
}
