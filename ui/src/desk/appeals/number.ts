/** The fourteen digits of a registered appeal, in groups as on the receipt. */
export function grouped(number: string): string {
  return number.replaceAll(/\D/g, '').replace(/^(\d{4})(\d{0,4})(\d{0,4})(\d{0,2}).*$/, (_, ...parts: string[]) => parts.slice(0, 4).filter(Boolean).join(' '));
}

export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}
