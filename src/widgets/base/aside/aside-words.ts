/** Interface words of what stands beside a dialogue; they travel with that chunk. See `../words.ts`. */
import {msg, str} from '@lit/localize';

export const forget = () => msg('Vergeet dit hier', {id: 'knop.vergeet'});
export const tookOver = () => msg('Je vertelde op deze pagina al iets. Dat hebben we hier alvast ingevuld:', {id: 'terzijde.overgenomen'});

export const keep = () => msg('Bewaar tot je dit tabblad sluit', {id: 'knop.bewaar'});
export const stopKeeping = () => msg('Wis wat bewaard is', {id: 'knop.bewaar-niet'});
export const isKept = () => msg('Je antwoorden blijven bewaard tot je dit tabblad sluit.', {id: 'bewaren.aan'});
export const cannotKeep = () => msg('Bewaren lukt niet in deze browser. Je antwoorden blijven staan zolang deze pagina open is.', {id: 'bewaren.lukt-niet'});
export const goOn = () => msg('Je was al begonnen. We gaan verder waar je was.', {id: 'bewaren.verder'});

export const fromLink = () => msg('Dit komt uit de link die je opende.', {id: 'terzijde.link'});
export const takenBack = (count: number) => msg(str`Aantal antwoorden dat er weer staat: ${count}.`, {id: 'terzijde.aantal'});
export const cutLink = () => msg('Deze link is niet heel.', {id: 'terzijde.niet-heel'});
export const changedSince = () => msg('Niet alles past nog: de vragen zijn veranderd, of de link is niet heel.', {id: 'terzijde.veranderd'});
export const otherPack = () => msg('Deze link hoort bij een andere organisatie. Niet alles past hier.', {id: 'terzijde.ander-pakket'});
export const askAgain = () => msg('Dit vragen we je opnieuw:', {id: 'terzijde.opnieuw'});
export const notHere = () => msg('Deze link hoort bij iets dat niet op deze pagina staat.', {id: 'terzijde.niet-hier'});
export const justBegin = () => msg('Je kunt hier gewoon beginnen.', {id: 'terzijde.begin'});
