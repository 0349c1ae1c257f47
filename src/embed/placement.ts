/**
 * The two ways to embed without writing a tag: `<script src="…?widget=…">` and `<a data-mantelzorg>`.
 * Only the attributes listed here pass, so no address can set a style or an event handler.
 */
const ATTRIBUTES = ['pakket', 'pakket-integriteit', 'gesprek', 'lang', 'aanspreekvorm', 'kopniveau', 'vorm', 'bewaren', 'stap'];

function createWidget(name: string, read: (attribute: string) => string | null): HTMLElement {
  const element = document.createElement(`mz-${name}`);
  for (const attribute of ATTRIBUTES) {
    const value = read(attribute);
    if (value !== null) element.setAttribute(attribute, value);
  }
  return element;
}

/** `contact=0123456789` becomes what an embedder would have written inside the tag; also an e-mail or https address. */
function createContact(contact: string): HTMLElement {
  const link = document.createElement('a');
  link.textContent = contact;
  if (/^https:\/\//.test(contact)) link.href = contact;
  else if (contact.includes('@')) link.href = `mailto:${contact}`;
  else link.href = `tel:${contact.replace(/[^\d+]/g, '')}`;
  const paragraph = document.createElement('p');
  paragraph.append('Liever iemand spreken? ', link);
  return paragraph;
}

/** Puts the widget where the script stands. A script in `<head>` stands nowhere: its widget goes to the end of the page. */
export function placeScript(script: HTMLScriptElement, name: string, parameters: URLSearchParams): HTMLElement {
  // In an address a plus reads as a space, and a hash is pasted as it is.
  const read = (attribute: string) => parameters.get(attribute)?.replace(/^sha384-.*/, (hash) => hash.replaceAll(' ', '+')) ?? null;
  const element = createWidget(name, read);
  const contact = parameters.get('contact');
  if (contact) element.append(createContact(contact));
  if (document.head.contains(script)) document.body.append(element);
  else script.after(element);
  return element;
}

/** The link becomes the fallback content of the widget that takes its place. */
export function upgradeLink(link: HTMLElement, name: string): HTMLElement {
  const element = createWidget(name, (attribute) => link.getAttribute(`data-mz-${attribute}`));
  const {parentNode, nextSibling} = link;
  element.append(link);
  parentNode?.insertBefore(element, nextSibling);
  return element;
}
