/** The screen's language, and saying things in it. The applicant's language is another matter: it stands in the record. */
import type { FluentVariable } from '@fluent/bundle';

import { bundles, LANGUAGES, type Language } from './bundles';

export class Words {
  language: Language = $state('kk');

  /** The language something is just being said in, if that is not the screen's. */
  #aside: Language | undefined;

  /** The other language. */
  readonly other: Language = $derived(LANGUAGES.find((language) => language !== this.language) ?? 'kk');

  get #spoken(): Language {
    return this.#aside ?? this.language;
  }

  /** The same sentence in each language, said now: what it is about may be gone when the screen changes its language. */
  inEach(said: () => string): Record<Language, string> {
    const aside = (language: Language) => {
      this.#aside = language;
      try {
        return said();
      } finally {
        this.#aside = undefined;
      }
    };
    return { kk: aside('kk'), ru: aside('ru') };
  }

  /** Says a message. A message nobody wrote is a fault of the program and fails at once, in tests before anywhere else. */
  say(id: string, values: Record<string, FluentVariable> = {}): string {
    const pattern = this.#pattern(id);
    if (!pattern) throw new Error(`no words for ${id} in ${this.#spoken}`);
    return bundles[this.#spoken].formatPattern(pattern, values);
  }

  /** The words of a message, or of an attribute of it: `message.attribute`. */
  #pattern(id: string) {
    const [name = id, attribute] = id.split('.');
    const message = bundles[this.#spoken].getMessage(name);
    return (attribute ? message?.attributes[attribute] : message?.value) ?? undefined;
  }

  /** Whether there are words for this; what one language knows, both do. */
  knows(id: string): boolean {
    return bundles[this.#spoken].hasMessage(id);
  }

  /**
   * A refusal in words; one that has none is said as what it is to the person: nothing was done. A value that is itself a code, as the state in
   * `session-state`, is said in its word `<code>-<value>`.
   */
  refusal(code: string, values: Record<string, string>): string {
    const told = Object.entries(values).map(([name, value]) => {
      const id = `${code}-${value}`.replaceAll('_', '-');
      return [name, this.#pattern(id) ? this.say(id) : value];
    });
    return this.coded('refusal', code, Object.fromEntries(told) as Record<string, string>, 'refusal-ours');
  }

  /** The way on after a refusal, where there is one. */
  way(code: string): string | undefined {
    const pattern = this.#pattern(`refusal-${code.replaceAll('_', '-')}.way`);
    return pattern && bundles[this.#spoken].formatPattern(pattern, {}, []);
  }

  /** What the program says by a code and values; a code without words, or with other values than the words expect, is said by `otherwise`. */
  coded(prefix: string, code: string, values: Record<string, string>, otherwise: string): string {
    const pattern = this.#pattern(`${prefix}-${code.replaceAll('_', '-')}`);
    if (!pattern) return this.say(otherwise);
    const amiss: Error[] = [];
    const said = bundles[this.#spoken].formatPattern(pattern, values, amiss);
    return amiss.length > 0 ? this.say(otherwise) : said;
  }

  /** One of two words the program keeps in both languages. */
  of(kk: string, ru: string): string {
    return this.#spoken === 'kk' ? kk : ru;
  }

  /** Switches the language; focus, text and drafts stay. */
  switch(language: Language = this.other): void {
    this.language = language;
    document.documentElement.lang = language;
  }
}
