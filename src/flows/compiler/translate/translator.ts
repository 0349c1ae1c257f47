import type {Note} from '../../model/node.js';
import type {Diagnostics, Place} from '../diagnostics.js';
import type {FlowSource, StepSource} from '../flow-ast.js';
import {placeText, type PlacedText} from '../mapped-text.js';
import type {ReadPack} from '../read-layers.js';
import type {SourceFile} from '../source-file.js';
import {inLanguage, MACHINE_ELSEWHERE, machineSentence} from './languages.js';
import {translateStep, type SpokenPortion} from './overlay.js';
import {portionsOf, type Portion} from './portion.js';
import type {LanguageFolder} from './read-language.js';
import type {Stamp, Translation} from './read-translation.js';
import {readUnits, type Misfit} from './read-units.js';
import {frontHash} from './source-text.js';
import type {SpokenFlow} from './speech.js';
import type {LanguageState} from './state.js';

/** More files than these are counted. */
const MOST_NAMED = 3;

/** What of a source is translated, and what stands in its way. */
interface Attempt {
  spoken?: SpokenPortion;
  stale?: boolean;
}

/**
 * Finds for each text of a pack its translation into one language. A translation belongs to the file that wrote the
 * text, in its own layer or in one above: what a layer below says of a step that was replaced is not looked at.
 */
export class Translator {
  private readonly flows = new Map<string, FlowSource>();
  private readonly steps = new Map<StepSource, StepSource | undefined>();
  /** Paths of sources of the pack itself that have no translation. */
  private readonly lacking: string[] = [];

  constructor(
    readonly lang: string,
    readonly folders: readonly LanguageFolder[],
    readonly read: ReadPack,
    readonly state: LanguageState,
    readonly diagnostics: Diagnostics,
  ) {}

  /** The translations that may speak for a source, nearest to the visitor first. */
  candidates({path, layer}: SourceFile): Translation[] {
    return this.folders.slice(0, layer + 1).flatMap((folder) => folder.get(path) ?? []);
  }

  /** Nothing when no step of it is translated. */
  flow(flow: FlowSource): SpokenFlow | undefined {
    for (const step of flow.steps) this.step(step);
    const spoken = flow.steps.filter((step) => this.steps.get(step));
    this.checkSteps(flow);
    if (spoken.length === 0) return undefined;
    const translations = new Set(spoken.map((step) => this.steps.get(step)!.flow.file));
    const unchecked = this.folders.some((folder) => [...folder.values()].some(({file, unchecked: open}) => open && translations.has(file)));
    return {
      lang: this.lang,
      ...this.titles(flow),
      ...(unchecked ? {note: this.note()} : {}),
      step: (source) => this.step(source),
    };
  }

  step(source: StepSource): StepSource | undefined {
    if (!this.steps.has(source)) this.steps.set(source, this.translate(source));
    return this.steps.get(source);
  }

  /** The sentence about machines, in the words of the pack where it has some. */
  note(): Note {
    const own = this.folders.flatMap((folder) => folder.get('pakket.md')?.fields.text('melding')?.text.trim() || []).at(0);
    const text = own ?? machineSentence(this.lang);
    return text ? {lang: this.lang, text} : MACHINE_ELSEWHERE;
  }

  stale(what: string, {file}: Pick<Translation, 'file'>, {at}: Stamp): void {
    this.state.stale += 1;
    this.diagnostics.warn('vertaling/verouderd', {file, at}, `De bron van ${what} is gewijzigd sinds deze vertaling.`, `Werk haar bij; «mantelzorg vertaal … --naar ${this.lang}» zet de nieuwe tekst erbij.`, {cause: `stale ${this.lang}`});
  }

  missing(what: string, place: Place): void {
    this.diagnostics.warn('vertaling/ontbreekt', place, `Van ${what} is nog geen vertaling ${inLanguage(this.lang)}; bezoekers lezen daar Nederlands.`, 'Vertaal de tekst en haal het woord «vertalen» weg.', {cause: `todo ${this.lang}`});
  }

  /** Notes that no file translates `source`. */
  missingFile({path, layer}: SourceFile): void {
    // Those of a pack below are for its own editors.
    if (layer === 0 && !this.lacking.includes(path)) this.lacking.push(path);
  }

  reportMissingFiles(): void {
    const {lacking, lang, read} = this;
    const {pack, packFile} = read;
    if (!packFile || lacking.length === 0) return;
    const named = lacking.slice(0, MOST_NAMED).map((path) => `«${path}»`).join(', ');
    const more = lacking.length > MOST_NAMED ? ` en nog ${lacking.length - MOST_NAMED}` : '';
    this.diagnostics.warn('vertaling/ontbreekt', {file: packFile, at: pack.languagesAt}, `In de map «${lang}» ${lacking.length === 1 ? 'ontbreekt' : 'ontbreken'} ${named}${more}; bezoekers lezen daar Nederlands.`, `Maak wat ontbreekt met «mantelzorg vertaal ${packFile.name.replace(/\/.*/s, '')} --naar ${lang}».`);
  }

  misfit(what: string, file: SourceFile, {at, message, hint}: Misfit): void {
    this.state.misfits += 1;
    this.diagnostics.warn('vertaling/afwijkend', {file, at}, `In de vertaling van ${what}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`, `${hint} Tot dan lezen bezoekers hier Nederlands.`);
  }

  private translate(step: StepSource): StepSource | undefined {
    this.state.steps.total += 1;
    const spoken = new Map<FlowSource, SpokenPortion>();
    let stale = false;
    for (const portion of portionsOf(step)) {
      const found = this.portion(step, portion);
      if (!found.spoken) return undefined;
      spoken.set(portion.flow, found.spoken);
      stale ||= found.stale === true;
    }
    this.state.steps.done += 1;
    return translateStep(step, spoken);
  }

  private portion(step: StepSource, portion: Portion): Attempt {
    // An addition without any text of its own needs no words.
    const what = `de stap «${step.id}»`;
    const candidates = this.candidates(portion.flow.file).flatMap((translation) => {
      const section = translation.sections.get(step.id);
      return section ? [{translation, section}] : [];
    });
    const exact = candidates.filter(({section}) => section.stamp.hash === portion.hash);
    let problem: (() => void) | undefined;
    for (const {translation, section} of [...exact, ...candidates.filter((one) => !exact.includes(one))]) {
      const {file} = translation;
      if (section.stamp.state === 'vertalen') {
        problem ??= () => this.missing(what, {file, at: section.stamp.at});
        continue;
      }
      const {reading, misfit} = readUnits(portion.units, section.blocks, section.at, {file, diagnostics: this.diagnostics, concepts: new Map()});
      const unknown = reading && undefinedNote(reading.notes, translation);
      if (!reading || unknown) {
        const found: Misfit = misfit ?? unknown!;
        problem ??= () => this.misfit(what, file, found);
        continue;
      }
      const stale = section.stamp.state === 'verouderd' || (section.stamp.hash !== undefined && section.stamp.hash !== portion.hash);
      if (stale) this.stale(what, translation, section.stamp);
      return {spoken: {flow: this.spokenFlow(portion.flow, translation), title: section.title, reading}, stale};
    }
    problem?.();
    return {};
  }

  /** Steps that are nowhere in a file that does exist, files that do not, and steps that the source does not have. */
  private checkSteps(flow: FlowSource): void {
    const byFile = new Map<SourceFile, string[]>();
    for (const step of flow.steps) {
      for (const portion of portionsOf(step)) {
        if (portion.units.length === 0 && !portion.title) continue;
        const {file} = portion.flow;
        if (this.candidates(file).some(({sections}) => sections.has(step.id))) continue;
        byFile.set(file, [...(byFile.get(file) ?? []), step.id]);
      }
    }
    for (const [file, ids] of byFile) {
      const [translation] = this.candidates(file);
      if (!translation) this.missingFile(file);
      else this.diagnostics.warn('vertaling/ontbreekt', {file: translation.file, at: 0}, `In deze vertaling ${ids.length === 1 ? 'ontbreekt de stap' : `ontbreken ${ids.length} stappen`} ${ids.slice(0, 5).map((id) => `«${id}»`).join(', ')}${ids.length > 5 ? ' en meer' : ''}; bezoekers lezen daar Nederlands.`, `Vul ze aan met «mantelzorg vertaal … --naar ${this.lang}».`);
    }
    const known = new Set(flow.steps.map(({id}) => id));
    for (const folder of this.folders.slice(0, 1)) {
      const translation = folder.get(`gesprekken/${flow.id}.md`);
      for (const section of translation?.sections.values() ?? []) {
        if (!known.has(section.id)) this.diagnostics.warn('vertaling/afwijkend', {file: translation!.file, at: section.at}, `De bron heeft geen stap «${section.id}» (meer).`, 'Haal deze stap uit de vertaling, of geef hem de naam die hij in de bron heeft.');
      }
    }
  }

  private titles(flow: FlowSource): {title?: PlacedText; description?: PlacedText} {
    const said = (source: PlacedText | undefined, field: 'titel' | 'omschrijving') => {
      if (!source) return undefined;
      for (const translation of this.candidates(source.file)) {
        const text = translation.stamp.state === 'vertalen' ? undefined : translation.fields.text(field);
        if (text) return placeText(text, translation.file);
      }
      return undefined;
    };
    const title = said(flow.title, 'titel');
    const description = said(flow.description, 'omschrijving');
    for (const {stamp, file} of flow.title ? this.candidates(flow.title.file).slice(0, 1) : []) {
      const hash = frontHash([flow.title, flow.description], flow.notes);
      if (stamp.state === 'verouderd' || (stamp.hash !== undefined && stamp.hash !== hash && flow.title!.file.layer === file.layer)) this.stale(`de titel of de voetnoten van «${flow.id}»`, {file}, stamp);
    }
    return {...(title ? {title} : {}), ...(description ? {description} : {})};
  }

  /** The flow as a source of words: its file and its footnotes are those of the translation. */
  private spokenFlow(flow: FlowSource, {file, notes}: Translation): FlowSource {
    const key = `${file.name} ${flow.file.name}`;
    const known = this.flows.get(key);
    if (known) return known;
    const spoken: FlowSource = {...flow, file, notes, translated: true};
    this.flows.set(key, spoken);
    return spoken;
  }
}

/** A footnote that the text refers to, and that the translation does not have. */
export function undefinedNote(used: ReadonlySet<string>, {notes, file}: Translation): Misfit | undefined {
  for (const id of used) if (!notes.has(id)) return {at: file.text.length, message: `Onderaan ontbreekt de voetnoot «[^${id}]».`, hint: `Zet onderaan [^${id}]: met de bron.`};
  return undefined;
}
