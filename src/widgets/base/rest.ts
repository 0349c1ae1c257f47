/**
 * The chunk that everything after a plain first question needs: other nodes than text, other controls than a list,
 * hints, errors, the contact block. It is fetched as soon as the first question is painted, and before that only
 * when the first screen asks for it.
 */
import {restStyles as styles} from './rest-styles.js';
import {restTokenStyles} from './rest-tokens.js';
import type * as rest from './rest.js';

export {accompany} from './accompany.js';
export {carryOver} from './carry-over.js';
export {handleLink, renderCall, renderContact} from './contact.js';
export {renderHint, renderInput, renderOwnWords, renderProblem} from './fields.js';
export {laterFlow, loadResults, offersOf, placesOf, supportOf} from './later.js';
export {restTokens} from './rest-tokens.js';
export {link, renderRichBlock, renderRichInline, renderSources, renderTerms} from './rich-nodes.js';
export {noticeText, renderShow, renderTold, renderTopOfEnd} from './told.js';

/** In the order of adoption. */
export const restStyles = [...restTokenStyles, styles];

export type Rest = typeof rest;
