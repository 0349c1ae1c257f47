import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Flow} from '../../src/flows/model/flow.js';
import {learnedReply} from '../../src/flows/runtime/learned.js';
import type {Session} from '../../src/flows/runtime/session.js';
import {advise} from '../../src/flows/semantics/advice.js';
import {answersOf, openAnswers, openButtons, type Reply} from '../../src/flows/semantics/dialogue.js';
import {recall} from '../../src/flows/semantics/memory.js';
import type {Told} from '../../src/understanding/understand.js';
import {random} from '../support/big-pack.js';
import {PagelessChat} from '../support/chat.js';
import {compileContent} from '../support/packs.js';
import {learnt, understandingIn} from '../support/understanding.js';

/** Whoever told something in a message and whoever gives it by hand stand at the same place, with the same advice. */
const MESSAGES: Record<string, Record<string, string>> = {
  'mijn moeder heeft dementie en ik werk': {relatie: 'ouder', ziekte: 'dementie', leven: 'werk'},
  'mijn buurvrouw is oud, ik ben met pensioen': {relatie: 'naaste', kring: 'buur', afstand: 'dichtbij', leven: 'pensioen'},
  'mijn kind heeft een beperking al jaren': {relatie: 'kind', ziekte: 'beperking', duur: 'jaren'},
  'mijn broer is psychisch ziek en ik zit op school': {relatie: 'familie', ziekte: 'psychisch', leven: 'school'},
  'ik zorg voor mijn man': {relatie: 'partner'},
  'ik ben 15 en mijn vader drinkt': {relatie: 'ouder', leven: 'school'},
  'mijn moeder is ziek': {relatie: 'ouder'},
  'mijn man heeft kanker': {relatie: 'partner', ziekte: 'lichamelijk', soort: 'kanker'},
  'mijn broertje heeft autisme, ik ben 14': {relatie: 'familie', ziekte: 'beperking', soort: 'autisme', leven: 'school'},
};
const WAYS = 8;

const {flows, support} = await compileContent('basis');
const known = new Map(flows.map((flow) => [flow.id, flow]));
const dialogues = flows.filter(({id}) => id !== 'chat');
const reader = understandingIn('nl');

function adviceFor({memory}: Session): string[] {
  const {urgent, best} = advise(support!.kinds, support!.order, memory);
  return [...urgent, ...best].map(({kind}) => kind.id);
}

function replyFor({step, memory}: Session, roll: (most: number) => number): Reply {
  const open = openAnswers(step, memory);
  if (step.control?.t === 'one') return {answers: [open[roll(open.length)]!.id]};
  const first = open.length ? open[roll(open.length)]! : undefined;
  const others = open.filter(({alone, id}) => !alone && !first?.alone && id !== first?.id && roll(4) === 0);
  const limit = step.control?.t === 'many' ? (step.control.max ?? Infinity) : Infinity;
  const answers = first ? [first, ...others].slice(0, limit).map(({id}) => id) : [];
  const buttons = openButtons(step, memory, {answers});
  return {answers, button: buttons[roll(buttons.length)]!.button.id};
}

/** Tells it, begins the dialogue, and answers by hand what is still asked. */
async function afterTelling(text: string, learned: Told[], flow: Flow, roll: (most: number) => number): Promise<{session: Session; asked: string[]}> {
  const chat = new PagelessChat(known);
  chat.tell(text, learned);
  await chat.begin(flow);
  const {session} = chat.screen;
  const asked: string[] = [];
  while (!session.atEnd) {
    assert.equal(learnedReply(session.step, session.memory, {memory: chat.conversation.told, log: []}), undefined, `${session.flow.id}#${session.step.id} was told already`);
    asked.push(`${session.flow.id}#${session.step.id}`);
    await chat.give(replyFor(session, roll));
    assert.equal(chat.screen.problem, undefined);
  }
  return {session, asked};
}

async function byHand(flow: Flow, told: Session): Promise<Session> {
  const chat = new PagelessChat(known);
  await chat.begin(flow);
  for (const {reply} of told.trail) await chat.give(reply);
  return chat.screen.session;
}

describe('what a message told', () => {
  it('is read from it', () => {
    for (const [text, told] of Object.entries(MESSAGES)) {
      const {learned} = reader.understand(text);
      assert.deepEqual(Object.fromEntries(learned.map(({name, value}) => [name, value]).sort()), Object.fromEntries(Object.entries(told).sort()), text);
    }
  });

  it('is not asked again, wherever the question stands, and gives the advice that answers by hand give', async () => {
    const roll = random(1122);
    let spared = 0;
    for (const text of Object.keys(MESSAGES)) {
      const {learned} = reader.understand(text);
      for (const flow of dialogues) {
        for (let way = 0; way < WAYS; way++) {
          const {session, asked} = await afterTelling(text, learned, flow, roll);
          spared += session.trail.length - asked.length;
          const other = await byHand(flow, session);
          assert.deepEqual([other.flow.id, other.step.id, other.memory], [session.flow.id, session.step.id, session.memory], `${text}: ${flow.id}`);
          assert.deepEqual(adviceFor(other), adviceFor(session));
          for (const {name, value} of learned) {
            const here = recall(session.memory, name);
            const given = session.trail.some((visit) => asked.includes(`${visit.flow}#${visit.step}`) && answersOf(session.stepOf(visit)).some(({id, effects = []}) => visit.reply.answers.includes(id) && effects.some(([, about]) => about === name)));
            if (typeof here === 'string' && !given) assert.equal(here, value, `${text}: ${flow.id}`);
          }
        }
      }
    }
    assert.ok(spared > 300, `only ${spared} questions were spared`);
  });

  it('spares the questions about who, what and how the day goes in the quiz, and only those', async () => {
    const text = 'mijn moeder heeft dementie en ik werk';
    const {asked} = await afterTelling(text, reader.understand(text).learned, known.get('herken-je-jezelf')!, random(7));
    for (const step of ['wie', 'dag', 'situatie']) assert.ok(!asked.includes(`herken-je-jezelf#${step}`), asked.join());
    assert.ok(asked.includes('herken-je-jezelf#taken') && asked.includes('herken-je-jezelf#grens'), asked.join());
  });

  it('is what was said, in the dialogue for the young too: who, and what is the matter', async () => {
    const repliesTo = async (text: string, flow = 'jonge-mantelzorger', lang = 'nl') => {
      const chat = new PagelessChat(known);
      chat.tell(text, understandingIn(lang).understand(text).learned);
      await chat.begin(known.get(flow)!);
      return chat.screen.session.trail.flatMap(({reply}) => reply.answers);
    };
    assert.deepEqual(await repliesTo('mijn moeder is ziek, ik ben 15'), ['mijn-vader-of-moeder']);
    assert.deepEqual(await repliesTo('mijn moeder is ziek'), ['mijn-vader-of-moeder']);
    assert.deepEqual(await repliesTo('mijn vader is verslaafd'), ['mijn-vader-of-moeder', 'te-veel-drinken-drugs-of-gokken']);
    assert.deepEqual(await repliesTo('mijn vader heeft een depressie'), ['mijn-vader-of-moeder', 'veel-somber-bang-of-in-de-war']);
    assert.deepEqual(await repliesTo('mijn broertje heeft autisme, ik ben 14'), ['mijn-broer-of-zus', 'een-beperking-of-autisme']);
    assert.deepEqual(await repliesTo('me opa is dement'), ['mijn-opa-of-oma', 'veel-vergeten']);
    for (const text of ['mijn tante is ziek', 'mijn broertje is ziek en mijn oma ook', 'mijn moeder en mijn opa zijn ziek', 'ik werk en mijn moeder is ziek']) assert.deepEqual(await repliesTo(text), [], text);
    assert.deepEqual(await repliesTo('my dad is an alcoholic and I am 15', 'jonge-mantelzorger', 'en'), ['mijn-vader-of-moeder', 'te-veel-drinken-drugs-of-gokken']);
    assert.deepEqual(await repliesTo('mijn dochter heeft een beperking', 'levenslang'), ['mijn-kind']);
    assert.ok((await repliesTo('mijn man heeft kanker', 'respijtzoeker')).includes('kanker'));
  });

  it('can be gone back to and changed, and is then asked like any other question', async () => {
    const text = 'mijn moeder heeft dementie en ik werk';
    const chat = new PagelessChat(known);
    chat.tell(text, reader.understand(text).learned);
    await chat.start('herken-je-jezelf');
    assert.equal(chat.screen.step.id, 'taken');
    await chat.act((screen) => screen.back());
    assert.equal(chat.screen.step.id, 'wie');
    const [mother] = chat.screen.picked;
    const other = openAnswers(chat.screen.step, chat.screen.session.memory).find(({effects}) => effects?.some(([, , value]) => value === 'partner'))!;
    assert.notEqual(mother, other.id);
    await chat.give({answers: [other.id]});
    assert.equal(chat.screen.step.id, 'taken');
    assert.equal(recall(chat.screen.session.memory, 'relatie'), 'partner');
  });

  it('never answers what asks after danger', () => {
    const names = new Set(['nl', 'en'].flatMap((lang) => learnt(lang).understanding.learns.map(({name}) => name)));
    for (const name of ['veiligheid', 'grens', 'last']) assert.ok(!names.has(name), name);
  });
});
