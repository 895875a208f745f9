/** Whether the panel stands or lies. A booth is not turned over while somebody sits in it, but the program does not rely on that. */
export class Orientation {
  across = $state(false);

  /** Follows the panel until the answer is called. */
  watch(): () => void {
    const asked = window.matchMedia('(orientation: landscape)');
    const read = () => (this.across = asked.matches);
    read();
    asked.addEventListener('change', read);
    return () => asked.removeEventListener('change', read);
  }
}
