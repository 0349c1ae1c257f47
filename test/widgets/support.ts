/** What the element tests share: a pack at the edge of the network, and hands to walk with. */
import {integrityOf, sealed} from './fixtures.js';
import '../../src/widgets/herken-je-jezelf/define.js';
import '../../src/widgets/gesprek/define.js';
import '../../src/widgets/ondersteuningswijzer/define.js';
import '../../src/widgets/respijtzoeker/define.js';
import '../../src/widgets/chat/define.js';
import type {FlowHost} from '../../src/widgets/base/flow-host.js';

const ORIGIN = 'https://pakket.test';
const packs = new Map<string, Record<string, string>>();
/** Addresses that do not answer. */
export const down = new Set<string>();
/** Addresses asked for. */
export const asked: string[] = [];
const network = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const url = String(input instanceof Request ? input.url : input);
  if (!url.startsWith(ORIGIN)) return network(input, init);
  asked.push(url);
  if (down.has(url)) throw new TypeError('Failed to fetch');
  const [, pack = '', file = ''] = url.slice(ORIGIN.length).split('/');
  const text = packs.get(pack)?.[file];
  if (text === undefined) return new Response('', {status: 404});
  if (init?.integrity && init.integrity !== (await integrityOf(text))) throw new TypeError('Failed to fetch');
  return new Response(text, {headers: {'content-type': 'application/json'}});
};

let count = 0;

/** Puts a pack on the network and returns its folder. `edit` may change its files; `content` is another pack. */
export async function publish(edit: (files: Record<string, string>) => void = () => {}, content: Parameters<typeof sealed> = []): Promise<string> {
  const files = await sealed(...content);
  edit(files);
  const name = `p${++count}`;
  packs.set(name, files);
  return `${ORIGIN}/${name}/`;
}

export type Tag = FlowHost & HTMLElement;

export interface Heard {
  type: string;
  detail: Record<string, unknown>;
}

/** A widget on the page, not yet awaited, with what it says. */
export async function place(attributes = '', {tag = 'mz-herken-je-jezelf', inside = '<p>Bel 0123 456 789.</p>', folder = ''} = {}) {
  const pack = folder || (await publish());
  const box = document.createElement('div');
  box.setAttribute('data-test', '');
  const heard: Heard[] = [];
  for (const type of ['mz-klaar', 'mz-stap', 'mz-uitslag', 'mz-contact', 'mz-fout']) {
    box.addEventListener(type, (event) => heard.push({type, detail: (event as CustomEvent).detail as Record<string, unknown>}));
  }
  const template = document.createElement('template');
  template.innerHTML = `<h2>Kop van de pagina</h2><${tag} ${/pakket=/.test(attributes) ? '' : `pakket="${pack}pakket.json"`} ${attributes}>${inside}</${tag}>`;
  box.append(document.importNode(template.content, true));
  document.body.append(box);
  const element = box.querySelector(tag) as Tag;
  return {element, heard, box, pack};
}

/** A widget whose first question is operable. */
export async function ready(...options: Parameters<typeof place>) {
  const placed = await place(...options);
  await until(() => placed.heard.some(({type}) => type === 'mz-stap' || type === 'mz-fout'));
  return placed;
}

export async function until(holds: () => unknown, what = holds.toString()): Promise<void> {
  const started = performance.now();
  while (!holds()) {
    if (performance.now() - started > 5000) throw new Error(`Never came true: ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

export const inside = <T extends HTMLElement = HTMLElement>(element: Tag, selector: string): T =>
  element.shadowRoot!.querySelector<T>(selector) ?? raise(`No ${selector} inside <${element.localName}>`);

export const all = (element: Tag, selector: string): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];

export const has = (element: Tag, selector: string): boolean => element.shadowRoot!.querySelector(selector) !== null;

export const stepOf = (element: Tag): string => inside(element, '[data-stap]').dataset.stap!;

export const answer = (element: Tag, n: number): void => inside(element, `[data-antwoord="${n}"]`).click();

export const type = async (element: Tag, text: string): Promise<void> => {
  const field = inside<HTMLInputElement>(element, '[data-invoer]');
  field.value = text;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  await element.updateComplete;
};

/** Presses a button and waits for what comes of it on this screen. */
export async function press(element: Tag, kind: string, index = 0): Promise<void> {
  const button = all(element, `[data-knop="${kind}"]`)[index] ?? raise(`No button ${kind}`);
  button.click();
  await element.updateComplete;
}

/** Goes on and waits until the step is there and told. */
export async function onTo(element: Tag, step: string): Promise<void> {
  await element.updateComplete;
  const told = new Promise((resolve) => element.addEventListener('mz-stap', resolve, {once: true}));
  await press(element, 'verder');
  await told;
  if (stepOf(element) !== step) throw new Error(`Came to ${stepOf(element)}, not to ${step}`);
}

/** The whole way to the result, with the answers that weigh most. */
export async function toResult(element: Tag): Promise<void> {
  answer(element, 2);
  await onTo(element, 'taken');
  answer(element, 1);
  answer(element, 3);
  await onTo(element, 'nacht');
  answer(element, 2);
  await onTo(element, 'jaren');
  await type(element, '9');
  await onTo(element, 'nodig');
  answer(element, 1);
  await onTo(element, 'uitslag');
  await until(() => has(element, '[data-steun]'));
}

export const focused = (element: Tag): Element | null => element.shadowRoot!.activeElement;

/** What the console was told while `act` ran, and until it was told what matches `last`: sentences come late. */
export async function warningsDuring(act: () => Promise<unknown>, last: RegExp): Promise<string[]> {
  const said: string[] = [];
  const warn = console.warn;
  console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  try {
    await act();
    await until(() => said.some((line) => last.test(line)), String(last));
  } finally {
    console.warn = warn;
  }
  return said;
}

export function clear(): void {
  document.querySelectorAll('[data-test]').forEach((box) => box.remove());
  down.clear();
  asked.length = 0;
}

function raise(message: string): never {
  throw new Error(message);
}
