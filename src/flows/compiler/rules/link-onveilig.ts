import type {Diagnostics, Place} from '../diagnostics.js';
import {decodeEntities} from '../entities.js';
import {shorten} from '../front-fields.js';

/**
 * `link/onveilig`: addresses lead to `https:`, `tel:` or `mailto:` and say so plainly.
 * Gives the address to emit, or nothing after a report.
 */
export function safeHref(typed: string, place: Place, diagnostics: Diagnostics): string | undefined {
  const fail = (message: string, hint: string) => {
    diagnostics.error('link/onveilig', place, message, hint);
    return undefined;
  };
  const href = decodeEntities(typed);
  const shown = shorten(typed, 50);
  // eslint-disable-next-line no-control-regex -- browsers drop these from addresses, so they can hide a scheme
  if (/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\ufeff\ufffd\\]/.test(href)) return fail(`In het adres «${shown}» staat een teken dat er niet hoort.`, 'Kopieer het adres opnieuw, zonder spaties.');
  if (href !== typed && !/^https:/.test(typed)) return fail(`Het adres «${shown}» is vermomd met tekens zoals &#58;.`, 'Schrijf het adres gewoon uit.');
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(href)?.[1]?.toLowerCase();
  switch (scheme) {
    case 'https':
      return isWebAddress(href) ? href : fail(`«${shown}» is geen adres van een site.`, 'Schrijf bijvoorbeeld https://www.voorbeeld.nl/pagina.');
    case 'http':
      return fail(`Het adres «${shown}» is niet beveiligd.`, `Schrijf [tekst](${shorten(href.replace(/^http:/i, 'https:'), 80)}).`);
    case 'tel': {
      const number = href.slice(4).replace(/[^\d+]/g, '');
      const clean = /^tel:\+?[\d().-]+$/i.test(href) && /^\+?\d{3,15}$/.test(number);
      return clean ? `tel:${number}` : fail(`«${shown}» is geen telefoonnummer.`, 'Schrijf tel: met alleen cijfers, bijvoorbeeld tel:{{contact.telefoon}}.');
    }
    case 'mailto':
      return /^mailto:[^\s@:/?<>"'\\]+@[a-z0-9.-]+\.[a-z]{2,}(?:\?[^<>"'\s]*)?$/i.test(href) ? href : fail(`«${shown}» is geen mailadres.`, 'Schrijf bijvoorbeeld mailto:info@voorbeeld.nl.');
    case undefined:
      if (/^www\./i.test(href)) return fail(`Voor het adres «${shown}» ontbreekt https://.`, `Schrijf [tekst](https://${shorten(href, 80)}).`);
      return fail(`Het adres «${shown}» leidt nergens heen.`, 'Een site begint met https://, een stap met # en een gesprek eindigt op .md.');
    default:
      return fail(`Het adres «${shown}» is niet toegestaan.`, 'Alleen https:, tel: en mailto: mogen.');
  }
}

/** Parsed by hand: `URL` repairs what it should refuse. */
function isWebAddress(href: string): boolean {
  return href.length <= 2000 && /^https:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}]{2,}(?::\d{1,5})?(?:[/?#][^<>"`{}|^]*)?$/u.test(href);
}
