import {readFileSync} from 'node:fs';
import type {Understanding, Understood} from '../../src/understanding/understand.js';

/** One thing that a visitor types, with what would be a good answer. */
export interface Utterance {
  text: string;
  /** `support:dagopvang`, `flow:…`, `fact:…`, `offers:…`, `limits:…` (a short answer), `language:…`, or `none`. */
  expected: string[];
  /** Groups of `nood.md`; empty when nobody calls for help. */
  alarm: string[];
  tags: string[];
}

/** Two halves in Dutch, and a smaller set in English. */
export type Half = 'seen' | 'unseen' | 'english';

export function utterances(half: Half): Utterance[] {
  const [, ...lines] = readFileSync(new URL(`../understanding/evaluation/${half}.tsv`, import.meta.url), 'utf8').trim().split('\n');
  const list = (cell: string | undefined) => (cell ?? '').split(' ').filter(Boolean);
  return lines.map((line) => {
    const [text = '', expected, alarm, tags] = line.split('\t');
    return {text, expected: list(expected), alarm: list(alarm), tags: list(tags)};
  });
}

export interface Figures {
  /** Messages with a good answer in the pack, and the part whose best or one of three is good. */
  answerable: number;
  top1: number;
  top3: number;
  /** Of all messages outside crises: answered with one thing that is not good. */
  wrongAndConfident: number;
  /** Out of scope or asking for a short answer: answered so. */
  aside: number;
  crises: number;
  recall: number;
  /** Of the alarms the part in the right group. */
  rightGroup: number;
  calm: number;
  falseAlarms: number;
}

export interface Miss {
  text: string;
  what: string;
  got: string;
  wanted: string;
}

/** What of the answer counts: targets, or the short answer or language, or that there is none. */
function given(said: Understood): string[] {
  const targets = said.answer === 'none' ? [] : said.targets.map(({kind, id}) => `${kind}:${id}`);
  const others = [...(said.aside ? [`limits:${said.aside}`] : []), ...(said.language ? [`language:${said.language}`] : [])];
  return others.length || targets.length ? [...others, ...targets] : ['none'];
}

const inPack = (expected: readonly string[]) => expected.some((one) => /^(support|flow|fact|offers):/.test(one));

export function evaluate(understanding: Understanding, all: readonly Utterance[]): {figures: Figures; misses: Miss[]} {
  const count = {answerable: 0, top1: 0, top3: 0, other: 0, otherRight: 0, wrong: 0, crises: 0, heard: 0, group: 0, calm: 0, false: 0};
  const misses: Miss[] = [];
  for (const {text, expected, alarm} of all) {
    const said = understanding.understand(text);
    const got = given(said);
    const miss = (what: string) => misses.push({text, what, got: [said.alarm ? `!${said.alarm.id}` : '', said.answer, ...got].filter(Boolean).join(' '), wanted: [...alarm.map((one) => `!${one}`), ...expected].join(' ')});
    if (alarm.length) {
      count.crises++;
      if (said.alarm) count.heard++;
      else miss('not heard');
      if (said.alarm && alarm.includes(said.alarm.id)) count.group++;
      continue;
    }
    count.calm++;
    if (said.alarm) {
      count.false++;
      miss('false alarm');
    }
    const targets = got.filter((one) => !/^(limits|language):/.test(one));
    const good = (one: string | undefined) => one !== undefined && expected.includes(one);
    if (said.answer === 'confident' && !good(targets[0]) && !got.some((one) => /^(limits|language):/.test(one) && expected.includes(one))) {
      count.wrong++;
      miss('wrong and confident');
    }
    if (inPack(expected) && !expected[0]!.startsWith('limits') && !expected[0]!.startsWith('none')) {
      count.answerable++;
      if (good(targets[0])) count.top1++;
      if (targets.slice(0, 3).some(good)) count.top3++;
      else miss('not among three');
      if (!good(targets[0]) && targets.slice(0, 3).some(good)) miss('not first');
    } else {
      count.other++;
      if (got.some(good) || (expected.includes('none') && said.answer !== 'confident' && said.answer !== 'two')) count.otherRight++;
      else miss('no short answer');
    }
  }
  const part = (some: number, whole: number) => (whole ? Math.round((1000 * some) / whole) / 10 : 0);
  return {
    figures: {
      answerable: count.answerable,
      top1: part(count.top1, count.answerable),
      top3: part(count.top3, count.answerable),
      wrongAndConfident: part(count.wrong, count.calm),
      aside: part(count.otherRight, count.other),
      crises: count.crises,
      recall: part(count.heard, count.crises),
      rightGroup: part(count.group, count.heard),
      calm: count.calm,
      falseAlarms: part(count.false, count.calm),
    },
    misses,
  };
}
