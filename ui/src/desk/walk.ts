/** F6 without drafts: from one part of the page to the next, as in any window with panes. */
const FIRST = 'input:not([disabled]), button, select, textarea, [tabindex="0"]';

export function walk(document: Document): void {
  const first = (pane: HTMLElement) => [...pane.querySelectorAll<HTMLElement>(FIRST)].find((part) => part.checkVisibility());
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((pane) => !pane.closest('[inert]') && first(pane));
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = panes[(here + 1) % Math.max(1, panes.length)];
  if (next) first(next)?.focus();
}
