import {NAME, slug} from '../conditions/names.js';
import {didYouMean} from '../conditions/suggest.js';
import {isDay} from './dates.js';
import type {Diagnostics} from './diagnostics.js';
import {shorten} from './front-fields.js';
import {factHref, isPhone} from './hrefs.js';
import {lexMarkdown} from './lex-markdown.js';
import {mapFrom} from './mapped-text.js';
import {plainText, splitLines, type SourceBlock} from './markdown-ast.js';
import {isRemoval} from './removal.js';
import type {SourceFile} from './source-file.js';

/** A dated fact. `checked` is the day somebody last compared it with its source, `again` the months until the next time. */
export interface Fact {
  id: string;
  value: string;
  href?: string;
  phone: boolean;
  source: string;
  date: string;
  checked: string;
  again: number;
  /** The topmost layer that says something of it. */
  file: SourceFile;
  at: number;
  /** What was written, for the layer above that changes a part of it. */
  fields: ReadonlyMap<Field, FactField>;
  /** Language of the value, where a translation has no value of its own for it. */
  lang?: string;
}

interface FactField {
  text: string;
  at: number;
}

const FIELDS = ['waarde', 'bron', 'bron-datum', 'gecontroleerd', 'opnieuw'] as const;
type Field = (typeof FIELDS)[number];

/** What a new value brings with it: a number of one's own has a source of one's own. */
const WITH_VALUE: readonly Field[] = ['bron', 'bron-datum', 'gecontroleerd'];

/** Reads `feiten.md`: one `##` a fact, its fields as a list. Over facts `below`: a fact there is kept, changed field by field, or removed. */
export function parseFacts(file: SourceFile, diagnostics: Diagnostics, below: ReadonlyMap<string, Fact> = new Map()): Map<string, Fact> {
  const {blocks} = lexMarkdown(mapFrom(file.text, 0), {file, diagnostics});
  const facts = new Map<string, Fact>(below);
  const said = new Set<string>();
  const bodies: {heading: SourceBlock & {t: 'heading'}; blocks: SourceBlock[]}[] = [];
  const fail = (at: number, message: string, hint: string) => diagnostics.error('feit/veld', {file, at}, message, hint);
  blocks.forEach((block, n) => {
    const amiss = block.t === 'heading' && block.depth !== 2 && blocks[n + 1]?.t === 'list';
    if (amiss) fail(block.at, `Voor het feit «${shorten(plainText(block.c))}» ${block.depth === 1 ? 'staat één hekje' : `staan ${block.depth} hekjes`}.`, `Schrijf er twee: ## ${shorten(plainText(block.c))}.`);
    if (block.t === 'heading' && (block.depth === 2 || amiss)) bodies.push({heading: block, blocks: []});
    else if (block.t === 'heading' && block.depth !== 1) fail(block.at, `De kop «${shorten(plainText(block.c))}» is geen feit.`, 'Schrijf twee hekjes: ## naam-van-het-feit.');
    else if (bodies.length) bodies.at(-1)!.blocks.push(block);
    else if (block.t === 'list') fail(block.at, 'Deze lijst staat boven het eerste feit.', 'Zet er een kop boven: ## naam-van-het-feit.');
  });
  for (const {heading, blocks: body} of bodies) {
    const id = plainText(heading.c);
    const removed = isRemoval(body);
    const fact = removed ? undefined : readFact(heading, body, file, diagnostics, below.get(id));
    if (!removed && !fact) continue;
    if (said.has(id)) fail(heading.at, `Het feit «${id}» staat er twee keer.`, 'Houd er één over.');
    else if (fact) facts.set(id, fact);
    else {
      if (!below.has(id)) diagnostics.error('laag/onbekend', {file, at: heading.at}, `Dit haalt het feit «${shorten(id)}» weg, maar dat staat niet in de basis.`, didYouMean(id, below.keys(), 'Haal dit weg.'));
      facts.delete(id);
    }
    said.add(id);
  }
  return facts;
}

function readFact(heading: SourceBlock & {t: 'heading'}, blocks: readonly SourceBlock[], file: SourceFile, diagnostics: Diagnostics, below: Fact | undefined): Fact | undefined {
  const fail = (at: number, message: string, hint: string) => diagnostics.error('feit/veld', {file, at}, message, hint);
  const id = plainText(heading.c);
  if (!NAME.test(id)) {
    fail(heading.at, id ? `«${shorten(id)}» kan geen naam van een feit zijn: die bestaat uit kleine letters, cijfers en streepjes.` : 'Dit feit heeft geen naam.', `Schrijf «## ${slug(id) || 'naam-van-het-feit'}».`);
  }
  const own = new Map<Field, FactField>();
  for (const block of blocks) {
    if (block.t !== 'list') {
      fail(block.at, `Onder het feit «${id}» staat iets dat geen lijst is.`, 'Schrijf onder de kop alleen regels zoals «- waarde: …».');
      continue;
    }
    for (const item of block.items) {
      const [first, more] = item.c;
      const text = first?.t === 'p' ? plainText(splitLines(first.c).flat()) : '';
      const match = /^([^:]{1,40}?)\s*:\s*(.*)$/s.exec(text);
      const name = FIELDS.find((field) => field === match?.[1]);
      if (first?.t === 'p' && first.c.some((inline) => inline.t === 'code' || inline.t === 'image' || inline.t === 'note')) fail(item.at, `In «${shorten(text)}» staat meer dan gewone tekst.`, 'Schrijf de waarde zonder backticks, voetnoten of afbeeldingen.');
      else if (!match || more) fail(item.at, `«${shorten(text)}» is geen veld van een feit.`, 'Schrijf bijvoorbeeld «- waarde: 112».');
      else if (!name) fail(item.at, `Het veld «${shorten(match[1]!)}» bestaat niet bij een feit.`, didYouMean(match[1]!, FIELDS, `Wel: ${FIELDS.join(', ')}.`));
      else if (own.has(name)) fail(item.at, `Het veld «${name}» staat er twee keer bij «${id}».`, 'Houd er één over.');
      else own.set(name, {text: match[2]!.trim(), at: item.at});
    }
  }
  const value = own.get('waarde')?.text ?? below?.value ?? '';
  const renewed = below !== undefined && value !== below.value;
  const fields = new Map([...(below?.fields ?? [])].filter(([name]) => !(renewed && WITH_VALUE.includes(name))));
  for (const [name, field] of own) fields.set(name, field);
  for (const name of FIELDS) {
    if (!fields.get(name)?.text) fail(own.get(name)?.at ?? heading.at, `Bij het feit «${id}» ontbreekt «${name}».`, `Zet eronder: «- ${name}: ${EXAMPLES[name]}».`);
  }
  // What a layer below has wrong is reported there.
  const at = (name: Field) => own.get(name)?.at;
  const get = (name: Field) => fields.get(name)?.text ?? '';
  const date = get('bron-datum');
  if (date && at('bron-datum') !== undefined && !(date === 'onbekend' || /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(date) || isDay(date))) {
    fail(at('bron-datum')!, `«${shorten(date)}» is geen datum.`, 'Schrijf een dag (2026-11-22), een maand (2026-11), een jaar (2026) of onbekend.');
  }
  const checked = get('gecontroleerd');
  if (checked && at('gecontroleerd') !== undefined && !isDay(checked)) fail(at('gecontroleerd')!, `«${shorten(checked)}» is geen datum.`, 'Schrijf een dag zoals 2026-11-22.');
  const again = get('opnieuw');
  if (again && at('opnieuw') !== undefined && !/^(?:[1-9]|[1-5]\d|60)$/.test(again)) fail(at('opnieuw')!, `«opnieuw: ${shorten(again)}» is geen aantal maanden.`, 'Schrijf een getal van 1 tot 60.');
  if (!NAME.test(id)) return undefined;
  const href = factHref(value);
  return {id, value, ...(href ? {href} : {}), phone: isPhone(value), source: get('bron'), date, checked: isDay(checked) ? checked : '', again: Number(again) || 0, file, at: heading.at, fields};
}

const EXAMPLES: Record<Field, string> = {waarde: '112', bron: 'Rijksoverheid', 'bron-datum': '2026', gecontroleerd: '2026-11-22', opnieuw: '12'};
