import {CaseWords, enumerate} from '../flows/compiler/paths/case-words.js';
import type {CaseFinder, Cases} from '../flows/compiler/paths/cases.js';
import {countingOf} from '../flows/compiler/paths/counting.js';
import type {Outcome} from '../flows/compiler/paths/outcomes.js';
import type {Walk, Walked} from '../flows/compiler/paths/walk.js';
import type {Flow} from '../flows/model/flow.js';
import {csv} from './csv.js';
import {paint, printable, type Terminal} from './terminal.js';
import {counted, shareWords, wrap} from './words.js';

interface Result {
  walked: Walked;
  outcomes: Outcome[];
  finder: CaseFinder;
}

/** Every outcome for people to read. */
export function printOutcomes(walk: Walk, flow: Flow, {outcomes, finder, walked}: Result, start: {step: string}, terminal: Terminal): string {
  const words = new CaseWords(walk.questions, (id) => walked.entering.has(id));
  const lines: string[] = [`${paint(terminal, 'bold', printable(flow.title))}, vanaf «${start.step}»: ${counted(outcomes.length, 'einde', 'einden')}.`, ''];
  const who = (cases: Cases | undefined, indent: string) => {
    if (!cases) return `${indent}iedereen`;
    const told = cases.cases.map((one) => `${indent}- ${wrap(printable(words.tell(one)) || 'iedereen', `${indent}  `)}`);
    return [...(cases.exact ? [] : [`${indent}een deel van wie:`]), ...told].join('\n');
  };
  for (const outcome of outcomes) {
    lines.push(`${paint(terminal, 'bold', `EINDE «${printable(outcome.title)}»`)} (${outcome.id})`);
    lines.push(outcome.cases ? `  voor wie\n${who(outcome.cases, '    ')}` : '  voor iedereen', '');
    const shown = outcome.parts.filter(({share}) => share > 0);
    if (outcome.screens && outcome.screens.length > 1) {
      lines.push(`  Er zijn ${outcome.screens.length} verschillende schermen:`);
      outcome.screens.forEach(({parts, cases, share}, n) => {
        lines.push(`  ${n + 1}. ${parts.length ? `met ${printable(enumerate(parts.map((part) => `«${part}»`)))}` : 'zonder wat hieronder voorwaarden heeft'} (${shareWords(share)} situaties), voor wie`, who(cases, '      '));
      });
      lines.push('');
    } else if (shown.length) {
      lines.push(outcome.screens ? '  Daar staat:' : `  Daar staan teksten die niet iedereen ziet. Samen geven die heel veel schermen; daarom elk apart:`);
      for (const {text, cases, share} of shown) lines.push(`  «${printable(text)}» (${shareWords(share)} situaties), voor wie`, who(cases, '      '));
      lines.push('');
    }
    if (outcome.advice.length) {
      lines.push('  Steun die past (van wat past komen de zwaarste vijf op het scherm; ! staat daar altijd boven):');
      for (const {text, cases, share, urgent} of outcome.advice) lines.push(`  ${urgent ? '! ' : ''}«${printable(text)}» (${shareWords(share)} situaties), voor wie`, who(cases, '      '));
      lines.push('');
    }
  }
  const used = new Set(finder.thresholds.map(({name}) => name));
  const legend = countingOf(walk.version, words, walked.entering).filter(({name}) => used.has(name));
  for (const {name, by} of legend) lines.push(`«${name}» telt op: ${wrap(printable(by.map(({answer, value}) => `${answer} ${value}`).join(', ')), '  ')}.`, '');
  return lines.join('\n');
}

/** One row per situation that leads to something. */
export function outcomesCsv(walk: Walk, {outcomes, walked}: Result): string {
  const words = new CaseWords(walk.questions, (id) => walked.entering.has(id));
  const rows: string[][] = [['einde', 'soort', 'wat', 'precies', 'situatie']];
  const add = (end: string, kind: string, what: string, cases: Cases | undefined) => {
    if (!cases) rows.push([end, kind, what, 'ja', 'iedereen']);
    for (const one of cases?.cases ?? []) rows.push([end, kind, what, cases!.exact ? 'ja' : 'een deel hiervan', words.tell(one) || 'iedereen']);
  };
  for (const {title, cases, parts, screens, advice} of outcomes) {
    add(title, 'einde', title, cases);
    for (const {text, cases: who} of parts) add(title, 'tekst', text, who);
    for (const screen of screens && screens.length > 1 ? screens : []) add(title, 'scherm', screen.parts.join(' + ') || '(zonder voorwaarden)', screen.cases);
    for (const {text, cases: who} of advice) add(title, 'steun', text, who);
  }
  return csv(rows);
}

export function outcomesJson(walk: Walk, {outcomes, walked}: Result): unknown {
  const words = new CaseWords(walk.questions, (id) => walked.entering.has(id));
  const who = (cases: Cases | undefined) => (cases ? {precies: cases.exact, situaties: cases.cases.map((one) => words.tell(one))} : {precies: true, situaties: ['']});
  return outcomes.map(({id, title, situations, cases, screens, parts, advice}) => ({
    einde: id,
    titel: title,
    aantalSituaties: situations,
    voor: who(cases),
    ...(screens ? {schermen: screens.map((screen) => ({teksten: screen.parts, aandeel: screen.share, voor: who(screen.cases)}))} : {}),
    teksten: parts.map(({text, share, cases: seen}) => ({tekst: text, aandeel: share, voor: who(seen)})),
    steun: advice.map(({id: kind, text, share, urgent, cases: fits}) => ({id: kind, titel: text, dringend: urgent, aandeel: share, voor: who(fits)})),
  }));
}
