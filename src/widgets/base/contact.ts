import {html, nothing} from 'lit';
import type {Contact} from '../../flows/model/manifest.js';
import {contactKind} from './contact-kind.js';
import {heading} from './heading.js';
import {phoneIcon} from './rest-icons.js';
import {link} from './rich-nodes.js';
import type {View} from './shell.js';
import * as words from './words.js';

/**
 * The one named door: the pack's contact and what the site wrote between the tags. Stands on a
 * screen once, for the slot may. `asked`: it stands below a button that already says what it is.
 */
export function renderContact(contact: Contact | undefined, level: number, asked = false): unknown {
  const lines = contact && [
    !asked && html`<strong>${contact.name}</strong>`,
    contact.phone && link(`tel:${contact.phone.replace(/[^+\d]/g, '')}`, contact.phone),
    contact.hours,
    contact.email && link(`mailto:${contact.email}`, contact.email),
    contact.website && link(contact.website, contact.website.replace(/^https?:\/\/(www\.)?|\/$/g, '')),
    contact.address,
  ];
  return html`<aside class="contact" data-contact>
    ${phoneIcon()}
    <div>
      ${heading(level, asked && contact ? contact.name : words.ratherTalk())}
      ${lines?.map((line) => (line ? html`<p>${line}</p>` : nothing))}
      <div class="eigen"><slot></slot></div>
    </div>
  </aside>`;
}

/** Calls and mails count wherever their link stands; a site only in the contact block, own children included. */
export function handleLink(event: Event, view: View) {
  const path = event.composedPath() as Partial<HTMLElement>[];
  const href = path.find((node) => node.localName === 'a')?.getAttribute?.('href');
  const kind = href ? contactKind(href) : undefined;
  const inContact = path.some((node) => node.dataset?.contact !== undefined);
  if (kind && (kind !== 'website' || inContact)) view.contacted(kind);
}
