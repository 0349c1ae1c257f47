/** Interface words of the offers in a plan; they travel with that chunk. See `words.ts`. */
import {msg, str} from '@lit/localize';

export const here = () => msg('Hier kun je terecht', {id: 'plek.kop'});
export const room = () => msg('Plek vrij', {id: 'plek.vrij'});
export const full = () => msg('Nu geen plek', {id: 'plek.vol'});
export const wait = (weeks: number) => msg(str`Wachttijd ${weeks} weken`, {id: 'plek.wachttijd'});
export const waitOne = () => msg('Wachttijd 1 week', {id: 'plek.wachttijd-een'});
export const site = () => msg('Naar de website', {id: 'plek.site'});
