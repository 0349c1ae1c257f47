/**
 * The script of the one tag on a host page. It finds the known tags, now and later, and starts everything
 * that the first question needs in one task, so that the chain of requests is two deep:
 * the shared core, the widget's own chunk, and the flow of the built-in pack.
 *
 * It must run on pages that are not ours: no `for…in`, no method that old scripts are known to replace
 * (`test/browser/hostile.test.ts`).
 */
import {BUILD} from './build-table.js';
import {placeScript, upgradeLink} from './placement.js';
import {claimRegistry, claimedRegistry} from './registry.js';

const FILE = 'mantelzorg-widgets';
const RETRY_AFTER = [5_000, 20_000, 60_000];

const base = new URL('.', import.meta.url).href;
const first = claimedRegistry();

if (first) {
  // The same copy under another query is no second copy.
  if (first.base !== base) {
    console.warn(`${FILE}: ${first.version} (${first.base}) was er al; ${BUILD.version} (${base}) laadt niet.`);
    first.adopt?.(base);
  }
} else {
  start();
}

function start() {
  const bases = new Set([base]);
  const begun = new Set<string>();
  const placed = new WeakSet<Element>();
  const names = Object.keys(BUILD.widgets);
  const tags = names.map((name) => `mz-${name}`).join();
  let core: Promise<unknown> | undefined;
  let coreFailed = false;

  const {early} = claimRegistry({
    version: BUILD.version,
    base,
    parts: BUILD.parts,
    adopt(other) {
      bases.add(other);
      scan(document);
    },
  });

  scan(document);
  new MutationObserver((records) => {
    for (const record of records) {
      for (const node of record.addedNodes) {
        if (node instanceof Element) scan(node);
      }
    }
  }).observe(document, {childList: true, subtree: true});

  function scan(root: Document | Element) {
    visit(root, 'script[src*="widget="]', handleScript);
    visit(root, 'a[data-mantelzorg]', handleLink);
    if (tags) visit(root, tags, handleTag);
  }

  function visit(root: Document | Element, selector: string, handle: (element: Element) => void) {
    if (root instanceof Element && root.matches(selector)) handle(root);
    root.querySelectorAll(selector).forEach((element) => handle(element));
  }

  function isKnown(name: string | null | undefined): name is string {
    return !!name && Object.hasOwn(BUILD.widgets, name);
  }

  function handleScript(script: Element) {
    const url = new URL((script as HTMLScriptElement).src, document.baseURI);
    const name = url.searchParams.get('widget');
    const path = url.origin + url.pathname;
    const ours = bases.has(path.replace(/mantelzorg-widgets(\.classic)?\.js$/, ''));
    if (!ours || placed.has(script)) return;
    placed.add(script);
    if (isKnown(name)) handleTag(placeScript(script as HTMLScriptElement, name, url.searchParams));
    else console.warn(`${FILE}: geen widget «${name}», wel ${names.join()}.`);
  }

  /** A link inside a widget's tag is that widget's fallback content, not a place for another one. */
  function handleLink(link: Element) {
    const name = link.getAttribute('data-mantelzorg');
    if (isKnown(name) && !link.closest(tags)) handleTag(upgradeLink(link as HTMLElement, name));
  }

  function handleTag(tag: Element) {
    const name = tag.localName.slice(3);
    if (customElements.get(tag.localName)) return;
    prefetch(tag, BUILD.widgets[name]![1]);
    if (begun.has(name)) return;
    begun.add(name);
    load(name, 0);
  }

  /** Takes the built-in pack's flow along, in the language that the widget will choose. */
  function prefetch(tag: Element, opens: string) {
    if (tag.getAttribute('pakket')) return;
    const flow = opens.startsWith('@') ? tag.getAttribute(opens.slice(1)) : opens;
    const lang = tag.closest('[lang]')?.getAttribute('lang')?.toLowerCase() ?? '';
    // Formal Dutch is a translation of its own: `nl-u`.
    const dutch = `nl-${tag.getAttribute('aanspreekvorm')}`;
    const key = [lang, lang.split('-')[0], 'nl'].flatMap((one) => (one === 'nl' ? [dutch, one] : one)).map((one) => `flow.${flow}.${one}`).find((one) => Object.hasOwn(BUILD.parts, one));
    if (!key) return;
    const [file, integrity] = BUILD.parts[key]!;
    const url = base + BUILD.packs + file;
    if (early.has(url)) return;
    const response = fetch(url, {integrity});
    // Whoever takes it handles the failure; nobody taking it is no error.
    response.catch(() => undefined);
    early.set(url, response);
  }

  /**
   * Browsers may remember a module that failed under its address, and with it every module that imports it.
   * So another attempt has another address; once the core has failed, it is the self-contained file, which
   * imports nothing.
   */
  function load(name: string, attempt: number) {
    const query = attempt ? `?poging=${attempt}` : '';
    let done: Promise<unknown>;
    let chunk: Promise<unknown> | undefined;
    if (coreFailed) {
      done = import(`${base}${name}.js${query}`);
    } else {
      core ??= import(base + BUILD.core).catch((error: unknown) => {
        coreFailed = true;
        throw error;
      });
      chunk = import(base + BUILD.widgets[name]![0] + query);
      done = Promise.all([core, chunk]);
    }
    done.catch((error: unknown) => handleFailure(name, attempt, error, chunk));
  }

  /** The tag's own children are on show all the while: nothing of ours has touched them. */
  function handleFailure(name: string, attempt: number, error: unknown, chunk: Promise<unknown> | undefined) {
    const tag = `mz-${name}`;
    if (customElements.get(tag)) return;
    if (!attempt) {
      console.warn(`${FILE}: <${tag}> laadt niet.`, error);
      document.querySelectorAll(tag).forEach((element) => {
        element.dispatchEvent(
          new CustomEvent('mz-fout', {bubbles: true, composed: true, detail: {widget: name, code: 'deel-onbereikbaar'}}),
        );
      });
    }
    const wait = RETRY_AFTER[attempt];
    const timer = wait === undefined ? undefined : setTimeout(again, wait);
    addEventListener('online', again);

    function again() {
      clearTimeout(timer);
      removeEventListener('online', again);
      // The widget's chunk asks for the core by itself, and may have got it yet: two of them would be one too many.
      const next = () => customElements.get(tag) || load(name, attempt + 1);
      void (chunk ? chunk.then(next, next) : next());
    }
  }
}
