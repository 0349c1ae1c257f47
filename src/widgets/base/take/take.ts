/** The chunk that makes things to take along; it is fetched when a result is shown, and nothing is made before it is asked for. */
import {html, nothing, type TemplateResult} from 'lit';
import {keyed} from 'lit/directives/keyed.js';
import {fresh} from '../fresh.js';
import {heading} from '../heading.js';
import type {View} from '../shell.js';
import {copyLink, sendTask} from './act.js';
import {askAt, newNote, readBy, type Note} from './note.js';
import * as words from './take-words.js';
import {takingOf, type Material, type Thing} from './taking.js';
import {newTasks, type Task} from './tasks.js';

export {act} from './act.js';
export {takingOf};

/** Opens the note or the tasks, or closes them; what was changed in them stays. */
export function toggle(what: 'briefje' | 'taken', view: View, material: Material): void {
  const {screen} = view;
  const taking = takingOf(screen.session);
  taking.said = undefined;
  taking.open = taking.open === what ? undefined : what;
  if (taking.open === 'briefje') askAt((taking.note ??= newNote(view, material)), material.asked?.() ?? []);
  if (taking.open === 'taken') taking.tasks ??= newTasks(view, material);
  screen.refresh();
}

/** The open note or list, with its own buttons (`bar`) below. */
export function renderOpen(what: 'briefje' | 'taken', view: View, bar: unknown): unknown {
  const {note, tasks} = takingOf(view.screen.session);
  if (what === 'briefje') return note ? renderNote(note, view, bar) : nothing;
  return tasks ? renderTasks(tasks, view, bar) : nothing;
}

function renderNote(note: Note, view: View, bar: unknown): TemplateResult {
  const {screen} = view;
  const choose = (reader: number) => {
    readBy(note, reader);
    screen.refresh();
  };
  const drop = (index: number, event: Event) => {
    note.lines.splice(index, 1);
    refocus(event, '[data-regel] textarea', index, screen);
  };
  const add = (event: Event) => {
    note.lines.push({id: note.next++, text: '', bullet: true});
    refocus(event, '[data-regel] textarea', note.lines.length - 1, screen);
  };
  return html`<div class="papier" id="mee-briefje">
    ${heading(view.level + 2, words.noteTitle(), 'mee-kop')}
    <p class="zacht">${words.noteHint()}</p>
    <fieldset class="lezers">
      <legend>${words.noteFor()}</legend>
      ${note.readers.map(
        ({name}, index) => html`<label><input type="radio" name="lezer" autocomplete="off" .checked=${index === note.reader} @change=${() => choose(index)} /><span class="ring"></span><span>${name}</span></label>`,
      )}
    </fieldset>
    ${note.lines.length ? nothing : html`<p>${words.noLines()}</p>`}
    <ul class="regels" role="list" lang=${view.screen.session.flow.lang}>
      ${note.lines.map((line, index) =>
        keyed(
          line.id,
          html`<li data-regel>${field(line, line.text ? words.lineName(index + 1) : words.newLine())} ${dropButton(line.text, view, (event) => drop(index, event))}</li>`,
        ),
      )}
    </ul>
    <button type="button" class="stil" data-knop="voeg-toe" @click=${add}>${words.addLine()}</button>
    ${bar}
  </div>`;
}

function renderTasks(tasks: Task[], view: View, bar: unknown): TemplateResult {
  const {screen} = view;
  const drop = (index: number, event: Event) => {
    tasks.splice(index, 1);
    refocus(event, '[data-taak] textarea', index, screen);
  };
  return html`<div class="papier" id="mee-taken">
    ${heading(view.level + 2, words.tasksTitle(), 'mee-kop')}
    <p class="zacht">${tasks.length ? words.tasksHint() : words.noTasks()}</p>
    <ul class="regels" role="list" lang=${view.screen.session.flow.lang}>
      ${tasks.map((task, index) =>
        keyed(
          task.id,
          html`<li data-taak>
            <strong>${task.name}</strong>
            ${field(task, words.taskName(task.name))}
            <span class="onderaan" lang=${view.locale}>
              <button type="button" class="stil" data-knop="stuur" @click=${() => void sendTask(view, task.text)}>${words.sendTask()}<span class="sr">: ${task.name}</span></button>
              ${dropButton(task.name, view, (event) => drop(index, event))}
            </span>
          </li>`,
        ),
      )}
    </ul>
    ${tasks.length ? bar : nothing}
  </div>`;
}

/** What a link is good for and who can see it, the link itself and its code. */
export function renderLink(view: View): unknown {
  const {screen} = view;
  const taking = takingOf(screen.session);
  const {link} = taking;
  if (taking.open !== 'link' || !link) return nothing;
  const {code} = link;
  return html`<div class="papier" id="mee-link">
    ${heading(view.level + 2, words.linkTitle(), 'mee-kop')}
    <p>${words.linkHint()}</p>
    <p class="zacht">${words.linkUse()}</p>
    ${code
      ? html`<svg class="qr" role="img" aria-label=${words.qrName()} viewBox="-4 -4 ${code.size + 8} ${code.size + 8}" shape-rendering="crispEdges">
          <path d="M-4-4h${code.size + 8}v${code.size + 8}h-${code.size + 8}z" fill="#fff" />
          <path d=${code.path} fill="#000" />
        </svg>`
      : nothing}
    <p class="adres"><a data-link href=${link.href}>${link.href}</a></p>
    <div class="knoppen">
      <button type="button" class="knop" part="knop" data-knop="kopieer" @click=${() => void copyLink(view, link)}>${words.copyLink()}</button>
      ${closeButton(view)}
    </div>
    ${renderSaid('link', view)}
  </div>`;
}

/** What came of the last button; one polite place, and the text itself where copying it by hand is what remains. */
export function renderSaid(by: Thing | 'link', {screen}: View): TemplateResult {
  const {said} = takingOf(screen.session);
  const own = said?.by === by ? said : undefined;
  return html`<p role="status" class="gezegd">${fresh(own?.text ?? '')}</p>
    ${own?.copy === undefined ? nothing : html`<textarea class="veld" rows="8" readonly autocomplete="off" aria-label=${words.textToCopy()} .value=${own.copy} @focus=${(event: Event) => (event.currentTarget as HTMLTextAreaElement).select()}></textarea>`}`;
}

/** Closes what is open; focus goes back to the button that opened it. */
export function closeButton({screen}: View): TemplateResult {
  const shut = (event: Event) => {
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    const taking = takingOf(screen.session);
    const opener = taking.open;
    taking.open = undefined;
    taking.said = undefined;
    screen.refresh();
    root.querySelector<HTMLElement>(`[data-knop="${opener}"]`)?.focus();
  };
  return html`<button type="button" class="stil" data-knop="sluit" @click=${shut}>${words.close()}</button>`;
}

const field = (line: {text: string}, name: string): TemplateResult => html`<textarea
  class="veld"
  rows=${Math.min(6, Math.ceil((line.text.length + 1) / 34))}
  maxlength="2000"
  autocomplete="off"
  aria-label=${name}
  .value=${line.text}
  @input=${(event: Event) => (line.text = (event.currentTarget as HTMLTextAreaElement).value)}
></textarea>`;

const dropButton = (what: string, {locale}: View, drop: (event: Event) => void): TemplateResult =>
  html`<button type="button" class="stil" data-knop="haal-weg" lang=${locale} @click=${drop}>${words.remove()}<span class="sr">: ${what}</span></button>`;

/** After a line came or went: on with the one in its place, or the title when none is left. */
function refocus(event: Event, selector: string, index: number, screen: View['screen']): void {
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  screen.refresh();
  const fields = root.querySelectorAll<HTMLElement>(selector);
  (fields[Math.min(index, fields.length - 1)] ?? root.getElementById('mee-kop'))?.focus();
}
