import type {Alarm} from '../../flows/model/alarms.js';
import type {SupportPart} from '../../flows/model/support.js';
import type {UnderstandingPart} from '../../flows/model/understanding.js';
import type {Understood} from '../../understanding/understand.js';
import {Fault} from '../base/fault.js';
import {alarmsOf, offersOf, placesOf, supportOf, understandingOf} from '../base/later.js';
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
  /** @throws Fault `deel-onbereikbaar` when only calls for help can be heard, and this is none; asking again tries again. */
  understand(text: string): Promise<Heard>;
}

/** What was understood; `speaks` when the pack has the language that it is in. */
export type Heard = Understood & {speaks?: boolean};

/** Lets the page draw and take keys. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

/** A letter is read as a whole; what is longer is no message. */
const MOST_CHARACTERS = 100_000;

/** @throws Fault `deel-onbereikbaar` when what hears calls for help cannot be had; asking again tries again. */
export async function loadHearing(opening: Opening): Promise<Hearing> {
  const missing = () => null;
  const [engine, alarms, found, support] = await Promise.all([
    import('./engine.js').catch((reason: unknown) => {
      throw new Fault('deel-onbereikbaar', reason);
    }),
    alarmsOf(opening),
    understandingOf(opening).catch(missing),
    supportOf(opening).catch(() => undefined),
  ]);
  const lang = opening.content;
  const nothing: UnderstandingPart = {lang, targets: [], model: {letters: '', packed: '', bias: []}, learns: [], languages: [], synonyms: [], terms: [], where: [], what: [], offers: []};
  let complete = found !== null;
  let reader = await engine.Understanding.make(found ?? nothing, alarms, pause);
  const hearing: Hearing = {
    lang: found?.lang ?? alarms?.lang ?? lang,
    part: found ?? nothing,
    support,
    alarms: new Map(alarms?.groups.map((alarm) => [alarm.id, alarm])),
    offers: new LocalOffers(() => offersOf(opening), () => placesOf(opening)),
    async understand(text) {
      const again = complete ? undefined : await understandingOf(opening).catch(missing);
      if (again) {
        complete = true;
        hearing.part = again;
        reader = await engine.Understanding.make(again, alarms, pause);
      }
      const heard = reader.understand(text.slice(0, MOST_CHARACTERS));
      if (!complete && !heard.alarm) throw new Fault('deel-onbereikbaar');
      const {language} = heard;
      return language ? {...heard, speaks: await opening.source.has('flow', opening.flow.id, language).catch(() => false)} : heard;
    },
  };
  return hearing;
}
