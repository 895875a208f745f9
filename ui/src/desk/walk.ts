/** F6 without drafts: from one part of the page to the next, as in any window with panes. */
const FIRST = 'input:not([disabled]), button, select, textarea, [tabindex="0"]';

export function walk(document: Document): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => !pane.closest('[inert]') && pane.querySelector(FIRST));
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(here + 1) % Math.max(1, panes.length)]?.querySelector<HTMLElement>(FIRST)?.focus();
}
