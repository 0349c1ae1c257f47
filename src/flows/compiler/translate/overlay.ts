import type {AnswerSource, BlockSource, FlowSource, StepItem, StepSource} from '../flow-ast.js';
import type {SourceInline} from '../markdown-ast.js';
import type {Reading} from './read-units.js';

/** The translation of what one file says of a step: its words, and the flow whose file and footnotes they belong to. */
export interface SpokenPortion {
  flow: FlowSource;
  title: SourceInline[];
  reading: Reading;
}

/** The step in the words of its translation; whatever is no text stays that of the source. */
export function translateStep(step: StepSource, portions: ReadonlyMap<FlowSource, SpokenPortion>): StepSource {
  const {flow, title} = portions.get(step.flow)!;
  const spokenBy = (from: FlowSource | undefined) => portions.get(from ?? step.flow)!;
  const items = step.items.map((item): StepItem => {
    const {reading} = spokenBy(item.from);
    const from = item.from ? {from: spokenBy(item.from).flow} : {};
    switch (item.t) {
      case 'block':
        return {...item, ...from, block: translateBlock(item.block, reading)};
      case 'answers':
        return {...item, ...from, answers: item.answers.map((answer) => translateAnswer(answer, answer.from ?? item.from, spokenBy))};
      case 'button':
        return {...item, ...from, label: reading.texts.get(item) ?? item.label, source: item.label};
      case 'submit':
        return {...item, ...from, text: reading.texts.get(item) ?? []};
      default:
        return item;
    }
  });
  return {...step, flow, title, items};
}

function translateAnswer(answer: AnswerSource, from: FlowSource | undefined, spokenBy: (from: FlowSource | undefined) => SpokenPortion): AnswerSource {
  const {flow, reading} = spokenBy(from);
  const explanation = reading.explanations.get(answer);
  const echo = reading.echoes.get(answer);
  return {
    ...answer,
    label: reading.texts.get(answer) ?? answer.label,
    explain: explanation ? translateBlocks(answer.explain, explanation) : [],
    ...(echo ? {echo} : {}),
    ...(from ? {from: flow} : {}),
  };
}

export function translateBlocks(blocks: readonly BlockSource[], reading: Reading): BlockSource[] {
  return blocks.map((block) => translateBlock(block, reading));
}

function translateBlock(block: BlockSource, reading: Reading): BlockSource {
  const at = reading.places.get(block) ?? block.at;
  const text = reading.texts.get(block);
  switch (block.t) {
    case 'p':
      return {...block, c: text ?? block.c, at};
    case 'img':
      return {...block, alt: text ?? block.alt, at};
    case 'list':
      return {...block, items: block.items.map((item) => translateBlocks(item, reading))};
    case 'callout':
      return {...block, c: translateBlocks(block.c, reading)};
    case 'section':
      return {...block, title: text ?? block.title, c: translateBlocks(block.c, reading), at};
    case 'show':
      return block.c ? {...block, c: block.c.map((entry) => translateBlock(entry, reading) as typeof entry)} : block;
  }
}
