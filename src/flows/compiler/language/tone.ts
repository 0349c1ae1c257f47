/** How people are never spoken to (domain knowledge of the sources), with what to write instead. */
export interface ToneRule {
  pattern: RegExp;
  /** Only where people do not know yet that it is about them. */
  where?: 'opening';
  /** What is amiss with «…», as the rest of the sentence. */
  why: string;
  instead: string;
}

const WORD = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words})(?![\\p{L}\\p{N}])`, 'giu');
const FAMILY = '(?:de |je |uw |jouw )?(?:familie|naasten|kinderen|partner|man|vrouw|broers?|zussen|zus|zoon|dochter|buren|vrienden)';

export const TONE: readonly ToneRule[] = [
  {pattern: WORD('mantelzorgers?'), where: 'opening', why: 'staat hier voordat mensen zich kunnen herkennen: bijna niemand noemt zichzelf zo.', instead: 'Schrijf wat iemand doet, zoals «wie voor een ander zorgt».'},
  {pattern: WORD('(?:mantel)?zorgtaak|(?:mantel)?zorgtaken'), why: 'klinkt als werk.', instead: 'Schrijf «wat je doet» of «helpen».'},
  {pattern: WORD('inzetten|ingezet|inzetbaar|inzetbare|inzetbaarheid'), why: 'klinkt alsof mensen een middel zijn.', instead: 'Schrijf «helpen», «vragen» of «komen».'},
  {pattern: WORD('(?:(?:je|uw|jouw|het|eigen|sociaal|sociale) )*netwerk(?: \\p{L}+)? (?:activeren|inschakelen|aanboren|aanspreken|versterken|benutten|mobiliseren)'), why: 'is taal van beleid, en voor wie niemand heeft doet het pijn.', instead: 'Schrijf «samen kijken wie er kan helpen».'},
  {pattern: WORD('(?:activeer|versterk|benut|mobiliseer) (?:(?:je|uw|jouw|het|eigen) )*netwerk'), why: 'is taal van beleid, en voor wie niemand heeft doet het pijn.', instead: 'Schrijf «samen kijken wie er kan helpen».'},
  {pattern: WORD('eigen verantwoordelijkheid|eigen kracht'), why: 'klinkt als: los het zelf maar op.', instead: 'Schrijf «wat je zelf wilt houden» of «wat jij kiest».'},
  {pattern: WORD('participatie|participeren|participeert'), why: 'is taal van beleid.', instead: 'Schrijf «meedoen».'},
  {pattern: WORD('overbelast|overbelaste|overbelasting'), why: 'is een oordeel over iemand.', instead: 'Schrijf «het is veel», «te zwaar» of «niet meer vol te houden».'},
  {pattern: WORD('(?:je|jij|u|jullie) (?:moet|moeten)(?! niets| niks)|(?:moet|moeten) (?:je|jij|u|jullie)(?! niets| niks)'), why: 'klinkt als nog een plicht erbij.', instead: 'Schrijf wat iemand kan doen: «je kunt …», «het helpt om …», of gewoon «vraag …».'},
  {pattern: WORD(`${FAMILY} (?:zou(?:den)? (?:toch |best |wel )?(?:moeten|kunnen|mogen)|(?:moet|moeten|hoort|horen)(?= |$|[.,!?]))`), why: 'zegt wat familie hoort te doen.', instead: 'Schrijf wat er kan, en vraag het open: «wie zou er iets kunnen doen?».'},
  {pattern: WORD('(?:krijgt? (?:u|je|jij) (?:dit |dat |het )?toch niet|heeft toch geen zin|komt? (?:u|je|jij) toch niet)'), why: 'ontmoedigt mensen nog voor zij het vragen.', instead: 'Schrijf wie er kan uitzoeken wat er wel kan.'},
  {pattern: WORD('waarom (?:wilt?|doet?|vraagt?|accepteert?|neemt?) (?:je|jij|u|iemand|hij|zij) (?:dit|dat|het|er|eigenlijk|nou|toch)* ?(?:niet|geen)|waarom niet'), why: 'vraagt mensen zich te verdedigen.', instead: 'Schrijf «wat maakt het lastig?» of «wat zou helpen?».'},
  {pattern: WORD('(?:neem|maak|pak) (?:\\p{L}+ ){0,2}tijd voor (?:jezelf|uzelf)|gun (?:jezelf|uzelf)|vergeet (?:jezelf|uzelf) niet|(?:denk|zorg) (?:\\p{L}+ ){0,2}(?:aan|voor) (?:jezelf|uzelf)|me-time'), why: 'legt er een opdracht bij, zonder dat iemand iets overneemt.', instead: 'Schrijf wie het even kan overnemen, en hoe je dat vraagt.'},
  {pattern: WORD('had(?:den)? (?:je|jij|u|jullie) (?:maar |dit |dat |al )*eerder|nu pas|pas nu|eerder (?:aan de bel|moeten)'), why: 'klinkt als een verwijt.', instead: 'Schrijf «goed dat je er nu mee komt», of laat het weg.'},
  {pattern: WORD('(?:verdriet|rouw|gemis|pijn) (?:gaat|slijt|verdwijnt)(?: \\p{L}+)? (?:over|voorbij|weg|vanzelf)|tijd heelt|de tijd heelt'), why: 'belooft iets wat voor veel mensen niet uitkomt.', instead: 'Schrijf «verdriet heeft geen vaste tijd».'},
  {pattern: WORD('(?:verzorgsters?|mantelzorgsters?|huisvrouw(?:en)?|zorgzame (?:vrouw|dochter|moeder)|als (?:goede )?(?:schoon)?dochter|moeders? de vrouw)'), why: 'gaat ervan uit dat een vrouw zorgt.', instead: 'Schrijf het zonder man of vrouw.'},
  {pattern: WORD('mantelzorger(?= [^.!?]{0,80}(?<!\\p{L})(?:haar|zij)(?!\\p{L}))'), why: 'is hier een vrouw («haar», «zij»).', instead: 'Schrijf «die», «hun» of «je».'},
];

/** In what people press or read first, a plain `moeten` weighs as much; their own "ik moet" may stand. */
export const MUST_IN_OPENING: ToneRule = {pattern: WORD('(?<!(?:ik|we|wij) (?:\\p{L}+ )?)(?:moet|moeten)(?! ik(?!\\p{L}))'), where: 'opening', why: 'klinkt als nog een plicht erbij.', instead: 'Schrijf «kan», «wil» of «het helpt om».'};
