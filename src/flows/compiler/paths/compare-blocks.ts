import type {Step} from '../../model/flow.js';
import type {Block} from '../../model/node.js';
import {NONE, type Bdd} from '../prove/bdd.js';
import {blockTexts} from './compare-texts.js';
import type {Known} from './known.js';
import {blockWords} from './outcomes.js';
import type {Walk} from './walk.js';

/** Texts of an end that some visitors see in one version only. */
export interface BlockChange {
  /** The first words of each, or the heading. */
  texts: string[];
  change: 'erbij' | 'weg';
  who: Bdd;
}

interface Leaf {
  words: string;
  who: Bdd;
}

/** What the visitors `both`, who come to the same end in two versions, see there in one of them only. */
export function compareBlocks(old: {walk: Walk; step: Step; known: Known}, now: {walk: Walk; step: Step; known: Known}, both: Bdd): BlockChange[] {
  const d = old.walk.questions.diagrams;
  const [before, after] = [leavesOf(old, both), leavesOf(now, both)];
  // A text with the same readers in the place of another one was only worded otherwise.
  const fresh = [...after].filter(([key]) => !before.has(key));
  for (const [key, {who}] of [...before]) {
    if (after.has(key)) continue;
    const twin = fresh.findIndex(([, other]) => other.who === who);
    if (twin < 0) continue;
    after.delete(fresh[twin]![0]);
    before.delete(key);
    fresh.splice(twin, 1);
  }
  const changes: BlockChange[] = [];
  const add = (change: BlockChange['change'], words: string, who: Bdd) => {
    if (who === NONE) return;
    const known = changes.find((one) => one.change === change && one.who === who);
    if (!known) changes.push({texts: [words], change, who});
    else if (!known.texts.includes(words)) known.texts.push(words);
  };
  for (const [key, {words, who}] of after) add('erbij', words, d.minus(who, before.get(key)?.who ?? NONE));
  for (const [key, {words, who}] of before) add('weg', words, d.minus(who, after.get(key)?.who ?? NONE));
  return changes;
}

/** Every text and everything shown of an end, each with who sees it. */
function leavesOf({walk, step, known}: {walk: Walk; step: Step; known: Known}, both: Bdd): Map<string, Leaf> {
  const d = walk.questions.diagrams;
  const leaves = new Map<string, Leaf>();
  const leaf = (key: string, words: string, who: Bdd) => {
    if (who !== NONE) leaves.set(key, {words, who: d.or(leaves.get(key)?.who ?? NONE, who)});
  };
  const visit = (blocks: readonly Block[], among: Known): void => {
    for (const block of blocks) {
      const who = walk.knowledge.holds(block.when, among);
      const inside = walk.knowledge.among(among, who);
      if (block.t === 'section' || block.t === 'callout') {
        if (block.t === 'section') leaf(`# ${blockTexts(block)[0]}`, blockWords(block), who);
        visit(block.c, inside);
      } else if (block.t === 'list') {
        block.items.forEach((item) => visit(item, inside));
      } else if (block.t === 'show') {
        leaf(`toon ${block.what}`, blockWords(block), who);
      } else {
        leaf(blockTexts(block).join(), blockWords(block), who);
      }
    }
  };
  visit([...(step.body ?? []), ...(step.tail ?? [])], walk.knowledge.among(known, both));
  return leaves;
}
