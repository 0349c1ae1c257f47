/** What draws messages, reads them and does something with the conversation: everything after the first question. */
import {resultStyles} from '../base/results.js';
import {laterChatStyles} from './later-styles.js';

/** As wholes, so that what the chat shares with them stays one chunk of each. */
export * as rest from '../base/rest.js';
export * as results from '../base/results.js';

export {wantsPerson} from './answer.js';
export {arrive} from './arrive.js';
export {loadHearing, type Heard, type Hearing} from './hear.js';
export {leaveRoom, makeRoom} from './make-room.js';
export {renderPiece} from './piece.js';
export {reveal} from './reveal.js';
export {renderTools} from './tools.js';

/** Cards and contact stand in messages, also where no result was reached; the host adopts those of the rest itself. */
export const laterStyles = [resultStyles, laterChatStyles];
