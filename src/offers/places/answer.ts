import type {Spot} from '../query.js';

/** A place as found by name, postcode or gemeente. */
export interface Place extends Spot {
  name: string;
  /** `Gelderland`; tells places of one name apart. */
  province?: string;
  /** Inhabitants, where known; larger ones are named first. */
  people?: number;
}

/** What somebody meant by the words they typed. Nothing is ever passed over in silence. */
export type PlaceAnswer =
  | {kind: 'place'; place: Place}
  /** The whole country ("overal in Nederland"). */
  | {kind: 'country'}
  /** Several places of exactly this name, the largest first. */
  | {kind: 'choose'; places: readonly Place[]}
  /** No place of this name; these resemble it ("bedoelde je …"), the likeliest first. */
  | {kind: 'near'; places: readonly Place[]}
  /** A postcode that no table here knows: ask for a place. */
  | {kind: 'postcode'; pc4: number; /** A table of postcodes is there, without this one. */ table: boolean}
  /** Nothing resembles it. */
  | {kind: 'unknown'}
  /** Nothing was typed. */
  | {kind: 'empty'};
