import {SMALL,compileFiles} from './test/flows/compiler/packs/small-pack.js';
import {loadSpeller} from './src/cli/load-speller.js';
console.log(compileFiles(SMALL,await loadSpeller()));
