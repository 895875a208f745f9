/** The words of both languages, out of the same files the paper takes them from. */
import { FluentBundle, FluentResource } from '@fluent/bundle';

export const LANGUAGES = ['kk', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

const files = import.meta.glob<string>('../../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

function bundle(language: Language): FluentBundle {
  // Names are isolated where they are shown (`<bdi>`), so sentences stay free of invisible marks.
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(files)) {
    if (path.includes(`/locales/${language}/`)) {
      const errors = bundle.addResource(new FluentResource(text));
      if (errors.length > 0) throw new Error(`${path}: ${errors.map(String).join('; ')}`);
    }
  }
  return bundle;
}

const read = new Map<Language, FluentBundle>();

/** A language is read when its first word is said: nobody should wait for the other one before a window shows anything. */
function words(language: Language): FluentBundle {
  const words = read.get(language) ?? bundle(language);
  read.set(language, words);
  return words;
}

export const bundles: Readonly<Record<Language, FluentBundle>> = {
  get kk() {
    return words('kk');
  },
  get ru() {
    return words('ru');
  },
};
