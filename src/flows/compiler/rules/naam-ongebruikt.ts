import type {Diagnostics} from '../diagnostics.js';
import type {NameOrigin} from '../gather-domains.js';
import type {Conditions} from '../pack-context.js';

/**
 * `naam/ongebruikt` (warning): what is remembered is read somewhere. Any question about one value of a choice tells
 * its other values apart too, so only a set can have single values that nobody asks for. Inputs appear in recaps.
 */
export function checkUnusedNames(conditions: Conditions, origins: ReadonlyMap<string, NameOrigin>, diagnostics: Diagnostics): void {
  for (const [name, domain] of conditions.domains) {
    const place = origins.get(name)!;
    const read = conditions.reads.get(name);
    if (domain.t === 'number' || domain.t === 'place' || domain.t === 'text') continue;
    if (!read) {
      diagnostics.warn('naam/ongebruikt', place, `«${name}» wordt onthouden, maar geen voorwaarde vraagt ernaar.`, 'Haal de instructie weg, of gebruik de naam in een voorwaarde.', {lacks: {t: 'reader', name}});
    } else if (domain.t === 'set' && !read.all) {
      const unread = domain.values.filter((value) => !read.values.has(value));
      if (unread.length) diagnostics.warn('naam/ongebruikt', place, `Bij «${name}» vraagt geen voorwaarde naar ${unread.map((value) => `«${value}»`).join(', ')}.`, 'Haal die waarden weg, of gebruik ze in een voorwaarde.', {lacks: {t: 'reader', name}});
    }
  }
}
