import {html, nothing, type TemplateResult} from 'lit';
import type {Block, Inline} from '../../flows/model/node.js';
import {contactKind} from './contact-kind.js';
import {heading} from './heading.js';
import {awayIcon, lightIcon, warningIcon} from './rest-icons.js';
import {type Prose, renderBlocks, renderInlines} from './nodes.js';
import * as words from './rest-words.js';
import {plain} from './text.js';

type RichInline = Exclude<Inline, string | {t: 'b' | 'i'; c: Inline[]} | {t: 'word'}>;

/** Links, facts, glossary words, references: everything in a sentence that is more than text. */
export function renderRichInline(node: RichInline, prose: Prose): unknown {
  switch (node.t) {
    case 'br':
      return html`<br />`;
    case 'a':
      return link(node.href, renderInlines(node.c, prose));
    case 'flow':
      return html`<button
        type="button"
        class="stil"
        data-gesprek=${prose.flowOf(node.to)}
        @click=${() => prose.follow(node.to)}
      >${renderInlines(node.c, prose)}</button>`;
    case 'fact':
      return node.href ? link(node.href, node.c, prose.urgent ? node.id : undefined) : node.lang ? html`<span lang=${node.lang}>${node.c}</span>` : node.c;
    case 'term': {
      const key = `${prose.key}-${node.id}`;
      return prose.terms && Object.hasOwn(prose.terms, node.id)
        ? html`<button
            type="button"
            class="stil begrip"
            aria-expanded=${prose.isOpen(key)}
            aria-controls=${prose.isOpen(key) ? key : nothing}
            @click=${() => prose.toggle(key)}
          >${node.c}</button>`
        : node.c;
    }
    case 'src':
      prose.cited.add(node.n);
      return html`<sup
        ><a href="#" aria-label=${words.source(node.n)} @click=${(event: Event) => handleSource(event, `${prose.list}-${node.n}`)}
          >${node.n}</a
        ></sup
      >`;
  }
}

/** A link out of the widget. Packs are validated; this only keeps a link of another kind from ever being one. */
export function link(href: string, content: unknown, emergency?: string): unknown {
  const kind = contactKind(href);
  if (!kind || /^http:/i.test(href)) return content;
  return kind === 'website'
    ? html`<a href=${href} target="_blank" rel="noopener">${content}${awayIcon()}<span class="sr"> (${words.newTab()})</span></a>`
    : html`<a href=${href} dir=${kind === 'bellen' ? 'ltr' : nothing} data-nood=${emergency ?? nothing}>${content}</a>`;
}

/** To the source in the list below, without touching the address of the page. */
function handleSource(event: Event, id: string) {
  event.preventDefault();
  ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById(id)?.focus();
}

/** Everything that is no paragraph. `above` is the key of the text that it stands in, `after` the block before. */
export function renderRichBlock(block: Exclude<Block, {t: 'p'}>, prose: Prose, above: string, after?: Block): unknown {
  switch (block.t) {
    case 'list': {
      const items = block.items.map((item, index) => {
        const alone = item.length === 1 && item[0]!.t === 'p' ? item[0] : undefined;
        const at = {...prose, key: above};
        return html`<li>
          ${alone ? [renderInlines(alone.c, at), renderTerms(alone.c, at)] : renderBlocks(item, {...prose, key: `${prose.key}-${index}`})}
        </li>`;
      });
      return block.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'img':
      return image(block, prose.base);
    case 'callout': {
      const urgent = block.kind === 'nood';
      if (!block.c.length) return nothing;
      return html`<div class="kader ${urgent ? 'nood' : ''}" part="melding">
        ${urgent ? warningIcon() : lightIcon()}
        <div><span class="sr" lang=${prose.locale}>${urgent ? words.urgent() : words.takeCare()}: </span>${renderBlocks(block.c, {...prose, urgent})}</div>
      </div>`;
    }
    case 'section':
      return html`<section>
        ${heading(prose.level + 1, plain(block.title, prose.memory))}
        ${renderBlocks(block.c, {...prose, level: prose.level + 1})}
      </section>`;
    case 'show':
      return html`<div lang=${prose.locale}>${prose.show(block, after)}</div>`;
  }
}

/** Images come from where the pack is; anything else would tell another site who reads this. */
function image({src, alt}: Extract<Block, {t: 'img'}>, base: string): unknown {
  const url = new URL(src, base);
  return url.origin === new URL(base).origin ? html`<img src=${url.href} alt=${alt} loading="lazy" />` : alt;
}

/** The explanations of the glossary words in this text that are open. */
export function renderTerms(nodes: readonly Inline[], prose: Prose): (TemplateResult | typeof nothing)[] {
  return termsIn(nodes).map((id) => {
    const key = `${prose.key}-${id}`;
    const term = prose.terms && Object.hasOwn(prose.terms, id) && prose.isOpen(key) ? prose.terms[id] : undefined;
    return term
      ? html`<div class="uitleg" id=${key}>
          <strong>${term.title}</strong>${renderBlocks(term.c, {...prose, key: `${key}-uitleg`})}
        </div>`
      : nothing;
  });
}

function termsIn(nodes: readonly Inline[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [];
    if (node.t === 'term') return [node.id];
    return 'c' in node && typeof node.c !== 'string' ? termsIn(node.c) : [];
  });
}

/** The list of sources that the text above referred to. Call after the text has been rendered. */
export function renderSources(prose: Prose): unknown {
  const cited = [...prose.cited].filter((n) => prose.sources?.[n - 1]).sort((a, b) => a - b);
  if (!cited.length) return nothing;
  return html`<section class="bronnen">
    ${heading(prose.level + 1, words.sources())}
    <ol>
      ${cited.map((n) => html`<li lang=${prose.lang} value=${n} id=${`${prose.list}-${n}`} tabindex="-1">${renderInlines(prose.sources![n - 1]!, prose)}</li>`)}
    </ol>
  </section>`;
}
