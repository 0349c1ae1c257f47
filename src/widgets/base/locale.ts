import {configureLocalization} from '@lit/localize';
import {sourceLocale, targetLocales} from '../../locales/locale-codes.js';
import {warn} from './warn.js';

/** Languages that the interface words exist in. `nl-x-u` is formal Dutch. */
export type Locale = typeof sourceLocale | (typeof targetLocales)[number];

const {setLocale} = configureLocalization({
  sourceLocale,
  targetLocales,
  // Written out, so that each language is a chunk of its own.
  loadLocale: (locale) => (locale === 'en' ? import('../../locales/en.js') : import('../../locales/nl-x-u.js')),
});

let chosen: Promise<Locale> | undefined;
let asked: Locale;

/** The locale for a language tag and a form of address; nothing when we do not speak it. */
export function localeFor(lang: string, formal: boolean): Locale | undefined {
  const [language] = lang.toLowerCase().split('-');
  if (language === 'nl') return formal ? 'nl-x-u' : 'nl';
  return language === 'en' ? 'en' : undefined;
}

/**
 * Makes `locale` the page's language for interface words, unless another widget was first: the library keeps one
 * a page. Resolves with the language that the words are in; words that cannot be had stay Dutch.
 */
export function useLocale(locale: Locale): Promise<Locale> {
  if (chosen && asked !== locale) {
    warn('tweede-taal', asked, locale);
  }
  if (!chosen) {
    asked = locale;
    chosen = setLocale(locale).then(
      () => locale,
      (reason: unknown) => {
        warn('woorden', locale, reason);
        return 'nl' as const;
      },
    );
  }
  return chosen;
}

/** What `lang` attributes and `Intl` get: never the private tag for formal Dutch. */
export const plainTag = (locale: string): string => (/^nl-(x-)?u$/.test(locale) ? 'nl' : locale);
