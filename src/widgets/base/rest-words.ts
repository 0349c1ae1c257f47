/** Interface words that the first question does without; see `words.ts`. */
import {msg, str} from '@lit/localize';

export const yourWords = (answer: string) => msg(str`Vertel meer over: ${answer}`, {id: 'veld.eigen-woorden'});
export const mayTell = () => msg('In je eigen woorden. Mag ook leeg blijven.', {id: 'veld.vertel'});
export const mayBeEmpty = () => msg('Je mag dit leeg laten.', {id: 'veld.leeg'});
export const numberBetween = (min: number, max: number) =>
  msg(str`Een heel getal van ${min} tot en met ${max}.`, {id: 'veld.getal'});
export const chooseAny = () => msg('Je kunt meer dan één antwoord kiezen.', {id: 'keuze.meer'});
export const chooseExactly = (n: number) => msg(str`Kies er ${n}.`, {id: 'keuze.precies'});
export const chooseBetween = (min: number, max: number) => msg(str`Kies er minstens ${min} en hoogstens ${max}.`, {id: 'keuze.tussen'});
export const chooseAtLeast = (n: number) => msg(str`Kies er minstens ${n}.`, {id: 'keuze.minstens'});
export const chooseAtMost = (n: number) => msg(str`Kies er hoogstens ${n}.`, {id: 'keuze.hoogstens'});
export const needAnswer = () => msg('Kies eerst een antwoord. Twijfel je? Kies wat het dichtst in de buurt komt.', {id: 'fout.kies'});
export const needTick = () => msg('Kies eerst wat bij je past.', {id: 'fout.vink'});
export const needNumber = () => msg('Vul eerst een getal in.', {id: 'fout.vul-getal'});
export const needText = () => msg('Vul eerst iets in.', {id: 'fout.vul-in'});
export const notNumber = () => msg('Vul een heel getal in, met alleen cijfers.', {id: 'fout.getal'});
export const tooLow = (limit: number) => msg(str`Vul ${limit} of meer in.`, {id: 'fout.te-laag'});
export const tooHigh = (limit: number) => msg(str`Vul ${limit} of minder in.`, {id: 'fout.te-hoog'});
export const tooMany = (limit: number) => msg(str`Dit zijn er te veel. Kies er hoogstens ${limit}.`, {id: 'fout.te-veel'});
export const sources = () => msg('Bronnen', {id: 'bronnen.kop'});
export const source = (n: number) => msg(str`Bron ${n}`, {id: 'bronnen.bron'});
export const newTab = () => msg('opent in een nieuw tabblad', {id: 'link.nieuw-tabblad'});
export const takeCare = () => msg('Let op', {id: 'kader.let-op'});
export const urgent = () => msg('Hulp nu', {id: 'kader.nood'});
export const orAsk = () => msg('Of vraag het aan iemand van deze organisatie.', {id: 'melding.vraag-het'});
export const restart = () => msg('Begin opnieuw', {id: 'knop.opnieuw'});
export const wiped = () => msg('Alles is gewist.', {id: 'melding.gewist'});
export const othersCleared = () => msg('Je andere keuzes zijn uitgezet.', {id: 'keuze.anderen-uit'});
export const nowButtons = (names: string) => msg(str`Je kunt nu kiezen: ${names}.`, {id: 'keuze.knoppen'});
export const whatYouTold = () => msg('Wat je hebt verteld', {id: 'terugblik.kop'});
