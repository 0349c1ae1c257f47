import type {Diagnostics, Place} from '../diagnostics.js';
import {decodeEntities} from '../entities.js';
import {shorten} from '../front-fields.js';
import {parseInstruction} from '../instruction.js';
import {mapFrom, offsetAt} from '../mapped-text.js';
import type {SourceInline} from '../markdown-ast.js';
import type {SourceFile} from '../source-file.js';

const RULE = 'instructie/onbekend';

/** What Markdown knows and this format does not. */
const STRANGE: Record<string, [message: string, hint: string]> = {
  code: ['Hier staat een blok code (drie backticks, of een alinea die vier plaatsen inspringt).', 'Zet elke instructie tussen twee losse backticks, en laat tekst links beginnen.'],
  table: ['Hier staat een tabel; die kan een bezoeker op een telefoon niet lezen.', 'Maak er een lijst van.'],
  del: ['Hier staat doorgestreepte tekst (~~).', 'Haal de tekst of de tildes weg.'],
  hr: ['Hier staat een streep over de hele regel; die kent dit formaat niet.', 'Gebruik een kop met ## of ###, of een lege regel.'],
  setext: ['Deze kop is onderstreept met --- of ===.', 'Schrijf ## voor de kop, of zet een lege regel boven de streepjes.'],
  title: ['In deze koppeling staat achter het adres nog tekst, die niemand ziet.', 'Laat tussen de ronde haken alleen het adres staan.'],
  def: ['Hier staat een verwijzing ([naam]: adres) los van de tekst.', 'Zet het adres direct achter de tekst: [tekst](adres).'],
};

/** Reports a construct that has no meaning in this format. */
export function reportStrange(kind: string, place: Place, diagnostics: Diagnostics): void {
  const [message, hint] = Object.hasOwn(STRANGE, kind) ? STRANGE[kind]! : [`Hier staat iets dat dit formaat niet kent («${kind}»).`, 'Haal het weg.'];
  diagnostics.error(RULE, place, message, hint);
}

interface NearMiss {
  pattern: RegExp;
  message: (found: string) => string;
  hint: (match: RegExpExecArray) => string;
}

/** Stand-ins in the text that is searched: something that is no text, and a sign behind a backslash. */
const OTHER = '\ufffc';
const LITERAL = '\u0001';

/** What looks like an answer, a button or an instruction and is not. Ordered: the first that fits a place is reported. */
const NEAR_MISSES: NearMiss[] = [
  {pattern: /\[[^\]\n]*\] +\((?:#|[^)\s]*\.md)[^)\n]*\)/, message: (found) => `«${found}» is geen koppeling: tussen ] en ( staat een spatie.`, hint: (m) => `Schrijf ${m[0].replace(/\] +\(/, '](')}.`},
  {pattern: /\[[^\]\n]*\]\(\s*(?:#|[^)\s]*\.md)[^)\n]*\)?/, message: (found) => `«${found}» is geen koppeling.`, hint: () => 'Schrijf [tekst](#stap), zonder spaties in het adres en met beide haken.'},
  {pattern: /\]\(/, message: () => 'Hier staat een koppeling die niet klopt.', hint: () => 'Schrijf [tekst](adres), zonder spaties in het adres en met beide haken.'},
  {pattern: /\((?:#[^)\s]+|[^()\s]+\.md(?:#[^)\s]*)?)\)\s*\[[^\]\n]+\]/, message: (found) => `«${found}» is geen koppeling: de haken staan andersom.`, hint: () => 'Schrijf [tekst](#stap).'},
  {pattern: /\[[^\]\n]+\]\s*\{#[^}\n]*\}/, message: (found) => `«${found}» is geen koppeling.`, hint: () => 'Schrijf [tekst](#stap), met ronde haken.'},
  {pattern: /(?:^|\n)\s*(?:[-*+]\s*)?\[[^\]\n]?[^\]\n]?\](?![([:])/, message: (found) => `«${found}» is geen hokje om aan te vinken.`, hint: () => 'Schrijf - [ ] met een spatie tussen de haken en een spatie erachter.'},
  {pattern: /\[ ?\](?!\()/, message: (found) => `«${found}» is hier geen hokje om aan te vinken.`, hint: () => 'Een antwoord om aan te vinken begint zijn regel met - [ ].'},
  {pattern: /(?:^|\n)\s*[-*+•–—]\[/, message: (found) => `«${found}» begint geen lijst.`, hint: () => 'Zet een spatie achter het streepje: - [tekst](#stap).'},
  {pattern: /\[!\s*[^\]\n]*\]/, message: (found) => `«${found}» is hier gewone tekst.`, hint: () => 'Een kader begint met een eigen regel: > [!LET OP] of > [!NOOD].'},
  {pattern: /\[\^[^\]\n]*\]?/, message: (found) => `«${found}» is geen voetnoot.`, hint: () => 'Schrijf [^naam], zonder spaties, en onderaan [^naam]: met de bron.'},
  {pattern: /(?:^|\n)\s*#{1,6}(?=[^\s#])[^\n]{0,40}/, message: (found) => `«${found}» is geen kop.`, hint: () => 'Zet een spatie achter de hekjes.'},
  {pattern: /`/, message: () => 'Hier staat een backtick die bij geen andere hoort.', hint: () => 'Zet voor en achter de instructie één backtick, op dezelfde regel.'},
  {pattern: /\{\{[^\n]{0,40}|[^\n{}]{0,40}\}\}/, message: (found) => `«${found}» is geen invulplek.`, hint: () => 'Schrijf bijvoorbeeld {{contact.telefoon}}, met twee accolades aan elke kant.'},
  {pattern: /\{\s*(?:contact|feit|woord|organisatie)\b[^}\n]*\}?/, message: (found) => `«${found}» is geen invulplek.`, hint: (m) => `Schrijf {{${m[0].replace(/[{}\s]/g, '')}}}, met twee accolades.`},
  {pattern: /\{\s*#[^}\n]*\}?/, message: (found) => `«${found}» staat op een plek waar het niets benoemt.`, hint: () => 'Een eigen naam {#naam} staat achter een kop, of achter een antwoord.'},
  {pattern: /(?<![\p{L}\p{N}])[a-z0-9][a-z0-9-]*\s*(?:\+=|!=|>=|<=|==|≥|≤|≠)\s*[a-z0-9][a-z0-9-]*/u, message: (found) => `«${found}» lijkt een instructie, maar is nu tekst.`, hint: (m) => `Zet er backticks om: \`${m[0]}\`.`},
  {pattern: /(?<![\p{L}\p{N}.,?!] )(?<![\p{L}\p{N}])[a-z][a-z0-9-]* = [a-z0-9][a-z0-9-]*(?= *(?:$|\n))/u, message: (found) => `«${found}» lijkt een instructie, maar is nu tekst.`, hint: (m) => `Zet er backticks om: \`${m[0]}\`.`},
];

const QUOTED = /[‘’´′'‛"“”]([^‘’´′'‛"“”\n]{2,100})[‘’´′'‛"“”]/g;

/** Searches running text for what was meant to be more than text. Code, links and placeholders that do work are skipped. Tells whether it reported. */
export function checkRunningText(inlines: readonly SourceInline[], file: SourceFile, diagnostics: Diagnostics): boolean {
  const {text, map} = flatten(inlines);
  const mapped = {text, map};
  const taken: [number, number][] = [];
  const report = (index: number, length: number, message: string, hint: string) => {
    if (taken.some(([start, end]) => index < end && index + length > start)) return;
    taken.push([index, index + length]);
    diagnostics.error(RULE, {file, at: offsetAt(mapped, index)}, message, hint);
  };
  for (const {pattern, message, hint} of NEAR_MISSES) {
    const search = new RegExp(pattern, `${pattern.flags}g`);
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const lead = match[0].length - match[0].trimStart().length;
      report(match.index + lead, match[0].length - lead, message(shorten(match[0].replaceAll(OTHER, '…'))), hint(match));
      if (match[0] === '') search.lastIndex++;
    }
  }
  for (const match of text.matchAll(/&[A-Za-z][A-Za-z0-9]{1,30};/g)) {
    if (decodeEntities(match[0]) === match[0]) report(match.index, match[0].length, `De code «${match[0]}» is hier niet bekend.`, 'Typ het teken zelf.');
  }
  for (const match of text.matchAll(QUOTED)) {
    const inner = match[1]!.trim();
    if (isInstruction(inner)) report(match.index, match[0].length, `Om «${shorten(inner)}» staan aanhalingstekens, geen backticks.`, `Schrijf \`${inner}\`.`);
  }
  let start = 0;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (bare !== '' && isInstruction(bare) && !/^(?:alleen|anders|aanvulling|verwijder)$/.test(bare)) {
      report(start + line.indexOf(bare), bare.length, `«${shorten(bare)}» lijkt een instructie, maar is nu tekst.`, `Zet er backticks om: \`${bare}\`.`);
    }
    start += line.length + 1;
  }
  return taken.length > 0;
}

/** Whether this text, between backticks, would be an instruction with a condition, an effect or a thing to show. */
export function isInstruction(text: string): boolean {
  const {instruction} = parseInstruction(mapFrom(text, 0));
  if (!instruction || instruction.t === 'submit') return false;
  if (instruction.t === 'if' || instruction.t === 'else-if') return /[=<>≥≤≠]|\bbevat\b|\bbekend$/.test(instruction.condition.text);
  return true;
}

/** `code` that stands in two backticks or more is an instruction in the wrong clothes. */
export function checkTicks(code: SourceInline & {t: 'code'}, file: SourceFile, diagnostics: Diagnostics): void {
  if (code.ticks > 1) {
    diagnostics.error(RULE, {file, at: code.at}, `Om «${shorten(code.raw.text)}» staan ${code.ticks} backticks.`, `Zet er aan elke kant één: \`${code.raw.text.replaceAll('`', '')}\`.`);
  }
}

function flatten(inlines: readonly SourceInline[]): {text: string; map: number[]} {
  const text: string[] = [];
  const map: number[] = [];
  const visit = (list: readonly SourceInline[]): void => {
    for (const inline of list) {
      if (inline.t === 'text' && !inline.literal) {
        for (let i = 0; i < inline.raw.text.length; i++) {
          text.push(inline.raw.text[i]!);
          map.push(offsetAt(inline.raw, i));
        }
      } else if (inline.t === 'b' || inline.t === 'i') {
        visit(inline.c);
      } else {
        text.push(inline.t === 'br' ? '\n' : inline.t === 'text' ? LITERAL : OTHER);
        map.push(inline.at);
        if (inline.t === 'link') visitLabel(inline.c);
      }
    }
  };
  const visitLabel = (list: readonly SourceInline[]): void => {
    // Inside a label only what was meant as something else counts; its brackets belong to the link.
    visit(list);
    text.push(OTHER);
    map.push(list.at(-1)?.at ?? 0);
  };
  visit(inlines);
  map.push(map.at(-1) ?? 0);
  return {text: text.join(''), map};
}
