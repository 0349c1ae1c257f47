import {writeKept} from '../../../flows/runtime/link.js';
import type {View} from '../shell.js';
import {copyText, mailAddress, openAddress, saveFile, shareText} from './deliver.js';
import {pageAddress} from './made-by.js';
import {notePaper} from './note.js';
import {paperText, type Paper} from './paper.js';
import {planPaper} from './plan-paper.js';
import {printPaper} from './print.js';
import {reminderFile} from './reminder.js';
import * as words from './take-words.js';
import {takingOf, type Link, type Material, type TakeKind, type Thing} from './taking.js';
import {tasksPaper} from './tasks.js';

/** Does what one of the buttons below a thing says, and tells on the screen what came of it. */
export async function act(kind: TakeKind, thing: Thing, view: View, material: Material): Promise<void> {
  const taking = takingOf(view.screen.session);
  const say = (text: string, copy?: string) => {
    taking.said = text ? {by: thing, text, ...(copy === undefined ? {} : {copy})} : undefined;
    view.screen.refresh();
  };
  const paper = paperOf(thing, view, material);
  const text = paperText(paper);
  switch (kind) {
    case 'print':
      try {
        printPaper(paper, thing === 'plan' ? pictureOf(view) : undefined);
        return say('');
      } catch {
        return say(words.noPrint()); // Frames may be forbidden to print, and some browsers inside apps have no print.
      }
    case 'kopieer':
      return (await copyText(text)) ? say(words.copied()) : say(words.copyYourself(), text);
    case 'deel': {
      const done = await shareText(paper.title, text);
      return say(done === false ? words.noShare() : '');
    }
    case 'mail':
      openAddress(mailAddress(paper.title, text, words.mailCut()));
      return say('');
    case 'bestand':
      return save(`${thing}.txt`, text, 'text/plain', words.saved());
    case 'herinnering': {
      const event = {title: words.reminderTitle(), text: words.reminderText(), url: pageAddress()};
      return save('herinnering.ics', reminderFile(event, new Date(), crypto.getRandomValues(new Uint32Array(3)).join('-')), 'text/calendar', words.reminderSaved());
    }
    case 'link':
      taking.link ??= await makeLink(view);
      taking.open = taking.open === 'link' ? undefined : 'link';
      return say('');
  }

  function save(name: string, content: string, type: string, done: string): void {
    try {
      saveFile(name, content, type);
      say(done);
    } catch {
      say(words.noFile()); // Sandboxed frames may not make files.
    }
  }
}

export async function copyLink(view: View, {href}: Link): Promise<void> {
  const taking = takingOf(view.screen.session);
  taking.said = {by: 'link', text: (await copyText(href)) ? words.copied() : words.copyYourself()};
  view.screen.refresh();
}

/** Sends one task: by the share sheet where there is one, else by the clipboard. */
export async function sendTask(view: View, text: string): Promise<void> {
  const taking = takingOf(view.screen.session);
  const shared = typeof navigator.share === 'function' ? await shareText('', text) : false;
  if (shared === false) {
    const done = await copyText(text);
    taking.said = {by: 'taken', text: done ? words.copied() : words.copyYourself(), ...(done ? {} : {copy: text})};
  }
  view.screen.refresh();
}

function paperOf(thing: Thing, view: View, material: Material): Paper {
  const {note, tasks, link, open} = takingOf(view.screen.session);
  if (thing === 'briefje' && note) return notePaper(note, view);
  if (thing === 'taken' && tasks) return tasksPaper(tasks, view);
  return planPaper(view, material, open === 'link' ? link : undefined);
}

/** The answers as ids, in the address of this page; the version tells later what it was made with. */
async function makeLink({screen: {session}, source}: View): Promise<Link> {
  const {log} = session;
  const [first] = log;
  const pack = await source.manifest().then(({id, version}) => `${id}.${version}`, () => undefined);
  const flow = first?.flow ?? session.flow.id;
  const kept = writeKept({flow, log, ...(first ? {entrance: first.step} : {}), ...(pack ? {pack} : {})});
  const href = `${location.href.replace(/#.*$/, '')}#${kept}`;
  const code = await import('./qr.js').then(({qrPath}) => qrPath(href), () => undefined);
  return {href, ...(code ? {code} : {})};
}

/** The code goes along on paper while it is on the screen; never on a note or tasks, whose readers are others. */
function pictureOf({screen}: View): SVGElement | undefined {
  const {link, open} = takingOf(screen.session);
  if (open !== 'link' || !link?.code) return undefined;
  const {path, size} = link.code;
  const make = (name: string, attributes: Record<string, string>) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const picture = make('svg', {viewBox: `-4 -4 ${size + 8} ${size + 8}`}) as SVGElement;
  picture.append(make('path', {d: path, fill: '#000'}));
  return picture;
}
