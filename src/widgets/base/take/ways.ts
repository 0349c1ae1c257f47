/** Ways to take a paper along, for what is no result: the finder fetches them when somebody presses. */
export {copyText} from './deliver.js';
export {paperText} from './paper.js';
export {printPaper} from './print.js';
