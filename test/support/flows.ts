import fc from 'fast-check';
import type {Condition, Effect} from '../../src/flows/model/condition.js';
import type {Answer, Button, Flow, Step} from '../../src/flows/model/flow.js';
import type {Target} from '../../src/flows/model/node.js';

/** A small flow with every kind of step, for tests of the runtime. */
export const CARE: Flow = {
  id: 'zorg',
  lang: 'nl',
  title: 'Zorg',
  steps: [
    {
      id: 'wie',
      entry: true,
      title: ['Voor wie?'],
      control: {
        t: 'one',
        answers: [
          {id: 'partner', label: ['Mijn partner'], effects: [['=', 'relatie', 'partner']], to: {step: 'taken'}, echo: ['je zorgt voor je partner']},
          {id: 'kind', label: ['Mijn kind'], effects: [['=', 'relatie', 'kind']], to: {step: 'taken'}},
          {id: 'weet-niet', label: ['Weet ik niet'], to: {step: 'taken'}},
          {id: 'niemand', label: ['Voor niemand'], to: {step: 'niemand'}},
          {id: 'ander', label: ['Ik ken iemand'], to: {flow: 'helpen', step: 'hoe'}},
        ],
      },
    },
    {
      id: 'taken',
      title: ['Wat doe je?'],
      control: {
        t: 'many',
        min: 1,
        max: 3,
        answers: [
          {id: 'wassen', label: ['Wassen'], effects: [['+=', 'taken', 'verzorging'], ['+', 'last', 2]], echo: ['je helpt met wassen']},
          {id: 'koken', label: ['Koken'], effects: [['+=', 'taken', 'huishouden']], echo: ['je kookt']},
          {id: 'nacht', label: ['’s Nachts op'], when: ['=', 'relatie', 'partner'], effects: [['+', 'last', 2]]},
          {id: 'regelen', label: ['Regelen'], effects: [['+=', 'taken', 'regelen']]},
          {id: 'geen', label: ['Geen van deze'], alone: true},
        ],
      },
      buttons: [
        {
          id: 'naar-je-nachten',
          label: ['Naar je nachten'],
          routes: [{when: ['has', 'taken', 'verzorging'], to: {step: 'slaap'}}],
        },
        {
          id: 'verder',
          label: ['Verder'],
          routes: [
            {when: ['&', ['!', ['has', 'taken', 'verzorging']], ['has', 'taken', 'huishouden']], to: {step: 'leeftijd'}},
            {when: ['!', ['has', 'taken', 'verzorging']], to: {step: 'uitslag'}},
          ],
        },
      ],
    },
    {
      id: 'slaap',
      title: ['Hoe slaap je?'],
      control: {
        t: 'one',
        answers: [
          {id: 'goed', label: ['Goed'], to: {step: 'uitslag'}},
          {id: 'slecht', label: ['Slecht'], effects: [['+', 'last', 2]], to: {step: 'uitslag'}, echo: ['je slaapt slecht']},
        ],
      },
    },
    {
      id: 'leeftijd',
      title: ['Hoe oud ben je?'],
      control: {t: 'number', name: 'leeftijd', min: 0, max: 120},
      buttons: [
        {
          id: 'verder',
          label: ['Verder'],
          routes: [{when: ['&', ['known', 'leeftijd'], ['<', 'leeftijd', 18]], to: {step: 'niemand'}}, {to: {step: 'uitslag'}}],
        },
      ],
    },
    {
      id: 'uitslag',
      title: ['Dit doe jij'],
      body: [
        {t: 'section', title: ['Dat is veel'], c: [{t: 'p', c: ['Veel.']}], when: ['>=', 'last', 2]},
        {t: 'section', title: ['Mooi'], c: [{t: 'p', c: ['Mooi.']}], when: ['!', ['>=', 'last', 2]]},
        {t: 'show', what: 'contact'},
      ],
    },
    {
      id: 'niemand',
      title: ['Misschien later'],
      body: [{t: 'show', what: 'contact'}],
      buttons: [{id: 'toch-wel', label: ['Toch wel'], routes: [{to: {step: 'wie'}}]}],
    },
  ],
};

/** The flow that {@link CARE} links into; it reads what was remembered there. */
export const HELP: Flow = {
  id: 'helpen',
  lang: 'nl',
  title: 'Helpen',
  steps: [
    {
      id: 'hoe',
      title: ['Hoe wil je helpen?'],
      control: {t: 'one', answers: [{id: 'bellen', label: ['Bellen'], to: {step: 'klaar'}}, {id: 'terug', label: ['Toch niet'], to: {flow: 'zorg', step: 'wie'}}]},
    },
    {id: 'klaar', title: ['Fijn'], body: [{t: 'show', what: 'contact'}]},
  ],
};

const NAMES = ['a', 'constructor', 'c'];
const VALUES = ['x', 'y', 'z'];

export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{condition: Condition}>((tie) => ({
  condition: fc.oneof(
    {maxDepth: 3},
    fc.tuple(fc.constant('=' as const), fc.constantFrom('a', 'c'), fc.constantFrom(...VALUES)),
    fc.tuple(fc.constant('has' as const), fc.constant('constructor'), fc.constantFrom(...VALUES)),
    fc.tuple(fc.constant('known' as const), fc.constantFrom(...NAMES)),
    fc.tuple(fc.constantFrom('>=' as const, '<' as const), fc.constant('n'), fc.integer({min: 0, max: 6})),
    fc.tuple(fc.constant('#' as const), fc.constant('constructor'), fc.constant('>' as const), fc.integer({min: 0, max: 2})),
    fc.tuple(fc.constant('!' as const), tie('condition')),
    fc.tuple(fc.constantFrom('&' as const, '|' as const), tie('condition'), tie('condition')),
  ),
})).condition;

const arbitraryEffect: fc.Arbitrary<Effect> = fc.oneof(
  fc.tuple(fc.constant('=' as const), fc.constantFrom('a', 'c'), fc.constantFrom(...VALUES)),
  fc.tuple(fc.constant('+=' as const), fc.constant('constructor'), fc.constantFrom(...VALUES)),
  fc.tuple(fc.constant('+' as const), fc.constant('n'), fc.integer({min: 1, max: 3})),
);

/** Flows of up to eight steps with loops, conditions and both kinds of choice; they may well be stuck. */
export const arbitraryFlow: fc.Arbitrary<Flow> = fc.integer({min: 2, max: 8}).chain((size) => {
  const target = fc.integer({min: 0, max: size - 1}).map((n) => ({step: `s${n}`}));
  const when = fc.option(arbitraryCondition, {nil: undefined, freq: 2});
  const answer = (n: number, to: boolean): fc.Arbitrary<Answer> =>
    fc.record({when, effects: fc.array(arbitraryEffect, {maxLength: 2}), to: target}).map((drawn) => ({
      id: `a${n}`,
      label: [`a${n}`],
      effects: drawn.effects,
      ...(drawn.when ? {when: drawn.when} : {}),
      ...(to ? {to: drawn.to} : {}),
    }));
  const answers = (to: boolean) =>
    fc.integer({min: 1, max: 4}).chain((count) => fc.tuple(...Array.from({length: count}, (_, n) => answer(n, to))));
  const buttons: fc.Arbitrary<Button[]> = fc
    .array(fc.array(fc.record({when, to: target}), {minLength: 1, maxLength: 2}), {minLength: 1, maxLength: 2})
    .map((routes) =>
      routes.map((list, n) => ({id: `b${n}`, label: [`b${n}`], routes: list.map((route) => (route.when ? {when: route.when, to: route.to} : {to: route.to}))})),
    );
  const step = (n: number): fc.Arbitrary<Step> => {
    const base = {id: `s${n}`, title: [`s${n}`]};
    return fc.oneof(
      {arbitrary: answers(true).map((list): Step => ({...base, control: {t: 'one', answers: list}})), weight: 4},
      {
        arbitrary: fc
          .tuple(answers(false), buttons)
          .map(([list, pressed]): Step => ({...base, control: {t: 'many', answers: list}, buttons: pressed})),
        weight: 3,
      },
      {arbitrary: fc.constant<Step>({...base, body: [{t: 'show', what: 'contact'}]}), weight: 1},
    );
  };
  return fc
    .tuple(...Array.from({length: size}, (_, n) => step(n)))
    .map((steps): Flow => ({id: 'f', lang: 'nl', title: 'f', steps}));
});

const arbitraryEnd: fc.Arbitrary<NonNullable<Step['body']>> = fc
  .array(fc.record({contact: fc.boolean(), when: fc.option(arbitraryCondition, {nil: undefined, freq: 3})}), {minLength: 1, maxLength: 3})
  .map((blocks) => {
    const made = blocks.map(({contact, when}): NonNullable<Step['body']>[number] => ({...(contact ? {t: 'show' as const, what: 'contact' as const} : {t: 'p' as const, c: ['tekst']}), ...(when ? {when} : {})}));
    // What `anders` lowers to: the last block shows to whom the first does not.
    const [first] = made;
    return first?.when && made.length > 1 ? [...made.slice(0, -1), {...made.at(-1)!, when: ['!', first.when]}] : made;
  });

/**
 * One or two flows that lead into each other, with further entrances, and ends of which what they show, the contact
 * too, hangs on conditions.
 */
export const arbitraryPack: fc.Arbitrary<Flow[]> = fc
  .record({
    flows: fc.array(arbitraryFlow, {minLength: 1, maxLength: 2}),
    ends: fc.array(arbitraryEnd, {minLength: 16, maxLength: 16}),
    entries: fc.array(fc.nat(5), {minLength: 16, maxLength: 16}),
    across: fc.array(fc.nat(23), {minLength: 64, maxLength: 64}),
  })
  .map(({flows, ends, entries, across}) => {
    let step = 0;
    let answer = 0;
    return flows.map((flow, n): Flow => {
      const other = flows[1 - n];
      const lead = (to: Target): Target => {
        const drawn = across[answer++ % across.length]!;
        return other && drawn < 4 ? {flow: 'fg'[1 - n]!, step: `s${drawn % other.steps.length}`} : to;
      };
      return {
        ...flow,
        id: 'fg'[n]!,
        steps: flow.steps.map((one): Step => {
          const at = step++;
          const marked: Step = entries[at] === 0 ? {...one, entry: true} : one;
          if (!marked.control) return {...marked, body: ends[at]!};
          if (marked.control.t !== 'one') return marked;
          return {...marked, control: {...marked.control, answers: marked.control.answers.map((drawn) => ({...drawn, to: lead(drawn.to!)}))}};
        }),
      };
    });
  });
