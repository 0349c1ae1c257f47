import type {SupportPart} from '../../flows/model/support.js';
import type {Alarm, UnderstandingPart} from '../../flows/model/understanding.js';
import type {Understood} from '../../understanding/understand.js';
import {Fault} from '../base/fault.js';
import {offersOf, placesOf, supportOf, understandingOf} from '../base/later.js';
import {LocalOffers} from '../base/local-offers.js';
import type {Opening} from '../base/opening.js';

/** What messages are read with, and what answers to them are drawn from. */
export interface Hearing {
  lang: string;
  part: UnderstandingPart;
  alarms: ReadonlyMap<string, Alarm>;
  /** Nothing when it could not be fetched: then there are no cards, and still every number. */
  support: SupportPart | undefined;
  offers: LocalOffers;
  understand(text: string): Promise<Heard>;
}

/** What was understood; `speaks` when the pack has the language that it is in. */
export type Heard = Understood & {speaks?: boolean};

/** A letter is read as a whole; what is longer is no message. */
const MOST_CHARACTERS = 100_000;

/** @throws Fault `deel-onbereikbaar` when what reads messages cannot be had; asking again tries again. */
export async function loadHearing(opening: Opening): Promise<Hearing> {
  const [engine, part, support] = await Promise.all([
    import('./engine.js').catch((reason: unknown) => {
      throw new Fault('deel-onbereikbaar', reason);
    }),
    understandingOf(opening),
    supportOf(opening).catch(() => undefined),
  ]);
  const lang = part?.lang ?? opening.content;
  const known: UnderstandingPart = part ?? {lang, targets: [], alarms: [], learns: [], asides: [], languages: [], synonyms: [], where: [], offers: []};
  const understanding = new engine.Understanding(known);
  return {
    lang,
    part: known,
    support,
    alarms: new Map(known.alarms.map((alarm) => [alarm.id, alarm])),
    offers: new LocalOffers(() => offersOf(opening), () => placesOf(opening)),
    async understand(text) {
      const heard = understanding.understand(text.slice(0, MOST_CHARACTERS));
      const {language} = heard;
      return language ? {...heard, speaks: await opening.source.has('flow', opening.flow.id, language).catch(() => false)} : heard;
    },
  };
}
