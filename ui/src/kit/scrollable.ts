/** A region that scrolls can be reached by Tab, or those without a mouse never see its end. */
export function scrollable(region: HTMLElement): void {
  region.tabIndex = 0;
}
