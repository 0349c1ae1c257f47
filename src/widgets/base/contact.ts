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
export function renderContact(view: View, level: number, asked = false): unknown {
  const {contact, contactShown} = view;
  if (contactShown) return nothing;
  const spoken = (key: keyof ContactWords) => {
    const said = contactWord(view, key);
    return said && html`<span lang=${said.lang}>${said.text}</span>`;
  };
  const lines = contact && [
    !asked && spoken('name'),
    contact.phone && callLink(contact.phone),
    spoken('hours'),
    contact.email && link(`mailto:${contact.email}`, breakable(contact.email)),
    contact.website && link(contact.website, breakable(contact.website.replace(/^https?:\/\/(www\.)?|\/$/g, ''))),
    spoken('address'),
  ];
  const name = asked ? contactWord(view, 'name') : undefined;
  return html`<aside class="contact" data-contact aria-labelledby="spreek">
    ${phoneIcon()}
    <div>
      <div lang=${name?.lang ?? nothing}>${heading(level, name?.text ?? words.ratherTalk(), 'spreek')}</div>
      ${lines?.map((line) => (line ? html`<p>${line}</p>` : nothing))}
      <div class="eigen"><slot @slotchange=${handleOwn}></slot></div>
    </div>
  </aside>`;
}

/** What the site says itself is said once: a line of ours goes where the number, the address or the words stand there too. */
function handleOwn(event: Event) {
  const slot = event.currentTarget as HTMLSlotElement;
  const own = slot.assignedElements();
  const text = plainly(own.map(({textContent}) => textContent ?? '').join(' '));
  const links = own.flatMap((one) => [one, ...one.querySelectorAll('a')]).flatMap((one) => (one instanceof HTMLAnchorElement && one.textContent!.trim() ? [door(one.href)] : []));
  for (const line of slot.closest('aside')!.querySelectorAll<HTMLElement>('p')) {
    const link = line.querySelector('a');
    line.hidden = link ? links.includes(door(link.href)) : text.includes(plainly(line.textContent ?? ''));
  }
}

const plainly = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** One number may be written with and without its country. */
const door = (href: string): string => (/^tel:/i.test(href) ? `tel:${href.replace(/\D/g, '').slice(-9)}` : href.toLowerCase().replace(/\/$/, ''));

/** What of the contact is text: in the language of the content where the pack has words for it, and else in its own. */
export function contactWord({contact, screen}: Pick<View, 'contact' | 'screen'>, key: keyof ContactWords): {text: string; lang: string} | undefined {
  const {lang} = screen.session.flow;
  const said = contact?.words && Object.hasOwn(contact.words, lang) ? contact.words[lang]![key] : undefined;
  const text = said ?? contact?.[key];
  return text ? {text, lang: plainTag(said ? lang : 'nl')} : undefined;
}

export const callLink = (phone: string, emergency?: string): unknown => link(`tel:${phone.replace(/[^+\d]/g, '')}`, phone, emergency);

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
