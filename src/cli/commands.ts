import {ACCEPT} from './accept.js';
import {BUILD} from './build.js';
import {CHECK} from './check.js';
import type {Command} from './command.js';
import {DIFF} from './diff.js';
import {NEW} from './new.js';
import {OFFERS} from './offers.js';
import {PATHS} from './paths.js';
import {PREVIEW} from './preview.js';
import {TRANSLATE} from './translate.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [CHECK, BUILD, PREVIEW, NEW, PATHS, DIFF, TRANSLATE, ACCEPT, OFFERS];
