/**
 * Every word of the interface that is on the way to a result; what editors write stands in packs.
 * Each message has an id of its own: minifying changes automatic ones. Guarded by `test/widgets/locales.test.ts`.
 */
import {msg, str} from '@lit/localize';

export const next = () => msg('Verder', {id: 'knop.verder'});
export const nextQuestion = () => msg('Naar de volgende vraag', {id: 'knop.volgende-vraag'});
export const toResult = () => msg('Naar je uitslag', {id: 'knop.uitslag'});
export const back = () => msg('Terug', {id: 'knop.terug'});
export const wipe = () => msg('Wis alles', {id: 'knop.wis'});
export const retry = () => msg('Probeer opnieuw', {id: 'knop.probeer'});

export const progress = (n: number, of: number) => msg(str`Vraag ${n} van ${of}`, {id: 'voortgang.precies'});
export const progressAbout = (n: number, of: number) => msg(str`Vraag ${n} van ongeveer ${of}`, {id: 'voortgang.ongeveer'});
export const onDevice = () => msg('Wat je invult blijft op dit apparaat.', {id: 'privacy.apparaat'});

export const ratherTalk = () => msg('Liever iemand spreken?', {id: 'contact.liever'});

export const moment = () => msg('Een ogenblik, we halen het voor je op.', {id: 'melding.ogenblik'});
export const notNow = () => msg('Dit laden lukt nu even niet. Je kunt het zo nog eens proberen.', {id: 'melding.lukt-niet'});
