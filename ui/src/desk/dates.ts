/** Dates as people write them, «кк.аа.жжжж», and as they are sent, «гггг-мм-дд». */

/** `undefined`: what stands there is no day; `null`: nothing stands there. */
export function sent(written: string): string | null | undefined {
  if (written.trim() === '') return null;
  const parts = /^(\d{1,2})[.\-/ ](\d{1,2})[.\-/ ](\d{4})$/.exec(written.trim());
  if (!parts) return undefined;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return undefined;
  return `${parts[3]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function written(iso: string | null | undefined): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : (iso ?? '');
}
