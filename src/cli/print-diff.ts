import type {AdviceDifference, Difference, Situations} from '../flows/compiler/paths/compare.js';
import type {TextChanges} from '../flows/compiler/paths/compare-texts.js';
import type {Counting} from '../flows/compiler/paths/counting.js';
import {csv} from './csv.js';
import {paint, printable, type Terminal} from './terminal.js';
import {counted, shareWords, wrap} from './words.js';

/** The comparison as somebody reads it who has to agree with it. */
export function printDifferences(differences: readonly Difference[], {texts, notes}: TextChanges, names: readonly [string, string], terminal: Terminal): string {
  const lines = [paint(terminal, 'bold', `Verschil tussen ${names[0]} en ${names[1]}`), ''];
  for (const note of notes) lines.push(wrap(printable(note), '  '));
  if (texts) lines.push(`${counted(texts, 'tekst is', 'teksten zijn')} anders${differences.length ? '' : '; wie wat krijgt, blijft gelijk'}.`);
  if (notes.length || texts) lines.push('');
  if (!differences.length) {
    lines.push(notes.length || texts ? 'Geen enkele bezoeker krijgt ander advies of komt bij een ander einde.' : 'Er is geen verschil.');
    return `${lines.join('\n')}\n`;
  }
  const told = new Map<string, string>();
  for (const difference of differences) {
    const body = tellDifference(difference);
    const key = sameness(difference);
    const heading = paint(terminal, 'bold', printable(`Gesprek «${difference.title}», wie begint bij «${difference.startTitle}»`));
    // Beginning halfway often comes to the same.
    const twin = told.get(key);
    lines.push(heading, '', ...(twin === undefined ? [body] : [`Hetzelfde als voor wie begint bij «${twin}»${difference.advice.length ? ', met andere aantallen' : ''}.`, '']));
    if (twin === undefined) told.set(key, difference.startTitle);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** What changes and for whom, without how often. */
function sameness({gone, fresh, ends, blocks, advice}: Difference): string {
  const kinds = advice.map(({end, touched, kinds: found}) => [end, touched.who, found.map(({id, causes}) => [id, causes.map(({what, situations}) => [what, situations.who])]).filter(([, causes]) => causes!.length)]);
  return JSON.stringify([gone?.who, fresh?.who, ends.map(({from, to, situations}) => [from, to, situations.who]), blocks.map(({texts, change, situations}) => [texts, change, situations.who]), kinds]);
}

function tellDifference({gone, fresh, ends, blocks, advice, counting}: Difference): string {
  const lines: string[] = [];
  if (gone) lines.push('Deze antwoorden zijn er niet meer', who(gone), '');
  if (fresh) lines.push('Deze antwoorden zijn nieuw; er is geen oude uitkomst om mee te vergelijken', who(fresh), '');
  for (const {from, to, situations} of ends) lines.push(printable(`Komt uit bij «${to}» in plaats van bij «${from}» (${shareWords(situations.share)} situaties)`), who(situations), '');
  lines.push(...tellBlocks(blocks));
  for (const one of advice) lines.push(...tellAdvice(one));
  const text = lines.join('\n');
  return `${text}${tellCounting(counting, text)}`;
}

/** Texts that the same visitors see or no longer see, together. */
function tellBlocks(blocks: Difference['blocks']): string[] {
  const groups = new Map<string, Difference['blocks']>();
  for (const block of blocks) {
    const key = JSON.stringify([block.end, block.situations.who, block.situations.exact]);
    groups.set(key, [...(groups.get(key) ?? []), block]);
  }
  return Array.from(groups.values()).flatMap((group) => {
    const {end, situations} = group[0]!;
    const named = (change: 'erbij' | 'weg', words: string) => {
      const texts = group.filter((block) => block.change === change).flatMap((block) => block.texts);
      const shown = texts.slice(0, 3).map((text) => `«${text}»`).join(', ');
      return texts.length ? [`    ${words}: ${wrap(printable(shown), '      ')}${texts.length > 3 ? ` en ${counted(texts.length - 3, 'andere tekst', 'andere teksten')}` : ''}`] : [];
    };
    return [printable(`De tekst bij «${end}» verandert (${shareWords(situations.share)} situaties)`), who(situations), ...named('erbij', 'ziet nu ook'), ...named('weg', 'ziet niet meer'), ''];
  });
}

function tellAdvice({end, touched, changed, exact, kinds}: AdviceDifference): string[] {
  const lines = [printable(`Steun bij «${end}»`)];
  lines.push(touched.share >= 1 ? '  Het advies kan voor iedereen anders zijn.' : `  Het advies kan alleen anders zijn (${shareWords(touched.share)} situaties)`);
  if (touched.share < 1) lines.push(who(touched, '    '), '  Voor alle anderen blijft het gelijk.');
  if (changed.share < 1) lines.push(`  In die situaties is het echt anders bij ${exact ? '' : 'ongeveer '}${shareWords(changed.share)}${exact ? '' : ' (geschat met een steekproef)'}.`);
  const causing = kinds.filter(({causes}) => causes.length);
  const pushed = kinds.filter(({causes}) => !causes.length);
  for (const kind of causing) {
    lines.push('', printable(`  «${kind.title}»${kind.urgent ? ' (staat boven de vijf)' : ''}`));
    for (const {what, situations} of kind.causes) {
      if (situations.who.join() === touched.who.join()) lines.push(`    ${what} in al die situaties`);
      else lines.push(`    ${what}${what.startsWith('past') ? ' bij wie' : ' voor wie'} (${shareWords(situations.share)} situaties)`, who(situations, '      ', false));
    }
    lines.push(...effectLines(kind, exact));
  }
  const shifted = pushed.filter((kind) => Math.abs(kind.after - kind.before) >= VISIBLE);
  if (shifted.length) {
    lines.push('', '  Daardoor verschuift ook steun die zelf niet veranderde. Van de situaties hierboven staat bij de beste vijf:');
    for (const kind of [...shifted].sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))) lines.push(`    ${printable(`«${kind.title}»`)} ${beforeAfter(kind, exact)}`);
  }
  const little = pushed.length - shifted.length;
  if (little) lines.push('', `  ${shifted.length ? 'Nog ' : ''}${counted(little, 'soort steun', 'soorten steun')} ${little === 1 ? 'verschuift' : 'verschuiven'} bij minder dan 1 van de 100 van die situaties, of ${little === 1 ? 'wisselt' : 'wisselen'} alleen van plaats.`);
  return [...lines, ''];
}

/** Smaller shifts than this are not told one by one. */
const VISIBLE = 0.01;

const EFFECTS = {erbij: 'komt erbij', weg: 'valt weg', hoger: 'komt hoger te staan', lager: 'komt lager te staan'} as const;

function effectLines(kind: AdviceDifference['kinds'][number], exact: boolean): string[] {
  const small = kind.effects.filter(({situations}) => situations?.exact && situations.who.length <= 4);
  const lines = small.flatMap(({what, situations}) => [`    ${EFFECTS[what]} bij de beste vijf voor wie (${shareWords(situations!.share)} situaties)`, who(situations!, '      ', false)]);
  if (small.length === kind.effects.length && small.length) return lines;
  if (!kind.effects.length) return [...lines, '    Bij de beste vijf verandert er daardoor niets.'];
  const moved = kind.effects.filter(({what}) => what === 'hoger' || what === 'lager').map(({what, share}) => `${EFFECTS[what]} bij ${shareWords(share)}`);
  return [...lines, `    Van de situaties waarin het advies anders kan zijn, staat het bij de beste vijf: ${beforeAfter(kind, exact)}${moved.length ? `; het ${moved.join(', en ')}` : ''}.`];
}

function beforeAfter({before, after}: {before: number; after: number}, exact: boolean): string {
  const words = (share: number) => (share === 0 ? 'nergens' : `bij ${exact || share >= 0.995 ? '' : 'ongeveer '}${shareWords(share)}`);
  return before === after ? `eerst en nu ${words(before)}` : `eerst ${words(before)}, nu ${words(after)}`;
}

/** "voor wie" is said by the line above, or here. */
function who({who: list, exact}: Situations, indent = '    ', say = true): string {
  if (list.length === 1 && list[0] === '') return `${indent}${exact ? 'voor iedereen' : 'voor een deel van de bezoekers'}`;
  const head = exact ? (say ? [`${indent}voor wie`] : []) : [`${indent}${say ? 'voor ' : ''}een deel van wie`];
  return [...head, ...list.map((one) => `${indent}- ${wrap(printable(one), `${indent}  `)}`)].join('\n');
}

/** How the counts that are named come about. */
function tellCounting({old, now}: Difference['counting'], text: string): string {
  const words = ({by}: Counting) => by.map(({answer, value}) => `${answer} ${value}`).join(', ');
  return now
    .filter(({name}) => text.includes(`voor «${name}» op`))
    .map((count) => {
      const before = old.find(({name}) => name === count.name);
      const [was, is] = [before ? words(before) : '', words(count)];
      return was === is || !was ? `\n«${count.name}» telt op: ${wrap(printable(is), '  ')}.\n` : `\n«${count.name}» telde eerst op: ${wrap(printable(was), '  ')}.\n«${count.name}» telt nu op: ${wrap(printable(is), '  ')}.\n`;
    })
    .join('');
}

/** One row per situation, for a spreadsheet. */
export function differencesCsv(differences: readonly Difference[]): string {
  const rows: string[][] = [['gesprek', 'begint bij', 'situatie', 'precies', 'eerst', 'nu']];
  for (const {title, startTitle, gone, fresh, ends, blocks, advice} of differences) {
    const add = (situations: Situations, old: string, now: string) => {
      for (const one of situations.who) rows.push([title, startTitle, one ? `wie ${one}` : 'iedereen', situations.exact ? 'ja' : 'een deel hiervan', old, now]);
    };
    if (gone) add(gone, 'kon dit antwoorden', 'kan dit niet meer antwoorden');
    if (fresh) add(fresh, 'kon dit niet antwoorden', 'kan dit antwoorden');
    for (const {from, to, situations} of ends) add(situations, `einde «${from}»`, `einde «${to}»`);
    for (const {texts, change, situations} of blocks) for (const text of texts) add(situations, change === 'erbij' ? 'niet te zien' : `«${text}»`, change === 'erbij' ? `«${text}»` : 'niet te zien');
    for (const {kinds} of advice) {
      for (const {title: kind, causes, effects} of kinds) {
        for (const {what, situations} of causes) add(situations, what === 'past niet meer' ? `«${kind}» past` : what === 'past nu' ? `«${kind}» past niet` : `«${kind}»`, `«${kind}» ${what}`);
        for (const {what, situations} of effects) if (situations) add(situations, what === 'erbij' ? `«${kind}» niet bij de beste vijf` : `«${kind}» bij de beste vijf`, what === 'weg' ? `«${kind}» niet bij de beste vijf` : `«${kind}» ${EFFECTS[what]} bij de beste vijf`);
      }
    }
  }
  return csv(rows);
}

export function differencesJson(differences: readonly Difference[], {texts, notes}: TextChanges): unknown {
  const json = ({who: list, exact, share}: Situations) => ({precies: exact, aandeel: share, situaties: list});
  return {
    teksten: texts,
    opmerkingen: notes,
    gesprekken: differences.map(({flow, start, gone, fresh, ends, blocks, advice}) => ({
      gesprek: flow,
      begin: start,
      ...(gone ? {weg: json(gone)} : {}),
      ...(fresh ? {nieuw: json(fresh)} : {}),
      einden: ends.map(({from, to, situations}) => ({eerst: from, nu: to, voor: json(situations)})),
      teksten: blocks.map(({end, texts: shown, change, situations}) => ({einde: end, teksten: shown, verandering: change, voor: json(situations)})),
      steun: advice.map(({end, touched, changed, exact, kinds}) => ({
        einde: end,
        precies: exact,
        geraakt: json(touched),
        veranderd: changed.share,
        soorten: kinds.map(({id, title, causes, effects, before, after}) => ({
          id,
          titel: title,
          oorzaken: causes.map(({what, situations}) => ({wat: what, voor: json(situations)})),
          gevolgen: effects.map(({what, share, situations}) => ({wat: what, aandeel: share, ...(situations ? {voor: json(situations)} : {})})),
          bijDeBesteVijf: {eerst: before, nu: after},
        })),
      })),
    })),
  };
}
