/** Interface words of the finder's list; they travel with that chunk. See `../base/words.ts`. */
import {msg, str} from '@lit/localize';
import type {Arranger} from '../../flows/model/offer.js';
import type {FilterName} from '../../offers/query.js';

export const everywhere = () => msg('Overal in Nederland', {id: 'zoek.overal'});
export const yourSpot = () => msg('Jouw plek', {id: 'zoek.jouw-plek'});
export const useSpot = () => msg('Gebruik mijn locatie', {id: 'zoek.locatie'});
export const spotStays = () => msg('Je browser vraagt of dit mag. Je locatie blijft op dit apparaat.', {id: 'zoek.locatie-blijft'});
export const looking = () => msg('We vragen je apparaat waar je bent.', {id: 'zoek.locatie-bezig'});
export const refused = () => msg('Je apparaat zegt niet waar je bent. Typ een plaats.', {id: 'zoek.locatie-niet'});
export const didYouMean = (text: string) => msg(str`We kennen «${text}» niet. Bedoelde je:`, {id: 'zoek.bedoelde-je'});
export const whichOne = (text: string) => msg(str`Er zijn meer plaatsen die «${text}» heten. Welke bedoel je?`, {id: 'zoek.welke'});
export const noPlace = (text: string) => msg(str`We kennen de plaats «${text}» niet. Probeer een grotere plaats in de buurt.`, {id: 'zoek.geen-plaats'});
export const noPostcode = (pc4: number) => msg(str`De postcode ${pc4} kennen we hier niet. Typ de naam van je plaats.`, {id: 'zoek.geen-postcode'});
export const goesTo = (name: string) => msg(str`Kennen we je plaats niet, dan vragen we die aan ${name}.`, {id: 'zoek.dienst'});
export const placesFrom = () => msg('Plaatsen:', {id: 'zoek.bron-plaatsen'});

export const distance = () => msg('Hoe ver?', {id: 'zoek.afstand'});
export const distances = () => msg('5 kilometer|10 kilometer|25 kilometer|50 kilometer|Maakt niet uit', {id: 'zoek.afstanden'}).split('|');
export const kind = () => msg('Wat voor hulp?', {id: 'zoek.soort'});

export const tookOver = () => msg('Dit vertelde je al. Daarom zoeken we nu hierop:', {id: 'zoek.overgenomen'});
export const forget = () => msg('Vergeet dit hier', {id: 'zoek.vergeet'});
export const toList = () => msg('Terug naar zoeken', {id: 'zoek.terug'});
export const toFitting = () => msg('Toon de plekken die hierbij passen', {id: 'zoek.passende'});

export const loading = () => msg('We halen de plekken voor je op.', {id: 'zoek.ophalen'});
export const sayPlace = (count: string) => msg(str`Er staan ${count} plekken klaar. Vul je plaats in, dan zie je wat er bij jou in de buurt is.`, {id: 'zoek.vul-plaats'});
export const none = () => msg('Geen plek gevonden', {id: 'zoek.geen'});
export const one = () => msg('1 plek', {id: 'zoek.een'});
export const many = (count: string) => msg(str`${count} plekken`, {id: 'zoek.aantal'});
export const nearestFirst = () => msg('dichtstbij eerst', {id: 'zoek.dichtstbij'});
export const within = (km: string, name: string) => msg(str`binnen ${km} kilometer van ${name}`, {id: 'zoek.binnen'});
export const inCountry = () => msg('in heel Nederland', {id: 'zoek.in-nederland'});
export const silent = (count: string) => msg(str`Ook plekken tonen die hier niets over zeggen: ${count}`, {id: 'zoek.zwijgt'});
export const alsoOthers = (count: string) => msg(str`Toon ook andere soorten hulp: ${count}`, {id: 'zoek.andere-hulp'});
export const onlyRespite = () => msg('Toon alleen wie het even van je overneemt', {id: 'zoek.alleen-respijt'});
export const withOthers = (count: string) => msg(str`Met ook andere soorten hulp: ${count}`, {id: 'zoek.met-andere-hulp'});
export const silentHere = () => msg('Niet bekend of dit hier kan:', {id: 'zoek.zwijgt-hier'});
export const gap = (count: string) => msg(str`Een deel van de plekken konden we niet ophalen: ongeveer ${count}. Wat hier staat, klopt wel.`, {id: 'zoek.gat'});
export const failed = () => msg('De plekken ophalen lukt nu niet. Bel gerust het nummer hieronder.', {id: 'zoek.mislukt'});
export const showMore = (count: string) => msg(str`Toon de volgende ${count}`, {id: 'zoek.volgende'});
export const shownOf = (shown: string, total: string) => msg(str`Je ziet er ${shown} van ${total}.`, {id: 'zoek.getoond'});

export const noOffers = () => msg('Hier staat nog geen aanbod uit jouw buurt. We helpen je wel kiezen, en zeggen wie je belt.', {id: 'zoek.geen-aanbod'});
export const without = (label: string, count: string) => msg(str`Zonder «${label}»: ${count}`, {id: 'zoek.zonder'});
export const dropDistance = () => msg('de afstand', {id: 'zoek.zonder-afstand'});
export const dropText = (text: string) => msg(str`het woord ${text}`, {id: 'zoek.zonder-woord'});
export const letGo = () => msg('Laat één ding los:', {id: 'zoek.laat-los'});
export const justOutside = () => msg('Net iets verder weg', {id: 'zoek.verder-weg'});
export const meanwhile = () => msg('Wat je nu wel kunt doen', {id: 'zoek.intussen'});
export const urgent = () => msg('Kan het niet wachten? Bel de huisarts, of in de avond en het weekend de huisartsenpost. Zeg dat jij de zorg doet, en dat er nu niemand is.', {id: 'zoek.spoed'});
export const clearAll = () => msg('Zet alle filters uit', {id: 'zoek.alles-uit'});

export const kilometres = (km: string) => msg(str`${km} km`, {id: 'zoek.km'});
export const comes = () => msg('bij jullie thuis', {id: 'zoek.komt'});
export const notHere = () => msg('helpt niet in jouw gemeente', {id: 'zoek.niet-hier'});
export const room = () => msg('Plek vrij|Nu geen plek|Vraag of er plek is', {id: 'zoek.plek'}).split('|');
export const wait = (weeks: number) => msg(str`Wachttijd ${weeks} weken`, {id: 'zoek.wachttijd'});
export const waitOne = () => msg('Wachttijd 1 week', {id: 'zoek.wachttijd-een'});
export const whoArranges = () => msg('Wie regelt dit?', {id: 'zoek.wie'});
const ARRANGERS: readonly Arranger[] = ['gemeente', 'zorgkantoor', 'zorgverzekeraar', 'huisarts', 'werkgever', 'school', 'zelf'];
export const arranger = (id: Arranger) => msg('de gemeente|het zorgkantoor|de zorgverzekeraar|de huisarts|je werkgever|school|jijzelf', {id: 'zoek.wie-namen'}).split('|')[ARRANGERS.indexOf(id)]!;
export const askThem = () => msg('Vraag het daar.', {id: 'zoek.vraag-daar'});
export const noDecision = () => msg('Je hebt geen indicatie nodig.', {id: 'zoek.geen-indicatie'});
export const maybeDecision = (which: string) => msg(str`Dit kan zonder indicatie, of met: ${which}.`, {id: 'zoek.soms-indicatie'});
export const decision = (which: string) => msg(str`Je hebt een besluit nodig: ${which}.`, {id: 'zoek.wel-indicatie'});
export const decisions = () => msg('zonder|Wmo|Wlz|Jeugdwet|een verwijzing van de huisarts', {id: 'zoek.besluiten'}).split('|');
export const firstStep = () => msg('Eerste stap', {id: 'zoek.eerste-stap'});
export const callAndAsk = () => msg('Bel, en vraag of jullie een keer mogen kennismaken.', {id: 'zoek.bel-en-vraag'});
export const lookAndAsk = () => msg('Neem contact op, en vraag of jullie een keer mogen kennismaken.', {id: 'zoek.vraag-kennismaken'});
export const more = () => msg('Meer', {id: 'zoek.kaart-meer'});
export const less = () => msg('Minder', {id: 'zoek.kaart-minder'});
export const about = (name: string) => msg(str`over ${name}`, {id: 'zoek.over'});
export const call = () => msg('Bel', {id: 'zoek.bel'});
export const mail = () => msg('Mail', {id: 'zoek.mail'});
export const site = () => msg('Naar de website', {id: 'zoek.site'});
export const mark = () => msg('Keurmerk', {id: 'zoek.keurmerk'});
export const checked = (date: string) => msg(str`Voor het laatst nagekeken op ${date}.`, {id: 'zoek.nagekeken'});
export const source = () => msg('Bron', {id: 'zoek.bron'});
export const printOne = () => msg('Print dit', {id: 'zoek.print'});

export const onNote = () => msg('Zet op mijn briefje', {id: 'zoek.op-briefje'});
export const offNote = () => msg('Staat op je briefje', {id: 'zoek.van-briefje'});
export const note = () => msg('Jouw briefje', {id: 'zoek.briefje'});
export const noteHint = () => msg('Dit neem je mee. Het blijft op dit apparaat, tot jij het deelt.', {id: 'zoek.briefje-uitleg'});
export const print = () => msg('Print', {id: 'zoek.briefje-print'});
export const copy = () => msg('Kopieer', {id: 'zoek.kopieer'});
export const remove = (name: string) => msg(str`Haal ${name} van je briefje`, {id: 'zoek.haal-weg'});
export const copied = () => msg('Gekopieerd.', {id: 'zoek.gekopieerd'});
export const notCopied = () => msg('Kopiëren lukt niet in deze browser.', {id: 'zoek.niet-gekopieerd'});
export const notPrinted = () => msg('Printen lukt niet in deze browser.', {id: 'zoek.niet-geprint'});
export const makeLink = () => msg('Maak een link van deze zoekvraag', {id: 'zoek.link'});
export const linkHint = () => msg('In deze link staan je plaats en je filters, en verder niets over jou.', {id: 'zoek.link-uitleg'});
export const linkName = () => msg('Link naar deze zoekvraag', {id: 'zoek.link-naam'});

/** Names of the filters, in the order in which they are shown; and per filter its values, in the order of `FACETS`. */
const NAMES: Record<Exclude<FilterName, 'steun'>, readonly [name: () => string, values: () => string]> = {
  doelgroepen: [() => msg('Voor wie?', {id: 'zoek.f-doelgroepen'}), () => msg('Dementie|Ouderen|Lichamelijke ziekte of beperking|Verstandelijke beperking|Autisme|Hersenletsel|Psychische problemen|Verslaving|Kanker|Laatste tijd van het leven|Kinderen|Iedereen', {id: 'zoek.w-doelgroepen'})],
  leeftijd: [() => msg('Welke leeftijd?', {id: 'zoek.f-leeftijd'}), () => msg('Tot 18 jaar|18 tot 65 jaar|65 jaar en ouder', {id: 'zoek.w-leeftijd'})],
  duur: [() => msg('Hoe lang?', {id: 'zoek.f-duur'}), () => msg('Een paar uur|Een dagdeel|Een dag|Een nacht|Een weekend|Een week|Langer dan een week', {id: 'zoek.w-duur'})],
  thuis: [() => msg('Waar?', {id: 'zoek.f-thuis'}), () => msg('Bij jullie thuis|Ergens anders', {id: 'zoek.w-thuis'})],
  spoed: [() => msg('Spoed', {id: 'zoek.f-spoed'}), () => msg('Kan met spoed|Alleen op afspraak', {id: 'zoek.w-spoed'})],
  indicatie: [() => msg('Met welk besluit?', {id: 'zoek.f-indicatie'}), () => msg('Zonder indicatie|Wmo|Wlz|Jeugdwet|Verwijzing van de huisarts', {id: 'zoek.w-indicatie'})],
  'betaald-via': [() => msg('Wie betaalt?', {id: 'zoek.f-betaald-via'}), () => msg('Wmo|Wlz|Zorgverzekering|Jeugdwet|Pgb|Aanvullende verzekering|Eigen bijdrage|Jullie zelf|Gratis', {id: 'zoek.w-betaald-via'})],
  bemensing: [() => msg('Door wie?', {id: 'zoek.f-bemensing'}), () => msg('Een beroepskracht|Een vrijwilliger|Allebei', {id: 'zoek.w-bemensing'})],
  kenmerken: [() => msg('Wat is belangrijk?', {id: 'zoek.f-kenmerken'}), () => msg('Vaste gezichten|Weinig prikkels|Vervoer|Verpleging|Rolstoel|Actief|Andere taal', {id: 'zoek.w-kenmerken'})],
  'plek-vrij': [() => msg('Is er plek?', {id: 'zoek.f-plek-vrij'}), () => msg('Plek vrij|Nu geen plek|Niet bekend', {id: 'zoek.w-plek-vrij'})],
};

export const filter = (name: FilterName): string => (name === 'steun' ? kind() : NAMES[name][0]());
export const values = (name: FilterName): string[] => (name === 'steun' ? [] : NAMES[name][1]().split('|'));
