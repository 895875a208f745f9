/** Which sign each key gives under the layouts of a desk. The keys lie in the same order in every row. */
export type Layout = 'us' | 'ru' | 'kz';

const CODES = [
  'Backquote', 'Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus', 'Equal',
  'KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'BracketLeft', 'BracketRight',
  'KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote', 'Backslash',
  'KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash',
];

const SIGNS: Record<Layout, { plain: string; shift: string }> = {
  us: {
    plain: "`1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./",
    shift: '~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?',
  },
  ru: {
    plain: 'ё1234567890-=йцукенгшщзхъфывапролджэ\\ячсмитьбю.',
    shift: 'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ,',
  },
  kz: {
    plain: '("әіңғ,.үұқөһйцукенгшщзхъфывапролджэ\\ячсмитьбю№',
    shift: ')!ӘІҢҒ;:ҮҰҚӨҺЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭ/ЯЧСМИТЬБЮ?',
  },
};

/** A key as it is pressed. */
export interface Stroke {
  code: string;
  key: string;
  shift: boolean;
}

function stroke(sign: string, of: Layout, shown: Layout): Stroke | undefined {
  for (const row of ['plain', 'shift'] as const) {
    const at = SIGNS[of][row].indexOf(sign);
    const code = CODES[at];
    if (at >= 0 && code) return { code, key: SIGNS[shown][row].charAt(at), shift: row === 'shift' };
  }
  return undefined;
}

/** The keys a scanner presses for a text; it believes in Latin, whatever the machine's layout is. */
export function scanned(text: string, layout: Layout): Stroke[] {
  return [...text].map((sign) => {
    const key = stroke(sign, 'us', layout);
    if (!key) throw new Error(`a scanner has no key for «${sign}»`);
    return key;
  });
}

/** The keys a person presses for a text under a layout that has its letters. */
export function typed(text: string): Stroke[] {
  return [...text].map((sign) => {
    if (sign === ' ') return { code: 'Space', key: ' ', shift: false };
    for (const layout of ['us', 'ru', 'kz'] as const) {
      const key = stroke(sign, layout, layout);
      if (key) return key;
    }
    // A sign on no key, pasted or from another layout.
    return { code: '', key: sign, shift: false };
  });
}
