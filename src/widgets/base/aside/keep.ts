import {html, nothing, type TemplateResult} from 'lit';
import {readKept, writeKept} from '../../../flows/runtime/link.js';
import type {Session} from '../../../flows/runtime/session.js';
import {storeFor} from '../../../flows/runtime/store.js';
import type {Company} from '../accompany.js';
import {Fault} from '../fault.js';
import {plainTag} from '../locale.js';
import {warn} from '../warn.js';
import {replay, tellReplay} from './arrive.js';
import * as words from './aside-words.js';

interface Keeping {
  on: boolean;
  /** The browser would not. */
  refused: boolean;
  wipes: number;
  session: Session;
}

const keepings = new WeakMap<Company, Keeping>();

const keyOf = ({opening}: Company): string => `mantelzorg ${opening.source.url} ${opening.flow.id}`;

/** `bewaren="vraag"`: offers to keep the replies until the tab closes, and goes on with what is kept. */
export function keepIn(company: Company): void {
  const wish = company.host.getAttribute('bewaren');
  if (wish && !/^(nooit|vraag)$/.test(wish)) warn('bewaren', wish);
  if (wish !== 'vraag') return;
  const {screen, opening} = company;
  const {session} = screen;
  const store = storeFor(opening.source.url);
  const keeping: Keeping = {on: false, refused: false, wipes: store.wipes, session};
  keepings.set(company, keeping);
  const kept = readKept(stored(company) ?? '');
  // A link that somebody opened now comes before what was kept.
  if (kept?.flow === opening.flow.id && kept.log.length && session.atStart) {
    keeping.on = true;
    void replay(company, session, kept).then((taken) => tellReplay(company, kept, taken, words.goOn()));
  }
  session.listen(() => {
    if (store.wipes !== keeping.wipes) {
      keeping.wipes = store.wipes;
      if (keeping.on) drop(company, keeping);
    }
    if (keeping.on) keep(company, keeping);
  });
  screen.refresh();
}

export function renderKeep(company: Company): TemplateResult | typeof nothing {
  const keeping = keepings.get(company);
  if (!keeping) return nothing;
  const flip = () => {
    if (keeping.on) drop(company, keeping);
    else {
      keeping.on = true;
      keep(company, keeping);
    }
    company.screen.refresh();
  };
  const said = keeping.refused ? words.cannotKeep() : keeping.on ? words.isKept() : '';
  return html`<div class="bewaren" lang=${plainTag(company.opening.locale)}>
    <span class="zacht" role="status">${said}</span>
    ${keeping.refused ? nothing : html`<button type="button" class="stil" data-knop="bewaar" @click=${flip}>${keeping.on ? words.stopKeeping() : words.keep()}</button>`}
  </div>`;
}

function keep(company: Company, keeping: Keeping): void {
  const {log} = keeping.session;
  const [first] = log;
  try {
    if (!first) sessionStorage.removeItem(keyOf(company));
    else sessionStorage.setItem(keyOf(company), writeKept({flow: company.opening.flow.id, entrance: first.step, log}));
  } catch (reason) {
    keeping.on = false;
    keeping.refused = true;
    company.tell(new Fault('opslag', reason));
  }
}

function drop(company: Company, keeping: Keeping): void {
  keeping.on = false;
  try {
    sessionStorage.removeItem(keyOf(company));
  } catch {
    // What could never be written is not there.
  }
}

function stored(company: Company): string | null {
  try {
    return sessionStorage.getItem(keyOf(company));
  } catch {
    return null; // Denied: said when somebody asks to keep something.
  }
}
