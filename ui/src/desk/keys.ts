/**
 * Keys of the whole window, read from `code`: a layout changes letters, not places.
 *
 * What a web view would do by itself with some keys (reload, print, zoom, its own menu) has no meaning at a desk and is off.
 */
export interface Keys {
  language(): void;
  lock(): void;
}

/** Installs the keys; the answer removes them. */
export function install(keys: Keys, window: Window): () => void {
  const pressed = (event: KeyboardEvent) => {
    if (event.code === 'F9' && !event.repeat) keys.language();
    else if (event.code === 'F12' && !event.repeat) keys.lock();
    else if (!webViewsOwn(event)) return;
    event.preventDefault();
  };
  const off = (event: Event) => event.preventDefault();
  const zoom = (event: WheelEvent) => {
    if (event.ctrlKey) event.preventDefault();
  };
  window.addEventListener('keydown', pressed);
  window.addEventListener('contextmenu', off);
  window.addEventListener('wheel', zoom, { passive: false });
  return () => {
    window.removeEventListener('keydown', pressed);
    window.removeEventListener('contextmenu', off);
    window.removeEventListener('wheel', zoom);
  };
}

function webViewsOwn(event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey;
  return ['F5', 'F7', 'F11'].includes(event.code) || (held && ['KeyR', 'KeyP', 'KeyF', 'KeyG', 'Equal', 'Minus', 'Digit0'].includes(event.code));
}
