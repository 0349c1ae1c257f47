import type {OutputFile} from '../flows/compiler/pack-parts.js';
import type {Way} from '../flows/compiler/paths/shortest-way.js';
import type {Analysis, Built} from './analyse.js';
import type {Question, Reply} from './messages.js';
import type {Project} from './project.js';
import type {Screen} from './screens.js';

/** A question that has no number yet. */
type Asked = Question extends infer One ? (One extends Question ? Omit<One, 'n'> : never) : never;

/** What this needs of a `Worker`. */
export interface Compiler {
  postMessage(question: Question): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Reply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Work that takes longer is stopped: the next change gets a compiler that is not busy. */
const PATIENCE_MS = 30_000;
/** Learning from thousands of sentences, on a slow machine. */
const LEARNING_MS = 300_000;

/** The check was stopped, or broke; the message is for the editor. */
export class CompilerError extends Error {
  override name = 'CompilerError';
}

interface Waiting {
  project: Project;
  built(built: Built): void;
  settle(analysis: Promise<Analysis | undefined> | undefined): void;
}

/**
 * The compiler behind the page. Only the newest project counts: while one is being compiled the newest waits, and
 * what is overtaken gives nothing.
 */
export class CompilerClient {
  #make: () => Compiler;
  #worker: Compiler | undefined;
  #n = 0;
  #asked = new Map<number, {resolve(reply: Reply): void; reject(reason: Error): void}>();
  #busy = false;
  #next: Waiting | undefined;
  #built: ((built: Built) => void) | undefined;

  constructor(make: () => Compiler) {
    this.#make = make;
  }

  /**
   * @param built is told first, when the project can run
   * @returns nothing when a newer project came in the meantime
   * @throws CompilerError
   */
  async analyse(project: Project, built: (built: Built) => void): Promise<Analysis | undefined> {
    this.#next?.settle(undefined);
    this.#next = undefined;
    if (this.#busy) {
      return new Promise((resolve) => (this.#next = {project, built, settle: resolve}));
    }
    this.#busy = true;
    this.#built = built;
    let result: Promise<Analysis>;
    try {
      const reply = await this.#ask({ask: 'analysis', project});
      result = Promise.resolve((reply as {analysis: Analysis}).analysis);
    } catch (reason) {
      result = Promise.reject(reason as Error);
    }
    this.#busy = false;
    const next = this.#next as Waiting | undefined;
    if (!next) return result;
    result.catch(() => undefined);
    this.#next = undefined;
    next.settle(this.analyse(next.project, next.built));
    return undefined;
  }

  /** What `mantelzorg bouw` writes of the project that was analysed last; none when it has errors. Takes seconds. */
  async files(): Promise<OutputFile[]> {
    return ((await this.#ask({ask: 'files'}, LEARNING_MS)) as {files: OutputFile[]}).files;
  }

  /** The screens of a flow of the project that was analysed last. */
  async screens(flow: string): Promise<Screen[]> {
    return ((await this.#ask({ask: 'screens', flow})) as {screens: Screen[]}).screens;
  }

  /** A shortest way to a step, from the step `from` where there is one. */
  async way(flow: string, step: string, from: {flow: string; step: string}): Promise<Way | undefined> {
    return ((await this.#ask({ask: 'way', flow, step, from})) as {way: Way | undefined}).way;
  }

  close(): void {
    this.#stop(new CompilerError('De controle is gesloten.'));
  }

  #ask(question: Asked, patienceMs = PATIENCE_MS): Promise<Reply> {
    const n = ++this.#n;
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => this.#stop(new CompilerError('De controle duurt te lang en is gestopt. Haal de laatste wijziging weg, of maak het bestand kleiner.')), patienceMs);
      this.#asked.set(n, {
        resolve(reply) {
          clearTimeout(patience);
          resolve(reply);
        },
        reject(reason) {
          clearTimeout(patience);
          reject(reason);
        },
      });
      this.#running().postMessage({...question, n} as Question);
    });
  }

  #running(): Compiler {
    if (this.#worker) return this.#worker;
    const worker = this.#make();
    worker.onmessage = ({data}) => {
      if ('built' in data) {
        if (!this.#next) this.#built?.(data.built);
        return;
      }
      const waiting = this.#asked.get(data.n);
      this.#asked.delete(data.n);
      if ('failed' in data) waiting?.reject(new CompilerError(`De controle zelf ging mis (${data.failed}). Meld het de makers.`));
      else waiting?.resolve(data);
    };
    worker.onerror = (event) => this.#stop(new CompilerError(`De controle start niet (${event.message || 'het bestand is niet te laden'}). Herlaad de pagina.`));
    return (this.#worker = worker);
  }

  #stop(reason: CompilerError): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#asked.values()];
    this.#asked.clear();
    for (const {reject} of waiting) reject(reason);
  }
}
