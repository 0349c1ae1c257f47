import type {Session} from '../../flows/runtime/session.js';
import type {Heard, Hearing} from './hear.js';

/** A step of a dialogue on the visitor's way. */
export interface Place {
  session: Session;
  flow: string;
  step: string;
}

/** What was said, or pressed below an answer, and what became of it. Lives in memory only. */
export interface Exchange {
  readonly n: number;
  /** As it was typed. */
  text: string;
  /** The step that was up. */
  at: Place;
  state: 'waiting' | 'missing' | 'answered';
  heard?: Heard;
  /** What it was read with: a later message may be read in another language. */
  hearing?: Hearing;
  /** "Ik bedoelde iets anders": nothing was asked. */
  otherwise?: true;
  /** Of its answer was said that something else was meant. */
  doubted?: true;
  /** What it told is not to be taken along. */
  forgotten?: boolean;
}
