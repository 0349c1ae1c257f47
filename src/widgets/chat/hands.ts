import type {Answer} from '../../flows/model/flow.js';
import type {Exchange} from './exchange.js';

/** What the conversation asks of the element around it. */
export interface Hands {
  /** Begins with what one of the starters says. */
  start(answer: Answer): void;
  /** Begins a dialogue; `pressed` is what the visitor reads as their own words. */
  begin(flow: string, pressed: string): void;
  /** Sends what stands in the typing field. */
  send(field: HTMLTextAreaElement): void;
  /** Says something that was pressed below an answer, of which it is known what it means. */
  say(text: string, known: Pick<Exchange, 'heard' | 'otherwise'>): void;
  /** Reads a message again, after what reads them could not be fetched. */
  again(exchange: Exchange): void;
  /** The hands are at the questions: what changes there is not read out by the log. */
  quiet(): void;
  /** Tries again what could not be fetched. */
  retry(): void;
  /** Draws again what is there. */
  refresh(): void;
  restart(): void;
  wipe(): void;
  /** Goes on in another language of the pack. */
  speak(lang: string): void;
}
