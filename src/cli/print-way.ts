import {plainWords} from '../flows/compiler/prove/plain-words.js';
import type {AdvisedWay} from '../flows/compiler/paths/advised-way.js';
import type {Way} from '../flows/compiler/paths/shortest-way.js';
import {enumerate} from '../flows/compiler/paths/case-words.js';
import {findStep} from '../flows/compiler/paths/visitor.js';
import type {Flow, Step} from '../flows/model/flow.js';
import {answersOf, type Reply} from '../flows/semantics/dialogue.js';
import {paint, printable, type Terminal} from './terminal.js';

/** The replies of a way, one a line, and what is advised at its end. */
export function printWay(flows: readonly Flow[], way: Way | AdvisedWay, target: Step, terminal: Terminal): string {
  const title = (step: Step) => paint(terminal, 'bold', `«${printable(plainWords(step.title))}»`);
  if (!way.replies.length) return `${title(target)} is waar het begint.\n`;
  const lines = way.replies.map(({flow, step: id, reply}, n) => {
    const step = findStep(flows, flow, id)!;
    return `${String(n + 1).padStart(3)}. ${title(step)}\n     ${printable(replyWords(step, reply))}`;
  });
  const advised = 'advised' in way ? adviceLines(way) : '';
  return `Zo kom je bij ${title(target)}:\n\n${lines.join('\n')}\n${advised}`;
}

function adviceLines({advised: {urgent, best}}: AdvisedWay): string {
  const lines = [...urgent.map(({kind}) => `  !  ${kind.title}`), ...best.map(({kind, weight}, n) => `  ${n + 1}. ${kind.title} (gewicht ${weight})`)];
  return `\nDaar staat als steun:\n\n${lines.map(printable).join('\n')}\n`;
}

function replyWords(step: Step, reply: Reply): string {
  const answers = answersOf(step).filter(({id}) => reply.answers.includes(id)).map((answer) => `«${plainWords(answer.label)}»`);
  const button = step.buttons?.find(({id}) => id === reply.button);
  const press = button ? `druk op «${plainWords(button.label)}»` : '';
  if (step.control?.t === 'one') return `kies ${answers[0]!}`;
  const given = reply.number !== undefined ? `vul ${reply.number} in` : reply.place ? 'vul een plaats in' : answers.length ? `kruis ${enumerate(answers)} aan` : step.control?.t === 'many' ? 'kruis niets aan' : step.control ? 'vul niets in' : '';
  return [given, press].filter(Boolean).join(' en ');
}

export function wayJson(flows: readonly Flow[], way: Way | AdvisedWay): unknown {
  return {
    begin: way.start,
    antwoorden: way.replies.map(({flow, step, reply}) => ({
      gesprek: flow,
      stap: step,
      antwoorden: reply.answers,
      ...(reply.button === undefined ? {} : {knop: reply.button}),
      ...(reply.number === undefined ? {} : {getal: reply.number}),
      ...(reply.place ? {plaats: true} : {}),
      uitleg: replyWords(findStep(flows, flow, step)!, reply),
    })),
    ...('advised' in way ? {einde: way.at, steun: [...way.advised.urgent, ...way.advised.best].map(({kind, weight}) => ({id: kind.id, titel: kind.title, gewicht: weight}))} : {}),
  };
}
