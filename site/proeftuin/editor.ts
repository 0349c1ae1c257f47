import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {markdown} from '@codemirror/lang-markdown';
import {HighlightStyle, syntaxHighlighting} from '@codemirror/language';
import {lintGutter, setDiagnostics, type Diagnostic as Mark} from '@codemirror/lint';
import {search, searchKeymap} from '@codemirror/search';
import {EditorState, type Text} from '@codemirror/state';
import {EditorView, highlightActiveLine, keymap, lineNumbers} from '@codemirror/view';
import {tags} from '@lezer/highlight';
import type {Diagnostic} from '../../src/flows/compiler/diagnostic.js';

const PHRASES = {
  'Control character': 'Onzichtbaar teken',
  'Selection deleted': 'Selectie gewist',
  Diagnostics: 'Problemen',
  'No diagnostics': 'Geen problemen',
  Find: 'Zoek',
  Replace: 'Vervang door',
  next: 'volgende',
  previous: 'vorige',
  all: 'alles',
  'match case': 'let op hoofdletters',
  regexp: 'patroon',
  'by word': 'hele woorden',
  replace: 'vervang',
  'replace all': 'vervang alles',
  close: 'sluiten',
  'current match': 'huidige plek',
  'replaced $ matches': '$ keer vervangen',
  'replaced match on line $': 'vervangen op regel $',
  'on line': 'op regel',
  'Go to line': 'Ga naar regel',
  go: 'ga',
};

const STYLE = HighlightStyle.define([
  {tag: tags.heading, fontWeight: '700', color: 'var(--wb-inkt)'},
  {tag: tags.strong, fontWeight: '700'},
  {tag: tags.emphasis, fontStyle: 'italic'},
  {tag: tags.monospace, color: 'var(--wb-accent)', fontWeight: '600'},
  {tag: [tags.link, tags.url], color: 'var(--wb-zacht)'},
  {tag: [tags.quote, tags.comment, tags.meta, tags.processingInstruction], color: 'var(--wb-zacht)'},
]);

const THEME = EditorView.theme({
  '&': {height: '100%', color: 'var(--wb-inkt)', backgroundColor: 'var(--wb-papier)', fontSize: '0.9375rem'},
  '&.cm-focused': {outline: '2px solid var(--wb-accent)', outlineOffset: '-2px'},
  '.cm-scroller': {fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace', lineHeight: '1.6'},
  '.cm-content': {caretColor: 'var(--wb-inkt)', padding: '0.5rem 0'},
  '.cm-gutters': {backgroundColor: 'var(--wb-papier)', color: 'var(--wb-zacht)', border: '0'},
  '.cm-activeLine': {backgroundColor: 'color-mix(in srgb, var(--wb-tint) 55%, transparent)'},
  '.cm-panels': {backgroundColor: 'var(--wb-zand)', color: 'var(--wb-inkt)'},
  '.cm-textfield, .cm-button': {backgroundImage: 'none', backgroundColor: 'var(--wb-papier)', border: '1px solid var(--wb-lijn)', borderRadius: '0.25rem', minHeight: '1.75rem', fontSize: '0.875rem'},
  '.cm-tooltip': {maxWidth: '30rem', backgroundColor: 'var(--wb-papier)', color: 'var(--wb-inkt)', border: '1px solid var(--wb-haar)', borderRadius: '0.5rem', fontFamily: 'system-ui, sans-serif'},
  '.cm-diagnostic': {padding: '0.4rem 0.75rem'},
  '.cm-lint-marker': {width: '0.9em', height: '0.9em'},
});

/** The text of one file at a time; every file keeps its own undo and place. */
export class Editor {
  #view: EditorView;
  #states = new Map<string, {state: EditorState; scroll: ReturnType<EditorView['scrollSnapshot']>}>();
  #name = '';
  #edited: (name: string, text: string) => void;

  /** In a shadow root, where a strict policy lets its style sheets be made. */
  constructor(place: HTMLElement, edited: (name: string, text: string) => void) {
    this.#edited = edited;
    const root = place.attachShadow({mode: 'open'});
    this.#view = new EditorView({root, parent: root, state: EditorState.create()});
  }

  /** Forgets all files. */
  clear(): void {
    this.#states.clear();
    this.#name = '';
  }

  forget(name: string): void {
    this.#states.delete(name);
    if (name === this.#name) this.#name = '';
  }

  /** Shows a file as it was left, or as it stands in `text`. */
  show(name: string, text: string, readOnly: boolean): void {
    if (name === this.#name) return;
    if (this.#name) this.#states.set(this.#name, {state: this.#view.state, scroll: this.#view.scrollSnapshot()});
    this.#name = name;
    const left = this.#states.get(name);
    this.#view.setState(left?.state ?? this.#stateFor(name, text, readOnly));
    // Where this file was left, not where the one before it was scrolled to; the page around it stays where it is.
    if (left) this.#view.dispatch({effects: left.scroll});
    else this.#view.scrollDOM.scrollTop = 0;
  }

  /** Marks the problems of the file that is shown. */
  mark(problems: readonly Diagnostic[]): void {
    const {state} = this.#view;
    const marks = problems.map(({severity, line, column, message, hint, rule}): Mark => {
      const {from, to} = wordAt(state.doc, line, column);
      return {from, to, severity: severity === 'fout' ? 'error' : 'warning', message: `${message} ${hint}`, source: rule};
    });
    this.#view.dispatch(setDiagnostics(state, marks));
  }

  /** Puts the cursor somewhere, and the keyboard with it. */
  goTo(line: number, column: number): void {
    const {doc} = this.#view.state;
    const {from} = wordAt(doc, line, column);
    this.#view.dispatch({selection: {anchor: from}, effects: EditorView.scrollIntoView(from, {y: 'center'})});
    this.#view.focus();
  }

  #stateFor(name: string, text: string, readOnly: boolean): EditorState {
    return EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        highlightActiveLine(),
        // What looks like a heading by a line below it is none in a pack: that is where the fields at the top end.
        markdown({extensions: [{remove: ['SetextHeading']}]}),
        syntaxHighlighting(STYLE),
        search({top: true}),
        lintGutter(),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({'aria-label': `Tekst van ${name}`, lang: 'nl', spellcheck: 'true', tabindex: '0'}),
        EditorState.phrases.of(PHRASES),
        EditorState.readOnly.of(readOnly),
        THEME,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) this.#edited(name, update.state.doc.toString());
        }),
      ],
    });
  }
}

/** From a place to the end of the word there; the text may have changed since the check. */
function wordAt(doc: Text, line: number, column: number): {from: number; to: number} {
  const found = doc.line(Math.min(Math.max(1, line), doc.lines));
  const from = Math.min(found.from + column - 1, found.to);
  const length = /^[^\s]+/.exec(doc.sliceString(from, found.to))?.[0].length ?? 0;
  return {from, to: Math.min(found.to, from + Math.max(1, length))};
}
