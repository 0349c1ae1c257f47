import path from 'node:path';
import {chromium, type Browser, type BrowserContextOptions, type Page} from 'playwright-core';
import {BROWSER_FLAGS} from '../../scripts/browser-flags.mjs';
import {findBrowser} from '../../scripts/find-browser.mjs';
import {MOUNTS, ROOT, policyFor} from '../../scripts/mounts.mjs';
import {STRICT_POLICY, startServer, type Options, type StaticServer} from './server.mjs';

export {MOUNTS, ROOT};
export const DIST = path.join(ROOT, 'dist');

export type Server = StaticServer;

export function serve(options: Partial<Options> = {}): Promise<Server> {
  return startServer({mounts: MOUNTS, policy: (pathname) => policyFor(STRICT_POLICY, pathname), ...options});
}

export async function launch(): Promise<Browser> {
  return chromium.launch({executablePath: await findBrowser(), args: [...BROWSER_FLAGS]});
}

export interface WidgetEvent {
  type: string;
  detail: Record<string, unknown>;
}

/** What a page did that a test may want to forbid. */
export interface Witness {
  /** Policy violations, as the page saw them. */
  violations: string[];
  /** Errors and warnings of the console, and uncaught errors. */
  console: string[];
  /** Requests to another origin than the page's. */
  foreign: string[];
  /** Every request, absolute. */
  requests: string[];
  /** Events of the widgets, in order. */
  events(): Promise<WidgetEvent[]>;
  /** Cookies and both storages, as one list of names. */
  stored(): Promise<string[]>;
}

/** Runs in the page before its own scripts; reads nothing that a widget could notice. */
function observePage(types: string[]) {
  const store = {violations: [] as string[], events: [] as WidgetEvent[]};
  Object.defineProperty(globalThis, '__witness', {value: store});
  addEventListener('securitypolicyviolation', (event) => {
    store.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`);
  }, true);
  for (const type of types) {
    addEventListener(type, (event) => store.events.push({type, detail: (event as CustomEvent).detail}));
  }
}

export const EVENT_TYPES = ['mz-klaar', 'mz-stap', 'mz-uitslag', 'mz-contact', 'mz-fout'];

type Watched = {__witness: {violations: string[]; events: WidgetEvent[]}};

/**
 * A fresh context and page, watched from before its first byte. Nothing moves unless a test asks for it: Playwright waits
 * until what it clicks has come to rest. test/browser/hosts.test.ts asks.
 */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{page: Page; witness: Witness}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, locale: 'nl-NL', reducedMotion: 'reduce', ...options});
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const witness: Witness = {
    violations: [],
    console: [],
    foreign: [],
    requests: [],
    async events() {
      return page.evaluate(() => (globalThis as unknown as Watched).__witness.events);
    },
    async stored() {
      const cookies = (await context.cookies()).map((cookie) => `cookie ${cookie.name}`);
      const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].map((key) => `storage ${key}`));
      return [...cookies, ...kept];
    },
  };
  // tsx names functions through this helper, also those that a test sends to the page.
  await page.addInitScript('Object.defineProperty(globalThis, "__name", {value: (named) => named});');
  await page.addInitScript(observePage, EVENT_TYPES);
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!/^https?:/.test(url.protocol)) return;
    witness.requests.push(url.href);
    const own = page.url() === 'about:blank' ? undefined : new URL(page.url()).origin;
    if (own && own !== 'null' && url.origin !== own) witness.foreign.push(url.href);
  });
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|TrustedHTML/i.test(message.text())) witness.violations.push(`${message.location().url}: ${message.text()}`);
    if (message.type() === 'error' || message.type() === 'warning') witness.console.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => witness.console.push(`uncaught: ${error.message}`));
  return {page, witness};
}

/** Waits for the first question (or the next `mz-klaar`) of the page. */
export async function ready(page: Page, count = 1): Promise<void> {
  await page.waitForFunction(
    (wanted) => (globalThis as unknown as Watched).__witness.events.filter((event) => event.type === 'mz-klaar').length >= wanted,
    count,
  );
}

export async function waitForEvent(page: Page, type: string, count = 1): Promise<Record<string, unknown>> {
  await page.waitForFunction(
    ([wanted, times]) => (globalThis as unknown as Watched).__witness.events.filter((event) => event.type === wanted).length >= times,
    [type, count] as const,
  );
  return page.evaluate(
    ([wanted, times]) => (globalThis as unknown as Watched).__witness.events.filter((event) => event.type === wanted)[times - 1]!.detail,
    [type, count] as const,
  );
}

/** A host page of nothing but a heading and what a test puts in it. */
export function documentWith(body: string, {head = '', lang = 'nl'} = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Test</title><link rel="icon" href="/favicon.svg">${head}</head><body><main><h1>Pagina</h1>${body}</main></body></html>`;
}

export const LOADER = '<script type="module" src="/mantelzorg/mantelzorg-widgets.js"></script>';
