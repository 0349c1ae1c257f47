import type {OfferKind} from '../../model/offer.js';
import {askedWords} from '../../../offers/text/words.js';
import type {SupportSource} from '../parse-support.js';
import type {LocatedOffer} from './gather-offers.js';

/**
 * What the finder must know of the kinds that offers name before it has their texts: what people call them, and whether
 * they take over the care. `respijtzoeker` of a kind decides, else its basic function does.
 */
export function offerKinds(order: readonly string[], support: ReadonlyMap<string, SupportSource>, offers: readonly LocatedOffer[]): OfferKind[] {
  const offered = new Set(offers.flatMap(({offer}) => offer.support));
  return order.flatMap((id): OfferKind[] => {
    const kind = support.get(id);
    if (!kind || !offered.has(id)) return [];
    const words = new Set(kind.phrases.flatMap((phrase) => askedWords(phrase)));
    return [{id, words: [...words].join(' '), ...((kind.respite ?? kind.function === 'respijtzorg') ? {respite: true as const} : {})}];
  });
}
