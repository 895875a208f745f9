/** What the tests counted and measured, added to one file and said as a table when all have run. */
import { appendFileSync } from 'node:fs';

export interface Figure {
  what: string;
  figure: string;
}

export function note(file: string, figure: Figure): void {
  appendFileSync(file, `${JSON.stringify(figure)}\n`);
}

export function table(lines: string): string {
  const figures = lines.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Figure);
  if (figures.length === 0) return '';
  const widest = Math.max(...figures.map((one) => one.what.length));
  const rows = figures.map((one) => `  ${one.what.padEnd(widest)}  ${one.figure}`);
  return ['', 'Figures of the screens', ...rows, ''].join('\n');
}

/** The value below which this share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
