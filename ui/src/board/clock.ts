/** The time of day by the program's clock: «14:07». */
export function timeOfDay(utcMs: number, offsetMin: number): string {
  const minutes = Math.floor(utcMs / 60_000) + offsetMin;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
