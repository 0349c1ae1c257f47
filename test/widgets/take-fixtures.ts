/** The sample pack with everything to take along, and a second dialogue that asks some of the same. */
import type {Flow} from '../../src/flows/model/flow.js';
import type {Block} from '../../src/flows/model/node.js';
import {HELP, MANIFEST, QUIZ, SUPPORT} from './fixtures.js';
import {publish} from './support.js';

const MAKERS: Block[] = [
  {
    t: 'show',
    what: 'briefje',
    c: [
      {t: 'section', title: ['Huisarts'], c: [{t: 'p', c: ['Beste dokter,']}, {t: 'p', c: ['Ik zorg voor iemand.']}]},
      {t: 'section', title: ['School'], c: [{t: 'p', c: ['Beste mentor,']}], when: ['=', 'relatie', 'kind']},
      {t: 'section', title: ['Werkgever'], c: [{t: 'p', c: ['Ik wil graag praten over mijn uren.']}]},
    ],
  },
  {
    t: 'show',
    what: 'taken',
    c: [
      {t: 'section', title: ['Een keer koken'], c: [{t: 'p', c: ['Zou jij woensdag willen koken?']}]},
      {t: 'section', title: ['Helpen met huiswerk'], c: [{t: 'p', c: ['Help je met huiswerk?']}], when: ['=', 'relatie', 'kind']},
      {t: 'section', title: ['Een nacht blijven'], c: [{t: 'p', c: ['Zou jij een nacht willen blijven slapen?']}], when: ['>=', 'last', 2]},
    ],
  },
];

/** A note that follows the answers by itself. */
const LETTERS: Block[] = [
  {
    t: 'show',
    what: 'briefje',
    c: [
      {
        t: 'section',
        title: ['Huisarts'],
        c: [
          {t: 'p', c: ['Beste dokter,']},
          {t: 'p', c: ['Dit doe ik:'], when: ['known', 'taken']},
          {t: 'list', items: [[{t: 'p', c: ['Ik ben er.'], when: ['has', 'taken', 'nabijheid']}], [{t: 'p', c: ['Ik ga mee.'], when: ['!', ['known', 'taken']]}]]},
          {t: 'p', c: ['Ik word vaak wakker.'], when: ['>=', 'last', 2]},
        ],
      },
      {t: 'section', title: ['Familie'], c: [{t: 'p', c: ['Lieve allemaal,']}, {t: 'list', items: [[{t: 'p', c: ['Ik ben er.']}]]}]},
    ],
  },
];

/** The quiz, whose result ends in a note and tasks as well; `bare` without lists of their own, `letters` with notes that follow the answers. */
export function quizToTake({bare = false, letters = false} = {}): Flow {
  const makers = letters ? LETTERS : bare ? MAKERS.map((block) => ({t: 'show', what: (block as {what: 'briefje'}).what}) as Block) : MAKERS;
  return {
    ...QUIZ,
    steps: QUIZ.steps.map((step) => (step.id === 'uitslag' ? {...step, body: [...step.body!.slice(0, -1), ...makers, ...step.body!.slice(-1)]} : step)),
  };
}

export const GUIDE: Flow = {
  id: 'ondersteuningswijzer',
  lang: 'nl',
  title: 'Wat past bij mij?',
  steps: [
    {
      id: 'relatie',
      entry: true,
      title: ['Voor wie zorg je?'],
      control: {
        t: 'one',
        answers: [
          {id: 'ouder', label: ['Mijn ouder'], to: {step: 'wens'}, effects: [['=', 'relatie', 'ouder']], echo: ['je zorgt voor je ouder']},
          {id: 'kind', label: ['Mijn kind'], to: {step: 'wens'}, effects: [['=', 'relatie', 'kind']]},
        ],
      },
    },
    {
      id: 'wens',
      entry: true,
      title: ['Wat zou je willen?'],
      control: {t: 'many', answers: [{id: 'lucht', label: ['Lucht'], effects: [['+=', 'wens', 'lucht']]}, {id: 'leren', label: ['Leren'], effects: [['+=', 'wens', 'leren']]}]},
      buttons: [{id: 'verder', label: ['Naar je plan'], routes: [{to: {step: 'plan'}}]}],
    },
    {id: 'plan', title: ['Je plan'], body: [{t: 'show', what: 'samenvatting'}, {t: 'show', what: 'steun', max: 5}, {t: 'show', what: 'contact'}]},
  ],
};

export function publishToTake(kind: {bare?: boolean; letters?: boolean} = {}): Promise<string> {
  const file = (id: string) => `flow.${id}.nl.json`;
  const flows = [quizToTake(kind), HELP, GUIDE];
  const parts = [...flows.map(({id}) => ({kind: 'flow' as const, id, lang: 'nl', file: file(id), integrity: ''})), MANIFEST.parts.find(({kind}) => kind === 'support')!];
  return publish(undefined, [
    {...Object.fromEntries(flows.map((flow) => [file(flow.id), flow])), 'support.all.nl.json': SUPPORT},
    {...MANIFEST, parts},
  ]);
}
