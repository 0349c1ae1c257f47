/** Interface words of results and recap; they travel with that chunk. See `words.ts`. */
import {msg, str} from '@lit/localize';

export const fitsYou = () => msg('Dit past bij jou', {id: 'steun.kop'});
export const cannotWait = () => msg('Dit kan niet wachten', {id: 'steun.spoed'});
export const because = () => msg('Omdat', {id: 'steun.omdat'});
export const firstStep = () => msg('Eerste stap', {id: 'steun.eerste-stap'});
export const whoArranges = () => msg('Wie regelt dit?', {id: 'steun.wie'});
export const costs = () => msg('Wat kost het?', {id: 'steun.kosten'});
export const whatHappens = () => msg('Wat gebeurt er dan?', {id: 'steun.wat-gebeurt'});
export const more = () => msg('Meer', {id: 'knop.meer'});
export const less = () => msg('Minder', {id: 'knop.minder'});
export const moreAbout = (title: string) => msg(str`over ${title}`, {id: 'steun.meer-over'});

export const change = () => msg('Wijzig', {id: 'knop.wijzig'});
export const nothingGiven = () => msg('Niets ingevuld', {id: 'terugblik.niets'});
export const inYourWords = (text: string) => msg(str`In je eigen woorden: ${text}`, {id: 'terugblik.woorden'});

export const takeAlong = () => msg('Neem het mee', {id: 'mee.kop'});
export const madeHere = () => msg('We maken dit op je eigen apparaat, en alleen als jij erop drukt. Niemand anders ziet het, tot jij het deelt.', {id: 'mee.uitleg'});
export const print = () => msg('Print', {id: 'knop.print'});
export const copy = () => msg('Kopieer', {id: 'knop.kopieer'});
export const mail = () => msg('Mail', {id: 'knop.mail'});
export const share = () => msg('Deel', {id: 'knop.deel'});
export const file = () => msg('Bewaar als bestand', {id: 'knop.bestand'});
export const remind = () => msg('Herinner mij over drie maanden', {id: 'knop.herinnering'});
export const makeLink = () => msg('Maak een link of QR-code', {id: 'knop.link'});
export const makeNote = () => msg('Maak een briefje om mee te nemen', {id: 'knop.briefje'});
export const makeTasks = () => msg('Maak je lijst om te sturen', {id: 'knop.taken'});

export const whyThis = () => msg('Waarom dit?', {id: 'waarom.kop'});
export const whatChanges = () => msg('Wat zou dit veranderen?', {id: 'waarom.veranderen'});
export const wouldGo = (question: string, answer: string) => msg(str`Bij «${question}» kiezen voor «${answer}»: dan staat dit er niet meer.`, {id: 'waarom.anders'});
export const wouldGoWithout = (question: string, answer: string) => msg(str`Bij «${question}» «${answer}» weglaten: dan staat dit er niet meer.`, {id: 'waarom.zonder'});
export const nothingChanges = () => msg('Geen enkel ander antwoord haalt dit weg. Het past op meer dan één manier bij jou.', {id: 'waarom.niets'});

const ARRANGERS: Record<string, () => string> = {
  gemeente: () => msg('de gemeente', {id: 'wie.gemeente'}),
  zorgkantoor: () => msg('het zorgkantoor', {id: 'wie.zorgkantoor'}),
  zorgverzekeraar: () => msg('de zorgverzekeraar', {id: 'wie.zorgverzekeraar'}),
  huisarts: () => msg('de huisarts', {id: 'wie.huisarts'}),
  werkgever: () => msg('je werkgever', {id: 'wie.werkgever'}),
  school: () => msg('je school', {id: 'wie.school'}),
  zelf: () => msg('jij zelf', {id: 'wie.zelf'}),
};

/** Who arranges a kind of support, in a visitor's words. */
export const arranger = (id: string): string => (Object.hasOwn(ARRANGERS, id) ? ARRANGERS[id]!() : id);
