import {Chain, type ConditionContext} from './condition-source.js';
import type {BlockSource} from './flow-ast.js';
import {shorten} from './front-fields.js';
import {joinLines, parseList} from './parse-blocks.js';
import {onlyWhen, takeInstructions} from './parse-line.js';
import {plainText, splitLines, type SourceBlock, type SourceItem} from './markdown-ast.js';
import {checkRunningText} from './rules/instructie-onbekend.js';

type Section = BlockSource & {t: 'section'};
type Show = BlockSource & {t: 'show'};

const WORDS = {briefje: {thing: 'Deze lezer', example: 'Huisarts'}, taken: {thing: 'Deze taak', example: 'Boodschappen doen'}} as const;

/** Whether a list right below this block belongs to it: the readers of the note, or the tasks. */
export function takesEntries(block: BlockSource): block is Show & {what: keyof typeof WORDS} {
  return block.t === 'show' && Object.hasOwn(WORDS, block.what) && !block.c;
}

/**
 * Reads the list below `toon briefje` or `toon taken`: each item a reader or a task, with its condition behind it and
 * below it, as a quote, what is ready to be said. To a reader of the note that may be a whole letter: paragraphs and
 * bullets, each with the condition on which it is true.
 */
export function parseEntries(list: SourceBlock & {t: 'list'}, what: keyof typeof WORDS, context: ConditionContext): Section[] {
  const chain = new Chain(context);
  return list.items.flatMap((item) => {
    const entry = parseEntry(item, what, chain, context);
    return entry ? [entry] : [];
  });
}

function parseEntry(item: SourceItem, what: keyof typeof WORDS, chain: Chain, context: ConditionContext): Section | undefined {
  const {file, diagnostics} = context;
  let wrong = false;
  const fail = (rule: string, at: number, message: string, hint: string) => {
    wrong = true;
    diagnostics.error(rule, {file, at}, message, hint);
  };
  const {thing, example} = WORDS[what];
  const [first, ...others] = item.c;
  const lines = first?.t === 'p' ? splitLines(first.c) : [];
  const line = takeInstructions(lines[0] ?? [], context);
  const when = chain.next(onlyWhen(line.instructions, what === 'taken' ? 'een taak' : 'een lezer van het briefje', context));
  const name = shorten(plainText(line.text));
  if (!name) {
    fail('stap/leeg', item.at, `${thing} heeft geen naam.`, `Schrijf achter het streepje bijvoorbeeld «${example}».`);
    return undefined;
  }
  checkRunningText(line.text, file, diagnostics);
  const section: Section = {t: 'section', title: line.text, c: [], when, at: item.at};
  const loose = joinLines(lines.slice(1));
  if (plainText(loose)) fail('stap/vorm', loose[0]!.at, `Bij «${name}» staat een zin zonder >.`, 'Zet > voor wat iemand kan sturen of zeggen.');
  for (const block of others) {
    if (block.t !== 'quote') {
      fail('stap/vorm', block.at, `Bij «${name}» staat iets anders dan een zin om te sturen.`, 'Zet > voor wat iemand kan sturen of zeggen.');
      continue;
    }
    const sentences = new Chain(context);
    for (const part of block.c) {
      if (part.t === 'list' && what === 'briefje') {
        const points = parseList(part, sentences, context);
        const odd = points?.t === 'list' && !points.ordered ? points.items.flat().find(({t}) => t !== 'p') : points;
        if (odd) fail('stap/vorm', odd.at, `In de opsomming bij «${name}» past alleen gewone tekst.`, 'Schrijf korte zinnen, elk achter een streepje.');
        else if (points) section.c.push(points);
        continue;
      }
      if (part.t !== 'p') {
        fail('stap/vorm', part.at, `In de zin bij «${name}» past alleen gewone tekst.`, 'Schrijf zinnen, elke regel met > ervoor.');
        continue;
      }
      const said = takeInstructions(part.c, context);
      const shown = sentences.next(onlyWhen(said.instructions, 'een zin om te sturen', context));
      if (said.instructions.length && what === 'taken') fail('stap/vorm', said.instructions[0]!.at, `In de zin bij «${name}» past geen instructie.`, `Zet een voorwaarde achter «${name}».`);
      checkRunningText(said.text, file, diagnostics);
      section.c.push({t: 'p', c: said.text, when: shown, at: part.at});
    }
  }
  if (!section.c.length && !wrong) fail('stap/leeg', item.at, `Bij «${name}» staat nog geen zin om te sturen.`, 'Schrijf er een onder, met > ervoor.');
  return section;
}
