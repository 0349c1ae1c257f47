import type {Flow} from '../flows/model/flow.js';
import type {Session} from '../flows/runtime/session.js';
import {dropStore, PackStore, provideStore} from '../flows/runtime/store.js';
import type {Reply} from '../flows/semantics/dialogue.js';
import type {FaultCode} from '../widgets/base/fault.js';
import type {FlowHost} from '../widgets/base/flow-host.js';
import {dropSource, provideSource} from '../widgets/base/pack-source.js';
import '../widgets/gesprek/define.js';
import '../widgets/herken-je-jezelf/define.js';
import '../widgets/ondersteuningswijzer/define.js';
import '../widgets/respijtzoeker/define.js';
import {follow, footsteps} from './keep-place.js';
import type {MemorySource} from './memory-source.js';

/** Where the visitor on the stage is. */
export interface Whereabouts {
  flow: string;
  step: string;
}

interface Scene {
  frame: HTMLElement;
  element: FlowHost;
  source: MemorySource;
  flow: string;
  lang: string;
  /** The step that it opened at; empty for the first. */
  entrance: string;
  /** The finder stands there, with this flow behind it. */
  finder: boolean;
  /** The dialogue that the tag opened with. */
  main?: Session;
  /** Dialogues that are open, the one on the screen last. */
  sessions: Session[];
  stops: Map<Session, () => void>;
}

/** Flows that have a tag of their own, named after them. */
const OWN_TAGS: ReadonlySet<string> = new Set(['herken-je-jezelf', 'ondersteuningswijzer']);

/** Results come within this many looks of 20 ms, or the screen is shown without. */
const LOOKS = 50;

/** The flow that the finder has as its "help me kiezen". */
export const FINDER_FLOW = 'respijtzoeker';

/**
 * Where the widget stands. Another version of the pack is opened behind the curtain, brought to where the visitor
 * was, and only then takes the place of the old one; one that does not open leaves the old one standing.
 */
export class Stage {
  #place: HTMLElement;
  #moved: () => void;
  #scene: Scene | undefined;
  #round = 0;
  /** What the newest round shows. */
  #wanted: MemorySource | undefined;

  constructor(place: HTMLElement, moved: () => void) {
    this.#place = place;
    this.#moved = moved;
  }

  get whereabouts(): Whereabouts | undefined {
    const session = this.#scene?.sessions.at(-1);
    return session && {flow: session.flow.id, step: session.step.id};
  }

  /** Shows a flow of a pack, where the visitor was if that flow was on show from the same entrance. */
  async show(source: MemorySource, flow: string, lang: string, {entrance = '', finder = false} = {}): Promise<FaultCode | undefined> {
    const round = ++this.#round;
    this.#wanted = source;
    const before = this.#scene;
    const way = before?.main && before.flow === flow && before.entrance === entrance && !finder && !before.finder ? footsteps(before.main) : [];
    const scene = this.#open(source, flow, lang, entrance, finder);
    const code = await opened(scene.element);
    if (code === undefined) {
      if (scene.main) follow(scene.main, way);
      await settled(scene.element);
    }
    if (round !== this.#round || code !== undefined) {
      this.#clear(scene, source !== this.#scene?.source && source !== this.#wanted);
      return round === this.#round ? code : undefined;
    }
    const focused = before?.element.matches(':focus-within') || before?.element === document.activeElement;
    scene.frame.hidden = false;
    this.#scene = scene;
    if (before) this.#clear(before, before.source !== source);
    if (focused) scene.element.shadowRoot?.getElementById('kop')?.focus({preventScroll: true});
    this.#moved();
    return undefined;
  }

  /** Brings the visitor somewhere by giving these replies, from the start. */
  async goTo(replies: readonly Reply[]): Promise<void> {
    const scene = this.#scene;
    if (!scene?.main) return;
    scene.element.restart();
    for (const reply of replies) if (!scene.main.submit(reply).ok) break;
    await settled(scene.element);
    scene.element.scrollIntoView({block: 'nearest'});
  }

  #open(source: MemorySource, flow: string, lang: string, entrance: string, finder: boolean): Scene {
    const element = document.createElement(finder || OWN_TAGS.has(flow) ? `mz-${flow}` : 'mz-gesprek') as FlowHost;
    const frame = document.createElement('div');
    const scene: Scene = {frame, element, source, flow, lang, entrance, finder, sessions: [], stops: new Map()};
    provideSource(source);
    provideStore(source.url, new WatchedStore((session) => this.#watch(scene, session), (session) => this.#forget(scene, session)));
    element.setAttribute('pakket', source.url);
    element.setAttribute('gesprek', flow);
    element.setAttribute('kopniveau', '3');
    element.setAttribute('lang', lang);
    if (entrance) element.setAttribute('stap', entrance);
    frame.hidden = true;
    frame.append(element);
    this.#place.append(frame);
    return scene;
  }

  #watch(scene: Scene, session: Session): void {
    if (!scene.main) {
      scene.main = session;
      for (const other of otherFlows(scene)) session.provide(other);
    }
    scene.sessions.push(session);
    scene.stops.set(session, session.listen(() => scene === this.#scene && this.#moved()));
    if (scene === this.#scene) this.#moved();
  }

  #forget(scene: Scene, session: Session): void {
    if (session === scene.main) return;
    scene.stops.get(session)?.();
    scene.stops.delete(session);
    scene.sessions = scene.sessions.filter((one) => one !== session);
    if (scene === this.#scene) this.#moved();
  }

  #clear(scene: Scene, source: boolean): void {
    for (const stop of scene.stops.values()) stop();
    scene.frame.remove();
    if (!source) return;
    dropSource(scene.source);
    dropStore(scene.source.url);
    scene.source.release();
  }
}

/** The store of a pack, which tells of the dialogues that are opened and closed in it. */
class WatchedStore extends PackStore {
  #opened: (session: Session) => void;
  #closed: (session: Session) => void;

  constructor(opened: (session: Session) => void, closed: (session: Session) => void) {
    super();
    this.#opened = opened;
    this.#closed = closed;
  }

  override open(flow: Flow, entrance?: string): Session {
    const session = super.open(flow, entrance);
    this.#opened(session);
    return session;
  }

  override close(session: Session): void {
    super.close(session);
    this.#closed(session);
  }
}

/** The flows that a way may lead into. */
function otherFlows({source, flow, lang}: Scene): Flow[] {
  const ids = new Set(source.pack.parts.flatMap(({kind, id}) => (kind === 'flow' && id !== flow ? [id] : [])));
  return [...ids].flatMap((id) => source.wholeFlow(id, lang) ?? []);
}

/** Waits until the first question is operable; gives a code when it never will be. */
function opened(element: FlowHost): Promise<FaultCode | undefined> {
  return new Promise((resolve) => {
    element.addEventListener('mz-klaar', () => resolve(undefined), {once: true});
    element.addEventListener('mz-fout', (event) => resolve((event as CustomEvent<{code: FaultCode}>).detail.code), {once: true});
  });
}

/** Waits until the screen is drawn, results included. */
async function settled(element: FlowHost): Promise<void> {
  for (let look = 0; look < LOOKS; look++) {
    await element.updateComplete;
    if (look > 0 && !element.shadowRoot?.querySelector('[data-wacht]')) return;
    await new Promise((resolve) => setTimeout(resolve, look === 0 ? 0 : 20));
  }
}
