import type {Place} from './answer.js';

/**
 * A service that turns what visitors type (an address, a postcode) into places. None is built in: a site that switches
 * one on sends its visitors' words to a third party, and tells them so.
 */
export interface AddressService {
  /** Who gets the words, as visitors know them: `PDOK`. Shown beside the field. */
  name: string;
  /** Places, likeliest first; none when it knows nothing. A rejection counts as nothing. */
  find(text: string, signal: AbortSignal): Promise<readonly Place[]>;
}

let service: AddressService | undefined;

/** Switches an address service on for this page; without one, off again. */
export function useAddressService(one?: AddressService): void {
  service = one;
}

/** The service that this page's site switched on. */
export function addressService(): AddressService | undefined {
  return service;
}
