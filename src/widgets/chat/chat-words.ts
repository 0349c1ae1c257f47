/** Words of the chat until something was typed; see `../base/words.ts`. */
import {msg} from '@lit/localize';

export const log = () => msg('Het gesprek', {id: 'chat.gesprek'});
export const yourQuestion = () => msg('Stel je vraag', {id: 'chat.vraag'});
export const send = () => msg('Stuur', {id: 'chat.stuur'});
export const typeFirst = () => msg('Typ eerst in een paar woorden waar het om gaat.', {id: 'chat.leeg'});
export const close = () => msg('Sluit', {id: 'chat.sluit'});
