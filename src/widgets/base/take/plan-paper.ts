import {plain} from '../text.js';
import {titleOf} from '../question.js';
import type {View} from '../shell.js';
import * as results from '../result-words.js';
import {written} from './inline-text.js';
import {madeBy} from './made-by.js';
import type {Paper, PaperPart} from './paper.js';
import * as words from './take-words.js';
import type {Link, Material} from './taking.js';

/** The plan on paper: what was told, each kind of support with why and the first step, and whom to call. */
export function planPaper(view: View, {advice, offers}: Material, link: Link | undefined): Paper {
  const {screen, contact} = view;
  const {session} = screen;
  const {memory} = session;
  const told: PaperPart = {heading: words.whatYouSaid(), lines: session.echoes.map((echo) => plain(echo, memory)), list: true};
  const kinds = advice.map(({kind, reasons}): PaperPart => ({
    heading: kind.title,
    lines: [
      ...(reasons[0] ? [`${results.because()} ${plain(reasons[0], memory).replace(/\.$/, '')}.`] : []),
      `${results.firstStep()}: ${written(kind.firstStep, memory)}`,
      ...(offers?.get(kind.id) ?? []),
    ],
  }));
  const call: PaperPart = {
    heading: words.contact(),
    lines: contact ? [contact.name, contact.phone, contact.hours, contact.email, contact.website?.replace(/^https?:\/\//, ''), contact.address].flatMap((line) => (line ? [line] : [])) : [],
  };
  const again: PaperPart = {heading: words.linkTitle(), lines: link ? [link.href] : []};
  return {title: titleOf(screen), lang: session.flow.lang, parts: [told, ...kinds, call, again], foot: madeBy(view)};
}
