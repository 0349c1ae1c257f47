import type {Step} from '../../model/flow.js';
import type {Block} from '../../model/node.js';
import type {SupportPart} from '../../model/support.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import {plainWords} from '../prove/plain-words.js';
import {showsAdvice} from '../prove/shows-advice.js';
import type {NodeId} from '../prove/space.js';
import {CaseFinder, type Cases} from './cases.js';
import {nobody, type Known} from './known.js';
import {realVisitors, Shares} from './shares.js';
import {thresholdsOf, withBits} from './thresholds.js';
import type {Walk, Walked} from './walk.js';
import {fitting, isUrgent, weighAll} from './weigh.js';

/** One thing that may be on the last screen, and who sees it there. */
export interface Part {
  text: string;
  /** Nothing for what everybody sees there. */
  cases?: Cases;
  /** Of those who come to this end. */
  share: number;
}

/** One end of a flow: who comes there and what is on that screen. */
export interface Outcome {
  id: NodeId;
  title: string;
  /** Nothing where everybody ends here. */
  cases?: Cases;
  /** In how many ways the questions are answered by those who come here. */
  situations: number;
  /** Each combination of conditional blocks; nothing when there are too many. */
  screens?: {parts: string[]; cases: Cases; share: number}[];
  /** Each conditional block by itself. */
  parts: Part[];
  /** Each kind of support that fits somebody. */
  advice: (Part & {id: string; urgent: boolean})[];
}

/** Up to this many different screens an end is told screen by screen. */
const MOST_SCREENS = 12;

/** Every end that visitors come to who begin at one step, with its blocks and its advice. */
export function outcomesOf(walk: Walk, walked: Walked, support: SupportPart | undefined): {outcomes: Outcome[]; finder: CaseFinder; walked: Walked} {
  const {questions} = walk;
  const d = questions.diagrams;
  const {ends} = walked;
  const final = [...ends.values()].reduce<Known>((all, known) => walk.knowledge.together(all, known), nobody);
  const finder = new CaseFinder(questions, new Shares(questions, realVisitors([{walk, walked}])), withBits(questions, thresholdsOf(walk, final)));
  const outcomes = Array.from(ends, ([id, known]): Outcome => {
    const {step} = walk.version.steps.get(id)!;
    const share = (who: Bdd) => finder.shares.of(who, known.who);
    const blocks = conditionalBlocks(walk, step, known);
    const screens = screensOf(walk, blocks, known.who);
    const weights = support && showsAdvice(step) ? weighAll(d, known.who, (condition) => walk.knowledge.holds(condition, known), support.kinds) : new Map<string, never>();
    return {
      id,
      title: plainWords(step.title),
      situations: finder.shares.count(known.who),
      ...(known.who === final.who ? {} : {cases: finder.find(known.who, final.who, true)}),
      ...(screens ? {screens: screens.map(({parts, who}) => ({parts, cases: finder.find(who, known.who), share: share(who)}))} : {}),
      parts: blocks.map(({text, who}) => part(finder, text, who, known.who)),
      advice: (support?.kinds ?? []).flatMap((kind) => {
        const who = fitting(d, weights.get(kind.id) ?? new Map());
        return who === NONE ? [] : [{...part(finder, kind.title, who, known.who), id: kind.id, urgent: isUrgent(kind)}];
      }),
    };
  });
  outcomes.sort((a, b) => b.situations - a.situations);
  return {outcomes, finder, walked};
}

function part(finder: CaseFinder, text: string, who: Bdd, among: Bdd): Part {
  return {text, share: finder.shares.of(who, among), ...(who === among ? {} : {cases: finder.find(who, among)})};
}

/** The blocks of an end that not everybody sees, each with who does. Blocks inside others count too. */
export function conditionalBlocks(walk: Walk, step: Step, known: Known): {text: string; who: Bdd; block: Block}[] {
  const found: {text: string; who: Bdd; block: Block}[] = [];
  const visit = (blocks: readonly Block[], among: Known): void => {
    for (const block of blocks) {
      const who = walk.knowledge.holds(block.when, among);
      if (block.when) found.push({text: blockWords(block), who, block});
      const inside = walk.knowledge.among(among, who);
      if (block.t === 'callout' || block.t === 'section') visit(block.c, inside);
      else if (block.t === 'list') block.items.forEach((item) => visit(item, inside));
    }
  };
  visit([...(step.body ?? []), ...(step.tail ?? [])], known);
  return found;
}

/** The different combinations of blocks, or nothing when there are many. */
function screensOf(walk: Walk, blocks: readonly {text: string; who: Bdd}[], everybody: Bdd): {parts: string[]; who: Bdd}[] | undefined {
  const d = walk.questions.diagrams;
  let screens: {parts: string[]; who: Bdd}[] = [{parts: [], who: everybody}];
  for (const {text, who} of blocks) {
    screens = screens.flatMap((screen) => {
      const [seeing, other] = [d.and(screen.who, who), d.minus(screen.who, who)];
      return [...(seeing === NONE ? [] : [{parts: [...screen.parts, text], who: seeing}]), ...(other === NONE ? [] : [{...screen, who: other}])];
    });
    if (screens.length > MOST_SCREENS) return undefined;
  }
  return screens;
}

const SHOWN: Readonly<Record<string, string>> = {samenvatting: 'de samenvatting', steun: 'de soorten steun', aanbod: 'het aanbod', contact: 'het contact', briefje: 'het briefje', taken: 'de taken'};

/** How an editor recognises a block: its heading or its first words. */
export function blockWords(block: Block): string {
  switch (block.t) {
    case 'section':
      return shorten(plainWords(block.title));
    case 'p':
      return shorten(plainWords(block.c));
    case 'callout':
      return block.c[0] ? blockWords(block.c[0]) : 'een kader';
    case 'list':
      return block.items[0]?.[0] ? blockWords(block.items[0][0]) : 'een lijst';
    case 'img':
      return shorten(block.alt);
    case 'show':
      return SHOWN[block.what] ?? block.what;
  }
}

function shorten(text: string): string {
  if (text.length <= 60) return text;
  return `${text.slice(0, 60).replace(/\s+\S*$/, '')} …`;
}

