import {html, nothing, type TemplateResult} from 'lit';
import {heading} from './heading.js';
import {plainTag} from './locale.js';
import * as words from './result-words.js';
import {renderStuck, type View} from './shell.js';
import type {Material, TakeKind, Thing} from './take/taking.js';
import type * as Take from './take/take.js';

let take: typeof Take | undefined;
let coming: Promise<unknown> | undefined;
let missing = false;

/** Fetches what makes things, once; a failure is forgotten, so that the next press tries again. */
function fetchTake(): Promise<unknown> {
  return (coming ??= import('./take/take.js').then(
    (module) => {
      take = module;
      missing = false;
    },
    () => {
      coming = undefined;
      missing = true;
    },
  ));
}

/** Does something with the chunk that makes things; when it cannot be had, that is said. */
async function withTake(view: View, act: (make: typeof Take) => unknown): Promise<void> {
  if (!take) {
    await fetchTake();
    view.screen.refresh();
  }
  if (take) await act(take);
}

/** Below the plan: what can be done with it. Gives way to a note or tasks that are open, which have buttons of their own. */
export function renderTakeAlong(view: View, material: Material): unknown {
  void fetchTake(); // Ahead of the first press: browsers forget within seconds that somebody pressed.
  const open = take?.takingOf(view.screen.session).open;
  if (open === 'briefje' || open === 'taken') return nothing;
  return html`<section class="mee" lang=${plainTag(view.locale)}>
    ${heading(view.level + 1, words.takeAlong())}
    <p class="zacht">${words.madeHere()}</p>
    ${bar('plan', view, material, open === 'link')} ${take?.renderLink(view) ?? nothing}
  </section>`;
}

/** `toon briefje` and `toon taken`: one button, and what it opens. */
export function renderMaker(what: 'briefje' | 'taken', view: View, material: Material): TemplateResult {
  void fetchTake();
  const open = take?.takingOf(view.screen.session).open === what;
  const handle = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    void withTake(view, (make) => {
      make.toggle(what, view, material);
      if (make.takingOf(view.screen.session).open === what) root.getElementById('mee-kop')?.focus();
    });
  };
  return html`<section class="mee" lang=${plainTag(view.locale)}>
    <button type="button" class="knop ${what === 'briefje' ? 'eerst' : ''} breed" part="knop" data-knop=${what} aria-expanded=${open} aria-controls=${open ? `mee-${what}` : nothing} @click=${handle}>
      ${what === 'briefje' ? words.makeNote() : words.makeTasks()}
    </button>
    ${missing ? renderStuck(handleAgain(view)) : nothing}
    ${open ? take!.renderOpen(what, view, bar(what, view, material)) : nothing}
  </section>`;
}

const handleAgain = (view: View) => () => void withTake(view, () => undefined);

/** The buttons below a thing. A share sheet only where there is one. */
function bar(thing: Thing, view: View, material: Material, linked = false): TemplateResult {
  const buttons: [TakeKind, string][] = [
    ['print', words.print()],
    ['kopieer', words.copy()],
    ['mail', words.mail()],
    ...(typeof navigator.share === 'function' ? ([['deel', words.share()]] as [TakeKind, string][]) : []),
    ['bestand', words.file()],
    ...(thing === 'plan' ? ([['link', words.makeLink()], ['herinnering', words.remind()]] as [TakeKind, string][]) : []),
  ];
  return html`<div class="knoppen">
      ${buttons.map(
        ([kind, text]) => html`<button
          type="button"
          class="knop"
          part="knop"
          data-knop=${kind}
          aria-expanded=${kind === 'link' ? linked : nothing}
          @click=${(event: Event) => press(kind, thing, view, material, event)}
        >${text}</button>`,
      )}
      ${thing === 'plan' ? nothing : take!.closeButton(view)}
    </div>
    ${missing && thing === 'plan' ? renderStuck(handleAgain(view)) : nothing} ${take?.renderSaid(thing, view) ?? nothing}`;
}

function press(kind: TakeKind, thing: Thing, view: View, material: Material, event: Event): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  void withTake(view, async (make) => {
    await make.act(kind, thing, view, material);
    if (kind === 'link' && make.takingOf(view.screen.session).open === 'link') root.getElementById('mee-kop')?.focus();
  });
}
