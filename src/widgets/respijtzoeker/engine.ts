/**
 * What searches, and what knows Dutch places: a file of its own without page or Lit in it, fetched once the finder is
 * operable. The build makes it by itself (`rollup.config.mjs`), for pages with the loader and for the self-contained file.
 */
export {FACETS} from '../../flows/model/offer.js';
export {arrangedBy} from '../../offers/arranged-by.js';
export {Gazetteer} from '../../offers/places/gazetteer.js';
export {PLACES_SOURCE} from '../../offers/places/source.js';
export {OfferSearch} from '../../offers/search.js';
export {nextShards} from '../../offers/shards.js';
export {OfferTable} from '../../offers/table.js';
