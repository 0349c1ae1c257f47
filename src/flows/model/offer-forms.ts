import type {OfferText} from './offer.js';

/** Invisible, or turning text around: never part of what somebody meant to write. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
export const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/;

const line = (most: number) => (text: string) => text.length <= most && text.trim() !== '' && !INVISIBLE.test(text);

/** How the values of an offer look once they are read; what editors type may be looser (`src/offers/read-record.ts`). */
export const OFFER_FORMS: Readonly<Record<OfferText | 'area', (text: string) => boolean>> = {
  id: (text) => /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,99}$/u.test(text),
  name: line(200),
  description: (text) => text.length <= 4_000 && text.trim() !== '' && !INVISIBLE.test(text.replaceAll('\n', '')),
  place: line(100),
  postcode: (text) => /^[1-9]\d{3}(?: [A-Z]{2})?$/.test(text),
  phone: (text) => /^\+?\d[\d ]{1,24}$/.test(text),
  email: (text) => text.length <= 200 && /^[^\s@<>"'\\:/?]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i.test(text),
  website: (text) => text.length <= 500 && /^https:\/\/(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#][^\s<>"'\\]*)?$/i.test(text) && !INVISIBLE.test(text),
  firstStep: line(500),
  source: line(500),
  mark: line(200),
  area: line(100),
};

/** Of places that an organisation adds itself. */
export const PLACE_FORMS = {
  name: (text: unknown): boolean => typeof text === 'string' && line(100)(text),
  /** Of a gemeente, as CBS gives them. */
  code: (text: unknown): boolean => typeof text === 'string' && /^GM\d{4}$/.test(text),
};
