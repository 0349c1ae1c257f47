import type {BaseProblem} from '../flows/compiler/layers.js';

/** What `mantelzorg bekijk` sends to its page as `/pakket`. Without `today` it is today. */
export type PackMessage = {today?: string; layers: LayerMessage[]; baseProblem?: BaseProblem} | {fault: string};

/** The pack itself first, then those that it is based on. */
export interface LayerMessage {
  packDir: string;
  files: {path: string; base64: string}[];
}

/** Name of the event that tells that something in the folders changed. */
export const CHANGE_EVENT = 'wijziging';
