import {html, nothing, type TemplateResult} from 'lit';
import type {ContactWords} from '../../flows/model/manifest.js';
import {contactKind} from './contact-kind.js';
import {heading} from './heading.js';
import {plainTag} from './locale.js';
import {phoneIcon} from './rest-icons.js';
import {link} from './rich-nodes.js';
import type {View} from './shell.js';
import * as words from './words.js';

/**
 * The one named door: the pack's contact and what the site wrote between the tags. Stands on a
 * screen once, for the slot may: `contactShown` says that it stands elsewhere already. `asked`: it stands below a button that already says what it is.
 */
export function renderContact({contact, screen, contactShown}: View, level: number, asked = false): unknown {
  if (contactShown) return nothing;
  const {lang} = screen.session.flow;
  const said: ContactWords = contact?.words && Object.hasOwn(contact.words, lang) ? contact.words[lang]! : {};
  /** In the language of the content where the pack has words for it, and else in its own. */
  const spoken = (key: keyof ContactWords) => {
    const text = said[key] ?? contact?.[key];
    return text && html`<span lang=${plainTag(said[key] ? lang : 'nl')}>${text}</span>`;
  };
  const lines = contact && [
    !asked && spoken('name'),
    contact.phone && link(`tel:${contact.phone.replace(/[^+\d]/g, '')}`, contact.phone),
    spoken('hours'),
    contact.email && link(`mailto:${contact.email}`, breakable(contact.email)),
    contact.website && link(contact.website, breakable(contact.website.replace(/^https?:\/\/(www\.)?|\/$/g, ''))),
    spoken('address'),
  ];
  const name = asked && contact ? contact.name : undefined;
  return html`<aside class="contact" data-contact aria-labelledby="spreek">
    ${phoneIcon()}
    <div>
      <div lang=${name ? plainTag(said.name ? lang : 'nl') : nothing}>${heading(level, name ? (said.name ?? name) : words.ratherTalk(), 'spreek')}</div>
      ${lines?.map((line) => (line ? html`<p>${line}</p>` : nothing))}
      <div class="eigen"><slot></slot></div>
    </div>
  </aside>`;
}

/** An address that goes on in the next line after `@` or `/`, if need be before a dot; not in the middle of a word. */
function breakable(address: string): unknown {
  return address.match(/[^@/]+[@/]?|[@/]/g)?.map((part) => {
    const words = part.split(/(?=\.)/);
    return html`<span class="heel">${words.map((word, index) => (index ? html`<wbr />${word}` : word))}</span>`;
  });
}

/** From the top of a long result to the contact block below. */
export function renderCall(): TemplateResult {
  return html`<button type="button" class="stil spreek" data-knop="contact" @click=${handleCall}>${phoneIcon()}${words.ratherTalk()}</button>`;
}

function handleCall(event: Event) {
  const title = ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById('spreek');
  title?.focus({preventScroll: true});
  title?.closest('aside')!.scrollIntoView({block: 'center'});
}

/** Calls and mails count wherever their link stands; a site only in the contact block, own children included. */
export function handleLink(event: Event, view: View) {
  const path = event.composedPath() as Partial<HTMLElement>[];
  const href = path.find((node) => node.localName === 'a')?.getAttribute?.('href');
  const kind = href ? contactKind(href) : undefined;
  const inContact = path.some((node) => node.dataset?.contact !== undefined);
  if (kind && (kind !== 'website' || inContact)) view.contacted(kind);
}
