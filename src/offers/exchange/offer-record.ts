import {FACET_NAMES, type Offer} from '../../flows/model/offer.js';
import {TEXT_COLUMNS, type OfferColumn} from '../columns.js';
import {OLDEST} from '../read-values.js';

/** An offer as it is written in our own columns. What {@link readRecord} makes of that is the same offer. */
export function recordOf(offer: Offer): Map<OfferColumn, string> {
  const record = new Map<OfferColumn, string>();
  const put = (column: OfferColumn, value: string | undefined) => value !== undefined && value !== '' && void record.set(column, value);
  for (const [column, key] of Object.entries(TEXT_COLUMNS) as [keyof typeof TEXT_COLUMNS, (typeof TEXT_COLUMNS)[keyof typeof TEXT_COLUMNS]][]) put(column, offer[key]);
  put('steun', offer.support.join(';'));
  put('werkgebied', offer.area.join(';'));
  if (offer.lat !== undefined && offer.lon !== undefined) {
    put('lat', String(offer.lat));
    put('lon', String(offer.lon));
  }
  for (const facet of FACET_NAMES) put(facet, offer.facets[facet]?.join(';'));
  if (offer.ages) put('leeftijd', offer.ages[1] === OLDEST ? `${offer.ages[0]}+` : offer.ages.join('-'));
  if (offer.wait !== undefined) put('plek-vrij', String(offer.wait));
  put('gecontroleerd', offer.checked);
  return record;
}
