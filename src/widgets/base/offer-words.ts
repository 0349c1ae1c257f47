/** Interface words of the offers in a plan; they travel with that chunk. See `words.ts`. */
import {msg, str} from '@lit/localize';

export const here = () => msg('Hier kun je terecht', {id: 'plek.kop'});
export const room = () => msg('Plek vrij', {id: 'plek.vrij'});
export const full = () => msg('Nu geen plek', {id: 'plek.vol'});
export const wait = (weeks: number) => msg(str`Wachttijd ${weeks} weken`, {id: 'plek.wachttijd'});
export const waitOne = () => msg('Wachttijd 1 week', {id: 'plek.wachttijd-een'});
export const site = () => msg('Naar de website', {id: 'plek.site'});

export const sayPlace = () => msg('Zeg waar je woont. Dan zie je ook wat er bij jou in de buurt is.', {id: 'plek.zeg-plaats'});
export const place = () => msg('Jouw plaats of postcode', {id: 'plek.plaats'});
export const showNear = () => msg('Toon wat dichtbij is', {id: 'plek.dichtbij'});
export const around = (name: string) => msg(str`Je ziet ook wat er rond ${name} is.`, {id: 'plek.rond'});
export const noneAround = (name: string) => msg(str`Rond ${name} vonden we geen plekken die hierbij passen.`, {id: 'plek.niets-rond'});
export const otherPlace = () => msg('Andere plaats', {id: 'plek.andere-plaats'});
export const whichPlace = () => msg('Welke plaats bedoel je?', {id: 'plek.welke-plaats'});
export const noPlace = (text: string) => msg(str`We kennen de plaats «${text}» niet. Probeer een grotere plaats in de buurt.`, {id: 'plek.geen-plaats'});
