/** One page looked at in every way it may be seen: both languages, both themes, every size; with a picture of each if pictures are wanted. */
import { join } from 'node:path';

import type { Language } from '../../src/words/bundles';
import { cramped, inaccessible } from './looks';
import type { Screen, Size } from './screen';

const PICTURES = process.env.QABYLDAU_PICTURES;
const LANGUAGES: readonly Language[] = ['kk', 'ru'];
const THEMES = ['light', 'hc'] as const;

export interface Way {
  sizes: readonly Size[];
  /** Only these, where a page is left by switching the language. */
  languages?: readonly Language[];
  /** Puts the page into a language, if it has one of its own. */
  speak(language: Language): Promise<void>;
  /** Where letters may be larger: each size of them, by its name. */
  letters?: { names: readonly string[]; set(name: string): Promise<void> };
}

/** What is wrong with the page, each with the way it was looked at. */
export async function walk(screen: Screen, name: string, way: Way): Promise<string[]> {
  const wrong: string[] = [];
  for (const language of way.languages ?? LANGUAGES) {
    await way.speak(language);
    for (const letters of way.letters?.names ?? ['']) {
      await way.letters?.set(letters);
      // Letters as they are need no word.
      const called = ['', way.letters?.names[0]].includes(letters) ? name : `${name}.${letters}`;
      for (const theme of THEMES) {
        await screen.theme(theme);
        for (const { width, height } of way.sizes) {
          await screen.page.setViewportSize({ width, height });
          await settled(screen);
          const seen = [called, language, `${width}x${height}`, theme].join('.');
          wrong.push(...(await cramped(screen.page)).map((one) => `${seen}: ${one}`));
          if (PICTURES) await screen.page.screenshot({ path: join(PICTURES, `${seen}.png`) });
        }
        const seen = [called, language, theme].join('.');
        // Letters of another size change no role, no name and no colour.
        if (called === name) wrong.push(...(await inaccessible(screen.cdp)).map((one) => `${seen}: ${one}`));
      }
    }
  }
  await screen.theme('light');
  const [first] = way.sizes;
  if (first) await screen.page.setViewportSize({ width: first.width, height: first.height });
  return wrong;
}

/** The page has its letters, and has been drawn since its size changed. */
async function settled(screen: Screen): Promise<void> {
  await screen.page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}
