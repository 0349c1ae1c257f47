import type {Memory} from '../../flows/semantics/memory.js';
import type {Session, Visit} from '../../flows/runtime/session.js';
import type {Screen} from '../base/screen.js';
import type {Exchange, Place} from './exchange.js';

/** One message of the conversation, or the step that is up. */
export type Piece =
  | {t: 'asked'; session: Session; visit: Pick<Visit, 'flow' | 'step' | 'memory'>; key: string}
  | {t: 'given'; session: Session; visit: Visit; key: string}
  | {t: 'pressed'; text: string; key: string}
  | {t: 'said'; exchange: Exchange; key: string}
  | {t: 'now'; key: string};

/**
 * What was typed, and where. Everything else that stands in the conversation follows from the sessions, so that going back,
 * changing an answer and links are what they are in every widget. No DOM.
 */
export class Conversation {
  exchanges: Exchange[] = [];

  /** What was pressed to begin a dialogue. */
  #pressed = new WeakMap<Session, string>();
  #count = 0;

  add(text: string, screen: Screen): Exchange {
    const exchange: Exchange = {n: ++this.#count, text, at: placeOf(screen.session), state: 'waiting'};
    this.exchanges = [...this.exchanges, exchange];
    return exchange;
  }

  clear(): void {
    this.exchanges = [];
  }

  began(session: Session, pressed: string): void {
    this.#pressed.set(session, pressed);
  }

  /** Whether something was said at the step that is up. */
  isHere({at}: Exchange, {session}: Screen): boolean {
    return isSame(at, placeOf(session));
  }

  /** What messages told that dialogues would ask; what was said last counts. */
  get told(): Memory {
    const told: Record<string, string | number | string[]> = {};
    for (const {heard, forgotten} of this.exchanges) {
      for (const {name, value, set} of (!forgotten && heard?.learned) || []) {
        const before = Object.hasOwn(told, name) ? told[name] : undefined;
        told[name] = set ? [...(Array.isArray(before) ? before : []), value] : /^\d+$/.test(value) ? Number(value) : value;
      }
    }
    return told;
  }

  /** The conversation in order: each dialogue's questions and replies, with what was typed at each. */
  pieces(screen: Screen): Piece[] {
    const sessions = [...screen.left, screen.session];
    const current = placeOf(screen.session);
    // A step that was gone back from is no place any more, and what was said there is said here; in another language it is still there.
    for (const exchange of this.exchanges) {
      const {at} = exchange;
      if (!sessions.some((session) => isOn(session, at))) exchange.at = sessions.map((session) => ({...at, session})).find((place) => isOn(place.session, place)) ?? current;
    }
    return sessions.flatMap((session, depth) => {
      const pressed = this.#pressed.get(session) ?? (depth ? session.flow.title : '');
      const key = ({flow, step}: {flow: string; step: string}) => `${depth} ${flow}#${step}`;
      const said = (place: Omit<Place, 'session'>) =>
        this.exchanges.flatMap((exchange): Piece[] => (isSame(exchange.at, {...place, session}) ? [{t: 'said', exchange, key: `x${exchange.n}`}] : []));
      const here = {...placeOf(session), memory: session.memory};
      return [
        ...(pressed ? [{t: 'pressed' as const, text: pressed, key: `p${key(session.trail[0] ?? here)}`}] : []),
        ...session.trail.flatMap((visit): Piece[] => [{t: 'asked', session, visit, key: key(visit)}, ...said(visit), {t: 'given', session, visit, key: `g${key(visit)}`}]),
        session === screen.session ? {t: 'now' as const, key: key(here)} : {t: 'asked' as const, session, visit: here, key: key(here)},
        ...said(here),
      ];
    });
  }
}

const placeOf = (session: Session): Place => ({session, flow: session.flow.id, step: session.step.id});

const isSame = (a: Place, b: Place) => a.session === b.session && a.flow === b.flow && a.step === b.step;

const isOn = (session: Session, place: Place): boolean => [placeOf(session), ...session.trail.map(({flow, step}) => ({session, flow, step}))].some((one) => isSame(one, place));
