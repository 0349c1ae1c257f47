/**
 * What searches, and what knows Dutch places: a file of its own without page or Lit in it, fetched once the finder is
 * operable, or when somebody asks a plan what is near. The build makes it by itself (`rollup.config.mjs`), for every bundle.
 */
export {FACETS} from '../flows/model/offer.js';
export {arrangedBy} from './arranged-by.js';
export {Gazetteer} from './places/gazetteer.js';
export {PLACES_SOURCE} from './places/source.js';
export {OfferSearch} from './search.js';
export {nextShards, shardsAround} from './shards.js';
export {OfferTable} from './table.js';
