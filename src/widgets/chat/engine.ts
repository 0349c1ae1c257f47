/**
 * What reads what somebody types: a file of its own without page or Lit in it, fetched when the first message is sent.
 * The build makes it by itself (`rollup.config.mjs`), for pages with the loader and for the self-contained file.
 */
export {Understanding} from '../../understanding/understand.js';
