import {didYouMean} from '../conditions/suggest.js';
import type {Diagnostics, Place} from './diagnostics.js';
import type {FlowSource, StepItem, StepSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {plainText} from './markdown-ast.js';

/** Told of each step that takes the place of one below. */
export type OnReplaced = (own: StepSource, below: StepSource) => void;

/**
 * Lays a flow over the one below it, step by step: the same id replaces, `` `aanvulling` `` adds, `` `verwijder` ``
 * takes away, another id is new. A new step comes behind the one that precedes it in its own file; before the one that
 * follows it there when it is the first; and else at the end.
 */
export function mergeFlow(below: FlowSource, own: FlowSource, onReplaced: OnReplaced, diagnostics: Diagnostics): FlowSource {
  const steps = [...below.steps];
  const removed = new Map<string, Place>(below.removed);
  const placeOf = (id: string) => steps.findIndex((step) => step.id === id);
  /** New steps at the top of the file wait for the first that is below too. */
  let waiting: StepSource[] = [];
  let next = -1;
  const settled = (index: number) => {
    steps.splice(index, 0, ...waiting);
    next = index + waiting.length;
    waiting = [];
  };
  const done = new Set<string>();
  for (const step of own.steps) {
    const place = {file: own.file, at: step.at};
    if (step.id && done.has(step.id)) continue; // reported as a double
    done.add(step.id);
    const index = step.id ? placeOf(step.id) : -1;
    const {kind, items} = readKind(step, diagnostics);
    if (index < 0) {
      if (kind || step.seen) reportUnknown(step, kind, below, removed, diagnostics);
      if (kind) continue;
      if (next < 0) waiting.push(step);
      else steps.splice(next++, 0, step);
      removed.delete(step.id);
      continue;
    }
    settled(index);
    if (kind && step.seen) diagnostics.warn('laag/onbekend', {file: own.file, at: step.seen.at}, `Bij «${step.id}» staat «gezien», maar deze stap vervangt niets: er staat \`${kind}\`.`, 'Haal «gezien:…» weg.');
    if (kind === 'verwijder') {
      steps.splice(next, 1);
      removed.set(step.id, place);
      continue;
    }
    const base = steps[next]!;
    if (kind === 'aanvulling') {
      steps[next] = append(base, {...step, items}, diagnostics);
    } else {
      steps[next] = step;
      onReplaced(step, base);
    }
    next++;
  }
  steps.push(...waiting);
  if (steps.length === 0) diagnostics.error('stap/leeg', {file: own.file, at: 0}, `Van het gesprek «${own.id}» zijn alle stappen weggehaald.`, 'Laat een stap staan, of haal het hele gesprek weg: zet in dit bestand alleen `verwijder`.');
  return {...own, steps, removed};
}

/** What the step does to the one below, and its items without the word that says so. */
function readKind(step: StepSource, diagnostics: Diagnostics): {kind?: 'aanvulling' | 'verwijder'; items: StepItem[]} {
  const layer = step.items.filter((item): item is StepItem & {t: 'layer'} => item.t === 'layer');
  const [first, second] = layer;
  if (!first) return {items: step.items};
  const {file} = step.flow;
  const name = shorten(plainText(step.title)) || step.id;
  const items = step.items.filter((item) => item.t !== 'layer');
  const kind = first.what === 'append' ? 'aanvulling' : 'verwijder';
  if (second) diagnostics.error('stap/vorm', {file, at: second.at}, `In de stap «${name}» staat nog een «${second.what === 'append' ? 'aanvulling' : 'verwijder'}».`, 'Houd er één over.');
  if (kind === 'verwijder' && items[0]) diagnostics.error('stap/vorm', {file, at: items[0].at}, `De stap «${name}» wordt verwijderd en heeft toch inhoud.`, 'Laat onder de kop alleen `verwijder` staan, of haal dat woord weg.');
  if (kind === 'aanvulling' && items.length === 0 && !step.entry) diagnostics.error('stap/leeg', {file, at: first.at}, `De aanvulling op «${name}» is leeg.`, 'Schrijf eronder welke tekst of antwoorden erbij komen.');
  if (kind === 'aanvulling' && step.items[0] !== first) diagnostics.error('stap/vorm', {file, at: first.at}, `In de stap «${name}» staat «aanvulling» niet vooraan.`, 'Zet `aanvulling` op een eigen regel direct onder de kop.');
  return {kind, items};
}

function reportUnknown(step: StepSource, kind: string | undefined, below: FlowSource, removed: ReadonlyMap<string, Place>, diagnostics: Diagnostics): void {
  const what = kind === 'verwijder' ? 'haalt' : kind === 'aanvulling' ? 'vult' : 'zegt dat je';
  const tail = kind === 'verwijder' ? ' weg' : kind === 'aanvulling' ? ' aan' : ' van de basis hebt gezien';
  const place = {file: step.flow.file, at: kind || !step.seen ? step.at : step.seen.at};
  const taken = removed.get(step.id);
  const why = taken ? `, maar die is al verwijderd in ${taken.file.name}` : ', maar die staat niet in de basis';
  const hint = didYouMean(step.id, below.steps.map(({id}) => id), kind ? 'Kijk in de basis hoe de stap daar heet, of haal dit weg.' : 'Haal «gezien:…» weg: deze stap is nieuw.', (id) => `#${id}`);
  diagnostics.error('laag/onbekend', place, `Dit ${what} de stap «${step.id}»${tail}${why}.`, hint);
}

/**
 * The step below with what is added: text behind the text that is there (before the control, the buttons, and what
 * closes the step), answers behind the answers (before «iets anders» and those that exclude the others), and at the end
 * the text that stands below the answers and the buttons.
 */
function append(base: StepSource, own: StepSource, diagnostics: Diagnostics): StepSource {
  const {flow} = own;
  const name = shorten(plainText(base.title)) || base.id;
  const title = plainText(own.title);
  if (title !== plainText(base.title)) {
    diagnostics.warn('laag/gewijzigd', {file: flow.file, at: own.at}, `Bezoekers zien boven deze aanvulling niet «${shorten(title)}», maar de kop van de basis: «${name}».`, 'Neem die kop over, of vervang de hele stap door `aanvulling` weg te halen en hem uit te schrijven.');
  }
  const result: StepSource = {...base, entry: base.entry || own.entry, additions: [...(base.additions ?? []), own]};
  const fail = (item: StepItem, message: string, hint: string) => {
    diagnostics.error('stap/vorm', {file: flow.file, at: item.at}, message, hint);
    return result;
  };
  const [first] = own.items;
  if (!first) return result;
  const like = base.items.find((item) => item.t === 'like');
  if (like?.t === 'like') return fail(first, `De stap «${name}» neemt in de basis een andere stap over («zoals ${like.link.href}»); daar past geen aanvulling bij.`, 'Haal `aanvulling` weg en schrijf de hele stap uit, of vul de stap aan die wordt overgenomen.');
  const ownLike = own.items.find((item) => item.t === 'like');
  if (ownLike) return fail(ownLike, `Een aanvulling op «${name}» kan geen andere stap overnemen.`, 'Schrijf uit wat erbij komt, of haal `aanvulling` weg.');
  const control = base.items.findIndex(isControl);
  const ownControl = own.items.findIndex(isControl);
  const below = base.items[control];
  const above = own.items[ownControl];
  if (below && above && (below.t !== 'answers' || above.t !== 'answers' || below.many !== above.many)) {
    return fail(above, `Bij «${name}» staat in de basis ${describe(below)}, en in deze aanvulling ${describe(above)}.`, 'Gebruik dezelfde soort antwoorden als de basis, of vervang de hele stap door `aanvulling` weg te halen en hem uit te schrijven.');
  }
  const added = own.items.map((item): StepItem => ({...item, from: item.from ?? flow}));
  const split = ownControl < 0 ? added.findIndex(({t}) => t === 'button') : ownControl;
  const before = split < 0 ? added : added.slice(0, split);
  const behind = split < 0 ? [] : added.slice(ownControl < 0 ? split : split + 1);
  const firstButton = base.items.findIndex(({t}) => t === 'button');
  const end = control >= 0 ? control : firstButton >= 0 ? firstButton : base.items.length;
  const at = beforeClosing(base.items, end);
  const asked = control < 0 ? added.slice(ownControl, ownControl < 0 ? 0 : ownControl + 1) : [above?.t === 'answers' && below?.t === 'answers' ? join(below, above, flow) : base.items[control]!];
  const rest = base.items.slice(control < 0 ? end : end + 1);
  return {...result, items: [...base.items.slice(0, at), ...before, ...base.items.slice(at, end), ...asked, ...rest, ...behind]};
}

/** Text goes before what closes a step: `toon steun`, `toon contact`, and the `###` that introduces these. */
function beforeClosing(items: readonly StepItem[], end: number): number {
  const is = (index: number, kind: 'show' | 'section') => {
    const item = items[index];
    return item?.t === 'block' && item.block.t === kind;
  };
  let at = end;
  while (is(at - 1, 'show')) at--;
  return at < end && is(at - 1, 'section') ? at - 1 : at;
}

function isControl(item: StepItem): boolean {
  return item.t === 'answers' || item.t === 'ask';
}

function join(below: StepItem & {t: 'answers'}, above: StepItem & {t: 'answers'}, flow: FlowSource): StepItem {
  const added = above.answers.map((answer) => ({...answer, from: answer.from ?? flow}));
  let end = below.answers.length;
  // «Iets anders» and «Geen van deze» stay last.
  while (end > 0 && (below.answers[end - 1]!.alone || below.answers[end - 1]!.own)) end--;
  return {...below, answers: [...below.answers.slice(0, end), ...added, ...below.answers.slice(end)]};
}

function describe(item: StepItem): string {
  if (item.t !== 'answers') return 'een invulveld';
  return item.many ? 'een lijst om aan te vinken' : 'een lijst met koppelingen';
}
