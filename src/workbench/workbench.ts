import type {OutputFile} from '../flows/compiler/pack-parts.js';
import type {FlowGraph} from '../flows/compiler/paths/graph.js';
import {nodeId} from '../flows/compiler/prove/space.js';
import type {Analysis, Built} from './analyse.js';
import type {Reply} from '../flows/semantics/dialogue.js';
import {CompilerError, type CompilerClient} from './compiler-client.js';
import {MemorySource} from './memory-source.js';
import {layOut, type Layout} from './picture/layout.js';
import type {Place, Project} from './project.js';
import type {Screen} from './screens.js';
import {FINDER_FLOW, Stage, type Whereabouts} from './stage.js';

/** What most visitors open with is what an editor sees first. */
const FIRST_FLOW = 'herken-je-jezelf';

export type Tab = 'problemen' | 'kaart' | 'stand';

export interface WorkbenchOptions {
  client: CompilerClient;
  /** Something changed: draw the page again. */
  changed(): void;
  /** Opens the text at a problem. Without it the lines around it are shown in the list. */
  jump?(place: Place): void;
}

/** The last version of the pack whose words and links are right, which is the one that runs. */
interface Running {
  source: MemorySource;
  built: Built;
  screens: Map<string, Screen[]>;
  layouts: Map<string, Layout>;
}

/** Everything that preview and playground share, but for how it is drawn: the pack, what was found in it, the widget that runs it. */
export class Workbench {
  project: Project | undefined;
  analysis: Analysis | undefined;
  /** Why there is nothing to show, for the editor. */
  fault = '';
  running: Running | undefined;
  /** Whether the widget runs an older version than the text. */
  behind = false;
  checking = false;
  flow = '';
  lang = '';
  /** The widget shows the finder over the pack's offers, not a dialogue. */
  finder = false;
  tab: Tab = 'problemen';
  /** The problem whose lines are shown. */
  opened = -1;
  zoom = 1;
  /** The step on the picture that the Tab key reaches. */
  pointed = '';
  /** Walking through every screen: which one; -1 when not. */
  screen = -1;
  readonly jump: ((place: Place) => void) | undefined;

  #client: CompilerClient;
  #changed: () => void;
  #stage: Stage | undefined;
  /** The step that the widget was opened at; empty for the first. */
  #entrance = '';
  /** For what the picture was last put in the middle. */
  #centred = '';

  constructor({client, changed, jump}: WorkbenchOptions) {
    this.#client = client;
    this.#changed = changed;
    this.jump = jump;
  }

  /** Tells that the page has been drawn; the first time the widget gets its place in it. */
  drawn(root: HTMLElement): void {
    this.#stage ??= new Stage(root.querySelector<HTMLElement>('.wb-podium')!, () => this.#changed());
    const centred = `${this.tab} ${this.here} ${this.zoom}`;
    if (this.#centred !== centred) centre(root.querySelector('.wb-kaartvlak'));
    this.#centred = centred;
  }

  /** Takes another version of the project, or another project. */
  async open(project: Project): Promise<void> {
    this.project = project;
    this.checking = true;
    this.#changed();
    let running: Promise<void> | undefined;
    try {
      const analysis = await this.#client.analyse(project, (built) => {
        running = this.#run(built).then(() => this.#changed());
      });
      if (!analysis) return;
      await running;
      this.checking = false;
      this.fault = '';
      this.analysis = analysis;
      this.opened = -1;
      this.behind = !running;
    } catch (reason) {
      if (!(reason instanceof CompilerError)) throw reason;
      this.checking = false;
      this.behind = true;
      this.fault = reason.message;
    }
    this.#changed();
  }

  /** Forgets the pack that runs: the next one is another. */
  leave(): void {
    this.running = this.analysis = undefined;
    this.flow = this.lang = this.#entrance = '';
    this.screen = -1;
    this.finder = false;
  }

  // --- what there is to show

  /** Whether there are offers to search. */
  get hasFinder(): boolean {
    return !!this.running?.source.pack.parts.some(({kind}) => kind === 'offers') && this.graphs.some(({flow}) => flow === FINDER_FLOW);
  }

  get errors(): number {
    return this.analysis?.diagnostics.filter(({severity}) => severity === 'fout').length ?? 0;
  }

  get warnings(): number {
    return (this.analysis?.diagnostics.length ?? 0) - this.errors;
  }

  /** «2 fouten en 1 waarschuwing», or that all is well. */
  get verdict(): string {
    if (this.fault) return this.fault;
    if (!this.analysis) return '';
    const {errors, warnings} = this;
    const parts = [...(errors ? [`${errors} ${errors === 1 ? 'fout' : 'fouten'}`] : []), ...(warnings ? [`${warnings} ${warnings === 1 ? 'waarschuwing' : 'waarschuwingen'}`] : [])];
    return parts.join(' en ') || 'Alles klopt';
  }

  get graphs(): readonly FlowGraph[] {
    return this.running?.built.graphs ?? [];
  }

  /** The picture of the flow that the widget shows now, which may be one that it was led into. */
  get graph(): FlowGraph | undefined {
    const here = this.whereabouts?.flow ?? this.flow;
    return this.graphs.find(({flow}) => flow === here);
  }

  get layout(): Layout | undefined {
    const {graph, running} = this;
    if (!graph || !running) return undefined;
    let layout = running.layouts.get(graph.flow);
    if (!layout) running.layouts.set(graph.flow, (layout = layOut(graph)));
    return layout;
  }

  get whereabouts(): Whereabouts | undefined {
    return this.#stage?.whereabouts;
  }

  /** The same, as the picture calls it. */
  get here(): string | undefined {
    const at = this.whereabouts;
    return at && nodeId(at.flow, at.step);
  }

  get screens(): readonly Screen[] | undefined {
    return this.running?.screens.get(this.flow);
  }

  /** Whether a site owner may put it on the web server: not while anything is wrong. */
  get isSound(): boolean {
    return !(this.checking || this.behind || this.fault || !this.analysis || this.errors) && !!this.running;
  }

  /**
   * What a site owner puts on the web server. Takes seconds.
   *
   * @throws CompilerError
   */
  files(): Promise<OutputFile[]> {
    return this.#client.files();
  }

  // --- what the editor does

  set<Key extends 'tab' | 'opened' | 'zoom' | 'pointed'>(key: Key, value: this[Key]): void {
    this[key] = value;
    this.#changed();
  }

  async choose(flow: string, lang = this.lang, finder = false): Promise<void> {
    this.flow = flow;
    this.finder = finder;
    this.lang = lang;
    this.#entrance = '';
    this.screen = -1;
    await this.#show();
    this.#changed();
  }

  /** Shows the finder over the pack's offers. */
  chooseFinder(): Promise<void> {
    return this.choose(FINDER_FLOW, this.lang, true);
  }

  /** Brings the visitor to a step by a shortest way; into another dialogue when the one on show does not lead there. */
  async goTo(flow: string, step: string): Promise<void> {
    const start = this.#firstStep();
    if (start === undefined) return;
    const way = await this.#client.way(flow, step, {flow: this.flow, step: start});
    if (!way) return;
    await this.#bring(way.start, way.replies.map(({reply}) => reply));
    this.screen = -1;
    this.#changed();
  }

  /** Shows one of all screens; beyond the last comes the first. */
  async showScreen(index: number): Promise<void> {
    const screens = await this.#screens();
    if (!screens?.length) return;
    this.screen = (index + screens.length) % screens.length;
    const {flow, start, replies} = screens[this.screen]!;
    await this.#bring({flow, step: start}, replies);
    this.#changed();
  }

  stopScreens(): void {
    this.screen = -1;
    this.#changed();
  }

  // --- inside

  async #run(built: Built): Promise<void> {
    const source = new MemorySource(built.files);
    if (source.pack.version === this.running?.source.pack.version) {
      this.running.built = built;
      return;
    }
    const before = this.running;
    this.running = {source, built, screens: new Map(), layouts: new Map()};
    if (!built.graphs.some(({flow}) => flow === this.flow)) {
      this.flow = (built.graphs.find(({flow}) => flow === FIRST_FLOW) ?? built.graphs[0])?.flow ?? '';
      this.#entrance = '';
    }
    this.finder &&= this.hasFinder;
    if (!source.pack.languages.includes(this.lang)) this.lang = source.pack.languages[0] ?? 'nl';
    if (!(await this.#show()) && before) this.running = before;
    if (this.screen >= 0) this.screen = Math.min(this.screen, ((await this.#screens())?.length ?? 0) - 1);
  }

  /** Gives replies from a step that a flow can be opened at. */
  async #bring(start: {flow: string; step: string}, replies: readonly Reply[]): Promise<void> {
    const entrance = start.step === this.#firstStep(start.flow) ? '' : start.step;
    if (start.flow !== this.flow || entrance !== this.#entrance || this.finder) {
      this.flow = start.flow;
      this.finder = false;
      this.#entrance = entrance;
      if (!(await this.#show())) return;
    }
    await this.#stage?.goTo(replies);
  }

  #firstStep(flow = this.flow): string | undefined {
    return this.graphs.find((one) => one.flow === flow)?.nodes[0]?.step;
  }

  async #show(): Promise<boolean> {
    if (!this.running || !this.flow) return false;
    const code = await this.#stage?.show(this.running.source, this.flow, this.lang, {entrance: this.#entrance, finder: this.finder});
    if (code) this.fault = `De widget start niet (${code}). Herlaad de pagina; blijft het zo, meld het dan de makers.`;
    return !code;
  }

  async #screens(): Promise<readonly Screen[] | undefined> {
    const {running, flow} = this;
    if (!running) return undefined;
    if (!running.screens.has(flow)) {
      const found = await this.#client.screens(flow);
      // None: the text has errors now, so nobody can tell what can be seen.
      if (!found.length) return undefined;
      running.screens.set(flow, found);
    }
    return running.screens.get(flow);
  }
}

/** Brings the step that is lit into the middle of the picture, without moving the page. */
function centre(frame: Element | null): void {
  const step = frame?.querySelector('.wb-stap.hier');
  if (!frame || !step) return;
  const outer = frame.getBoundingClientRect();
  const inner = step.getBoundingClientRect();
  frame.scrollBy(inner.x + inner.width / 2 - outer.x - outer.width / 2, inner.y + inner.height / 2 - outer.y - outer.height / 2);
}
