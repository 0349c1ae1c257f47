/** The chunk that the finder fetches once it is operable: the list, the other filters, and what becomes of a search. */
export {Finder} from './finder.js';
export {laterStyles} from './later-styles.js';
export {renderLearned, waysBack} from './learned.js';
export {renderList} from './list.js';
export {renderMore} from './more-filters.js';
export {renderPlace} from './where.js';
