/** Starts of verbs that split: `aangevraagd`, `opgehaald`. */
const PREFIX = '(?:aan|achter|af|bij|binnen|buiten|dicht|door|goed|heen|in|klaar|langs|los|mee|na|neer|om|onder|op|over|rond|samen|schoon|stil|tegemoet|tegen|terug|thuis|toe|uit|vast|vol|voor|voort|vrij|weg)';
const STRONG =
  'geboden|gebonden|gebroken|gedaan|gedragen|gedreven|gedronken|gedwongen|gegeten|gegeven|gegoten|gegrepen|gehangen|geheten|geholpen|gehouden|gekozen|gekregen|gelaten|gelezen|geloofd|genomen|geroepen|geschapen|geschonken|geschoren|geschoven|geschreven|geslagen|gesloten|gesneden|gesproken|gestolen|gestoken|getroffen|getrokken|gevangen|gevonden|gevouwen|gewassen|gewezen|gewonnen|geworpen|gewreven|gezien|gezongen|gezonden|gezet|gezogen|gezworen';
const WITHOUT_GE =
  'bedacht|bedankt|begeleid|begraven|begrepen|behandeld|beheerd|bekeken|bekendgemaakt|beloofd|beloond|beoordeeld|bepaald|beperkt|bereikt|beschermd|beschreven|beslist|besloten|besproken|besteed|besteld|betaald|bevestigd|bewaakt|bewaard|bezocht|bezorgd|herhaald|herkend|hersteld|onderbroken|ondersteund|ondertekend|onderzocht|ontlast|ontslagen|ontvangen|ontwikkeld|overhandigd|overlegd|overtuigd|terugbetaald|uitbetaald|veranderd|verbeterd|verboden|vergeleken|vergeten|vergoed|verhoogd|verhuurd|verkocht|verlaagd|verleend|verlengd|vermeld|verminderd|verpleegd|verplaatst|verrekend|verschoond|verstuurd|verteld|vertaald|vervangen|vervoerd|verwerkt|verwezen|verwijderd|verzameld|verzekerd|verzonden|verzorgd';
/** They look like participles and say how somebody or something is. */
const ADJECTIVES = 'gebed|gebied|gebit|gebod|geduld|gedicht|geest|gehandicapt|gehecht|geleidelijk|geld|geliefd|geluid|gemoed|genot|gerecht|gerucht|gerust|geschikt|geschrift|geslacht|gestrest|getrouwd|gevecht|gewend|gewicht|geweld|gezicht|gezind|gezond|geïrriteerd|geïsoleerd|gefrustreerd|gedeprimeerd|geïnteresseerd|gemotiveerd|gespecialiseerd';

const PARTICIPLE = new RegExp(`^(?:(?!(?:${ADJECTIVES})$)${PREFIX}?ge\\p{L}{2,}[dt]|${PREFIX}?(?:${STRONG})|(?:door|af|toe|aan|mee)?(?:${WITHOUT_GE}))$`, 'u');
const BECOME = /^(?:wordt?|worden|werd|werden)$/;
/** Between a participle and its `worden`: `gezien mag worden`, `gevonden te worden`. */
const BETWEEN = /^(?:te|mag|mogen|kan|kun|kunt|kunnen|moet|moeten|zal|zult|zullen|zou|zouden|hoeft|hoeven|wil|willen)$/;
/** A new clause begins: what follows goes with another verb. */
const CLAUSE = /^(?:en|of|maar|want|dus|dan|die|dat|als|omdat|wanneer|waar|wie|wat|toen|zodat|terwijl|heb|hebt|heeft|hebben|had|hadden|is|ben|bent|zijn|was|waren|te)$/;
/** What happens to the reader or to who speaks needs no doer: `ik word vaak gewekt`, `je wordt gebeld`. */
const PERSON = /^(?:ik|je|jij|u|jullie|we|wij)$/;
const REACH = 7;

export interface Passive {
  index: number;
  /** `wordt … betaald` */
  found: string;
}

/** Finds `worden` with its participle in one sentence. Careful: `ouder worden` and `het wordt te veel` are no passive. */
export function findPassive(sentence: string): Passive | undefined {
  const tokens = Array.from(sentence.toLowerCase().matchAll(/[\p{L}\p{M}'’-]+|[,;:–—()]/gu), ({0: word, index}) => ({word, index}));
  for (const [n, {word, index}] of tokens.entries()) {
    if (!BECOME.test(word) || word === 'word' || [tokens[n - 1], tokens[n + 1]].some((near) => near && PERSON.test(near.word))) continue;
    for (const next of tokens.slice(n + 1, n + 1 + REACH)) {
      if (CLAUSE.test(next.word) || BECOME.test(next.word) || /^\P{L}/u.test(next.word)) break;
      if (PARTICIPLE.test(next.word)) return {index, found: next.index === index + word.length + 1 ? `${word} ${next.word}` : `${word} … ${next.word}`};
    }
    let back = n - 1;
    while (back >= 0 && n - back <= 2 && BETWEEN.test(tokens[back]!.word)) back--;
    const before = tokens[back];
    if (before && PARTICIPLE.test(before.word)) return {index: before.index, found: tokens.slice(back, n + 1).map((token) => token.word).join(' ')};
  }
  return undefined;
}
