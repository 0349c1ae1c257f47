import type {Diagnostics} from '../diagnostics.js';
import type {BlockSource, FlowSource, StepItem, StepSource} from '../flow-ast.js';
import {shorten} from '../front-fields.js';
import {plainText} from '../markdown-ast.js';

/**
 * `stap/leeg`, `stap/vorm` and `stap/twee-vragen`: something stands below the heading, in one of five shapes:
 * links, tasks with buttons, an input with buttons, buttons alone, or an end with a contact.
 */
export function checkShape(step: StepSource, diagnostics: Diagnostics): void {
  const {items} = step;
  const name = shorten(plainText(step.title)) || step.id;
  const fail: Fail = (rule, {at, from}, message, hint) => diagnostics.error(rule, {file: (from ?? step.flow).file, at}, message, hint);
  const of = <T extends StepItem['t']>(kind: T) => items.filter((item): item is StepItem & {t: T} => item.t === kind);

  if (items.length === 0) return fail('stap/leeg', step, `Onder de stap «${name}» staat niets.`, 'Schrijf er tekst en antwoorden onder, of haal de kop weg.');
  const [like] = of('like');
  if (like) {
    const other = items.find((item) => item !== like);
    if (other) fail('stap/vorm', other, `De stap «${name}» neemt een andere stap over en heeft ook eigen inhoud.`, 'Houd alleen `zoals …` over, of haal die regel weg.');
    return;
  }
  for (const layer of of('layer')) {
    const word = layer.what === 'append' ? 'aanvulling' : 'verwijder';
    fail('stap/vorm', layer, `«${word}» past alleen in een pakket dat op een ander voortbouwt.`, 'Haal deze instructie weg.');
  }

  const controls = items.filter((item) => item.t === 'answers' || item.t === 'ask');
  const buttons = of('button');
  const [control, second] = controls;
  if (second) fail('stap/twee-vragen', second, `De stap «${name}» stelt twee vragen.`, 'Maak van de tweede vraag een eigen stap met een kop ##.');
  if (control?.t === 'answers') checkAnswers(control, name, fail);
  const one = control?.t === 'answers' && !control.many;
  if (one && buttons[0]) fail('stap/vorm', buttons[0], `De stap «${name}» heeft antwoorden die zelf al verder leiden, en ook een knop.`, 'Maak van de knop een antwoord in de lijst, of gebruik `knop …` voor de tekst van de knop.');
  // A link to a step in the middle of a sentence has its own report.
  const meant = items.some((item) => item.t === 'block' && item.block.t === 'p' && item.block.c.some((inline) => inline.t === 'link' && inline.href.startsWith('#')));
  if (control && !one && buttons.length === 0 && !second && !meant) fail('stap/vorm', control, `Uit de stap «${name}» leidt geen knop verder.`, 'Zet onder de vraag een regel met alleen een koppeling: [Verder](#stap).');
  checkOnce(of('pick'), 'kies', control?.t === 'answers' && control.many, 'Alleen bij antwoorden om aan te vinken past «kies».', fail);
  checkOnce(of('submit'), 'knop', one, 'Alleen bij een lijst met koppelingen past «knop».', fail);
  const [pick] = of('pick');
  if (pick && control?.t === 'answers' && control.many) {
    const count = control.answers.filter((answer) => !answer.alone).length;
    const most = Math.max(pick.min ?? 0, pick.max ?? 0);
    if (most > count) fail('stap/vorm', pick, `«kies» vraagt om ${most} antwoorden, maar er ${count === 1 ? 'is er' : 'zijn er'} ${count}.`, 'Kies een kleiner getal.');
  }
  if (!step.misread && !control && buttons.length === 0 && !items.some((item) => item.t === 'block' && shows(item.block, 'contact'))) {
    fail('stap/vorm', step, `Uit de stap «${name}» leidt niets verder, en er staat geen contact.`, 'Zet er een antwoord of een knop bij, of sluit af met `toon contact`.');
  }
}

type Fail = (rule: string, place: {at: number; from?: FlowSource}, message: string, hint: string) => void;

function checkAnswers(control: StepItem & {t: 'answers'}, name: string, fail: Fail): void {
  const {answers} = control;
  if (answers.length === 0) fail('stap/vorm', control, `De vraag «${name}» heeft geen antwoorden.`, 'Zet er een lijst met antwoorden onder.');
  if (control.many && answers.length > 0 && answers.every((answer) => answer.alone)) {
    fail('stap/vorm', answers[0]!, `In de stap «${name}» sluit elk antwoord de andere uit.`, 'Maak er een lijst met koppelingen van: - [tekst](#stap).');
  }
}

function checkOnce(items: readonly StepItem[], word: string, fits: boolean, misfit: string, fail: Fail): void {
  const [first, second] = items;
  if (first && !fits) fail('stap/vorm', first, `De instructie «${word}» past niet bij deze stap.`, misfit);
  else if (second) fail('stap/vorm', second, `De instructie «${word}» staat er twee keer.`, 'Houd er één over.');
}

function shows(block: BlockSource, what: string): boolean {
  return block.t === 'show' && block.what === what;
}
