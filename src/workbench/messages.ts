import type {OutputFile} from '../flows/compiler/pack-parts.js';
import type {Way} from '../flows/compiler/paths/shortest-way.js';
import type {Analysis, Built} from './analyse.js';
import type {Project} from './project.js';
import type {Screen} from './screens.js';

/** What is asked of the worker; `n` comes back with the answer. */
export type Question = {n: number} & ({ask: 'analysis'; project: Project} | {ask: 'files'} | {ask: 'screens'; flow: string} | {ask: 'way'; flow: string; step: string; from: {flow: string; step: string}});

/** A project gives what was built of it, when it can run, and then what was found in it. Files, screens and ways belong to the project that was analysed last; there are none when it has errors. */
export type Reply = {n: number} & ({built: Built} | {analysis: Analysis} | {files: OutputFile[]} | {screens: Screen[]} | {way: Way | undefined} | {failed: string});
