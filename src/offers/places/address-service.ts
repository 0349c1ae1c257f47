import type {Place} from './answer.js';

/**
 * A service that turns what visitors type (an address, a postcode) into places. None is built in: a site that gives the
 * finder one (its property `addressService`) sends its visitors' words to a third party, and the finder tells them so.
 */
export interface AddressService {
  /** Who gets the words, as visitors know them: `PDOK`. Shown beside the field. */
  name: string;
  /** Places, likeliest first; none when it knows nothing. A rejection counts as nothing. */
  find(text: string, signal: AbortSignal): Promise<readonly Place[]>;
}
