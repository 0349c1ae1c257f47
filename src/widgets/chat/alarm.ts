import {html, nothing, type TemplateResult} from 'lit';
import type {Alarm} from '../../flows/model/alarms.js';
import type {Block, Inline} from '../../flows/model/node.js';
import {callLink, contactWord} from '../base/contact.js';
import {heading} from '../base/heading.js';
import {plainTag} from '../base/locale.js';
import {type Prose, renderBlocks} from '../base/nodes.js';
import {warningIcon} from '../base/rest-icons.js';
import * as base from '../base/rest-words.js';
import {renderSources} from '../base/rich-nodes.js';
import {proseFor, type View} from '../base/shell.js';
import {plain} from '../base/text.js';
import * as words from './answer-words.js';
import type {Exchange} from './exchange.js';
import type {Hearing} from './hear.js';

/** In the whole of Europe, and the one number that is no fact of a pack: it stands where a pack that is broken has none. */
const EMERGENCY = '112';

/**
 * The words of `nood.md`, before anything else: calm, with the numbers to call. Where a pack lost its words or its numbers
 * on the way, there are ours, and the pack's contact.
 */
export function renderAlarm(alarm: Alarm, {n}: Exchange, hearing: Hearing, view: View): TemplateResult {
  const prose: Prose = {
    ...proseFor(view),
    terms: undefined,
    sources: alarm.sources,
    cited: new Set(),
    list: `n${n}`,
    key: `n${n}`,
    level: view.level + 1,
    lang: plainTag(alarm.lang ?? hearing.lang),
    urgent: true,
    // The contact stands below every answer to a call for help.
    show: () => nothing,
  };
  const {locale} = prose;
  const title = plain(alarm.title, prose.memory);
  const named = isWritten(title);
  return html`<div class="kader nood" part="melding" data-alarm=${alarm.id} lang=${prose.lang}>
      ${warningIcon()}
      <div>
        <span class="sr" lang=${locale}>${base.urgent()}: </span>
        <div lang=${named ? nothing : locale}>${heading(view.level + 1, named ? title : words.notAlone())}</div>
        ${says(alarm.c) ? nothing : html`<p lang=${locale}>${words.goodYouSaid()}</p>`} ${renderBlocks(alarm.c, prose)} ${calls(alarm.c) ? nothing : renderNumbers(view, locale)}
      </div>
    </div>
    ${prose.cited.size ? renderSources(prose) : nothing}`;
}

function renderNumbers(view: View, locale: string): unknown {
  const {contact} = view;
  const name = contactWord(view, 'name');
  return html`<p lang=${locale}>${words.inDanger()} ${callLink(EMERGENCY, 'spoed')}</p>
    ${contact?.phone ? html`<p><span lang=${name?.lang ?? nothing}>${name?.text}</span>: ${callLink(contact.phone, 'contact')}</p>` : nothing}`;
}

type Node = Block | Inline;

const isWritten = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Everything inside a block or a piece of text. */
function partsOf(node: Node): Node[] {
  if (typeof node === 'string') return [];
  if (node.t === 'list') return node.items.flat();
  if (node.t === 'section') return [...node.title, ...node.c];
  return 'c' in node && node.c && typeof node.c !== 'string' ? node.c : [];
}

const textOf = (node: Node): string => (typeof node === 'string' ? node : node.t === 'word' ? node.other : 'c' in node && typeof node.c === 'string' ? node.c : partsOf(node).map(textOf).join(''));

const says = (blocks: readonly Block[]): boolean => isWritten(blocks.map(textOf).join(''));

/** Whether there is a number in it that can be called. */
const calls = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => typeof node !== 'string' && (('href' in node && /^tel:\+?\d/.test(node.href ?? '') && isWritten(textOf(node))) || calls(partsOf(node))));
