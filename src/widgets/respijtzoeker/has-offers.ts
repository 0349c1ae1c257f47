import type {PackSource} from '../base/pack-source.js';
import {BUILTIN_OFFERS} from './builtin-offers.js';

/**
 * Whether a pack has offers at all: one without gets no empty finder. The pack beside the script says so in the
 * build, others in the list of what comes later. A list that cannot be had is no answer: then the finder stands
 * there, and tells what went wrong.
 */
export async function hasOffers(source: PackSource): Promise<boolean> {
  if (source.builtin) return BUILTIN_OFFERS;
  try {
    const {languages} = await source.manifest();
    return await source.has('offers', 'all', languages[0]!);
  } catch {
    return true;
  }
}
