/** How booths and rooms are called: «01» is said as 1, and key 1 picks it. */
import type { BoothCard } from '../backend/types';

export function shortLabel(label: string): string {
  return /^\d+$/.test(label) ? String(Number(label)) : label;
}

export function boothOfDigit(booths: BoothCard[], digit: number): BoothCard | undefined {
  return booths.find((booth) => shortLabel(booth.label) === String(digit));
}
