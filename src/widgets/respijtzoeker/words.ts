/** Interface words of the finder's first screen; the others come with `more-words.ts`. See `../base/words.ts`. */
import {msg} from '@lit/localize';

export const title = () => msg('Zoek respijtzorg', {id: 'zoek.titel'});
export const intro = () => msg('Iemand neemt het even van je over, thuis of ergens anders.', {id: 'zoek.inleiding'});
export const place = () => msg('Jouw plaats of postcode', {id: 'zoek.plaats'});
export const word = () => msg('Zoek op een woord, zoals logeren of oppas', {id: 'zoek.woord'});
export const search = () => msg('Zoek', {id: 'knop.zoek'});
export const helpMe = () => msg('Help me kiezen', {id: 'zoek.help'});
export const helpHint = () => msg('Vijf vragen: wat past bij jullie, en wie regelt het?', {id: 'zoek.help-uitleg'});
export const moreFilters = () => msg('Meer filters', {id: 'zoek.meer'});
export const lessFilters = () => msg('Minder filters', {id: 'zoek.minder'});
export const filters = () => msg('Filters', {id: 'zoek.filters'});

/** Texts of `CHIPS` (`filters.ts`), in that order. */
export const chips = () => msg('Zonder indicatie|Plek vrij|Spoed|Liever een beroepskracht|Thuis|Een nacht', {id: 'zoek.chips'}).split('|');
