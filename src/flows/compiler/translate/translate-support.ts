import {lexInline} from '../lex-markdown.js';
import {placeText, type MappedText} from '../mapped-text.js';
import type {SourceInline} from '../markdown-ast.js';
import type {FieldText, FileText, SupportSource} from '../parse-support.js';
import {checkRunningText} from '../rules/instructie-onbekend.js';
import {textHash} from '../text-hash.js';
import {translateBlocks} from './overlay.js';
import {withoutCode, type Translation} from './read-translation.js';
import {readUnits, type Misfit} from './read-units.js';
import {inlineText, noteText, unitsText} from './source-text.js';
import type {SpokenSupport} from './speech.js';
import {undefinedNote, type Translator} from './translator.js';
import {references, unitsOfBlocks} from './units.js';

/** What a translation of a kind of support is made of. */
export function supportHash(source: SupportSource): string {
  const {title, fits, firstStep, costs, expect, body, notes} = source;
  const fields = [firstStep, costs, expect, ...fits.map(({because}) => because)].map((field) => (field ? inlineText(field.c) : ''));
  return textHash([title?.text.trim() ?? '', ...fields, unitsText(unitsOfBlocks(body)), ...[...notes.values()].map(noteText)].join('\n'));
}

/** The kinds of support in one language; nothing when none is translated. */
export function translateSupport(translator: Translator): SpokenSupport | undefined {
  const {read, state, lang} = translator;
  const kinds = new Map<SupportSource, SupportSource>();
  let unchecked = false;
  for (const source of read.support.values()) {
    state.support.total += 1;
    const found = translateKind(source, translator);
    if (!found) continue;
    state.support.done += 1;
    kinds.set(source, found.kind);
    unchecked ||= found.unchecked;
  }
  for (const [path, {file}] of translator.folders[0] ?? []) {
    const id = /^steun\/(.*)\.md$/.exec(path)?.[1];
    if (id !== undefined && !read.support.has(id)) translator.diagnostics.warn('vertaling/afwijkend', {file, at: 0}, `De bron heeft geen soort steun «${id}» (meer).`, 'Haal dit bestand weg, of geef het de naam die het in de bron heeft.');
  }
  return kinds.size ? {lang, ...(unchecked ? {note: translator.note()} : {}), kind: (source) => kinds.get(source)} : undefined;
}

function translateKind(source: SupportSource, translator: Translator): {kind: SupportSource; unchecked: boolean} | undefined {
  const what = `de soort steun «${source.id}»`;
  // A kind of several layers is as new as the topmost that says something of it.
  const hash = supportHash(source);
  const all = translator.candidates(source.file);
  const candidates = [...all.filter(({stamp}) => stamp.hash === hash), ...all.filter(({stamp}) => stamp.hash !== hash)];
  const [first] = candidates;
  if (!first) {
    translator.missingFile(source.file);
    return undefined;
  }
  let problem: (() => void) | undefined;
  for (const translation of candidates) {
    const {stamp, file} = translation;
    if (stamp.state === 'vertalen') {
      problem ??= () => translator.missing(what, {file, at: stamp.at});
      continue;
    }
    const {kind, misfit} = readKind(source, translation, translator);
    if (!kind) {
      problem ??= () => translator.misfit(what, file, misfit);
      continue;
    }
    if (stamp.state === 'verouderd' || (stamp.hash !== undefined && stamp.hash !== hash)) translator.stale(what, translation, stamp);
    return {kind, unchecked: translation.unchecked};
  }
  problem?.();
  return undefined;
}

function readKind(source: SupportSource, translation: Translation, {diagnostics}: Translator): {kind: SupportSource; misfit?: undefined} | {kind?: undefined; misfit: Misfit} {
  const {file, fields, notes} = translation;
  const from: FileText = {file, notes, translated: true};
  const context = {file, diagnostics, concepts: new Map()};
  let misfit: Misfit | undefined;
  const say = (raw: MappedText | undefined, of: FieldText | undefined, name: string): FieldText => {
    const c: SourceInline[] = raw ? withoutCode(lexInline(raw, context), file, diagnostics) : [];
    const at = raw ? (raw.map[0] ?? 0) : 0;
    checkRunningText(c, file, diagnostics);
    if (of && !raw) misfit ??= {at, message: `Het veld «${name}» ontbreekt.`, hint: `Vertaal «${name}» uit de bron.`};
    const wanted = of ? references(of.c) : [];
    const found = references(c);
    const lost = wanted.find((one) => !found.includes(one));
    const extra = found.find((one) => !wanted.includes(one));
    if (raw && lost !== undefined) misfit ??= {at, message: `In «${name}» ontbreekt «${lost}» uit de bron.`, hint: `Zet «${lost}» op zijn plek in de zin.`};
    if (raw && extra !== undefined) misfit ??= {at, message: `In «${name}» staat «${extra}», en in de bron niet.`, hint: 'Haal het weg.'};
    return {c, from};
  };
  const title = fields.text('titel');
  if (!title) misfit ??= {at: 0, message: 'Het veld «titel» ontbreekt.', hint: 'Vertaal «titel» uit de bron.'};
  const reasons = fields.texts('omdat');
  if (reasons.length !== source.fits.length) misfit ??= {at: fields.placeOf('omdat'), message: `Onder «omdat» staan ${reasons.length} redenen, in de bron ${source.fits.length}.`, hint: `Zorg dat het er ${source.fits.length} zijn, in dezelfde volgorde.`};
  const fits = source.fits.map((fit, n) => ({...fit, because: say(reasons[n], fit.because, 'omdat')}));
  const firstStep = say(fields.text('eerste-stap'), source.firstStep, 'eerste-stap');
  const costs = source.costs && say(fields.text('kosten'), source.costs, 'kosten');
  const expect = source.expect && say(fields.text('wat-gebeurt-er'), source.expect, 'wat-gebeurt-er');
  const body = readUnits(unitsOfBlocks(source.body), translation.blocks, file.text.length, context);
  misfit ??= body.misfit ?? (body.reading && undefinedNote(body.reading.notes, translation));
  if (misfit) return {misfit};
  const phrases = fields.texts('zoekwoorden').map(({text}) => text.trim());
  return {
    kind: {
      ...source,
      file,
      notes,
      ...(title ? {title: placeText(title, file)} : {}),
      fits,
      firstStep,
      ...(costs ? {costs} : {}),
      ...(expect ? {expect} : {}),
      phrases,
      body: translateBlocks(source.body, body.reading!),
      bodyFrom: from,
      translated: true,
    },
  };
}
