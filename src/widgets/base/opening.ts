import type {Flow} from '../../flows/model/flow.js';
import type {Contact} from '../../flows/model/manifest.js';
import {languageAround} from './attributes.js';
import {Fault} from './fault.js';
import {type Locale, localeFor, useLocale} from './locale.js';
import {packSource, type PackSource} from './pack-source.js';
import {warn} from './warn.js';

/** What a tag asks for, as written. */
export interface Wish {
  flow: string | null;
  pack: string | null;
  integrity: string | null;
  address: string | null;
}

/** What was found: everything that the first screen is drawn from. */
export interface Opening {
  source: PackSource;
  flow: Flow;
  /** Language of the content in this pack. */
  content: string;
  /** Language that the interface words are in. */
  locale: Locale;
  /** Not yet known for the pack beside the script: nothing waits for its manifest. */
  contact: Contact | undefined;
}

/** @throws Fault with the code that the embedder is told. */
export async function openFlow(tag: Element, wish: Wish): Promise<Opening> {
  if (!wish.flow) throw new Fault('gesprek-onbekend');
  const source = sourceFor(wish);
  const manifest = source.builtin ? undefined : await source.manifest();
  const known = /^(je|u)?$/.test(wish.address ?? '');
  if (!known) warn('aanspreekvorm', wish.address);
  const formal = ((known && wish.address) || manifest?.address) === 'u';
  const first = manifest?.languages[0] ?? 'nl';
  const own = tag.getAttribute('lang')?.toLowerCase() ?? '';

  let content = first;
  for (const lang of candidates(own || languageAround(tag), first, formal)) {
    if (lang === first || (await source.has('flow', wish.flow, lang))) {
      content = lang;
      break;
    }
  }
  // Words follow the content, unless the tag itself asks for a language that we do speak.
  const words = localeFor(own || content, formal);
  if (!words) warn('lang', own || content);
  const [flow, locale] = await Promise.all([source.part('flow', wish.flow, content), useLocale(words ?? 'nl')]);
  return {source, flow, content, locale, contact: manifest?.contact};
}

/** Languages to look for, best first. Formal Dutch is a translation of its own. */
function candidates(wanted: string, first: string, formal: boolean): string[] {
  const dutch = formal ? ['nl-u', 'nl'] : ['nl'];
  const [language = ''] = wanted.split('-');
  return [...(language === 'nl' || !language ? [] : [wanted, language]), ...dutch, first];
}

/** A broken address is the default and a warning, like any wrong attribute. */
function sourceFor({pack, integrity}: Wish): PackSource {
  try {
    return packSource(pack ?? '', integrity ?? '');
  } catch (reason) {
    warn('pakket', pack, reason);
    return packSource('', '');
  }
}
