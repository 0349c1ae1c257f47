import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {printDiagnostics, summarise} from '../../src/cli/print-diagnostics.js';
import {readPackFolder} from '../../src/cli/read-pack.js';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import {answersOf, openAnswers} from '../../src/flows/semantics/dialogue.js';
import {TODAY} from '../support/packs.js';
import {textOf} from '../support/text.js';
import {walkAll} from '../support/walk.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const QUIZ = 'gesprekken/herken-je-jezelf.md';
const DURATION = '## Hoe lang doe je dit al? {#duur}\n\n';
const AFTER_DURATION = '## En jij? Wat kost jou nu kracht? {#weegt ingang}\n';

/** The examples of README.md, "Inhoud wijzigen, in tien minuten", as an editor copies them. */
const guide = /\n## Inhoud wijzigen[^\n]*\n(.*?)\n## /s.exec(readFileSync(`${ROOT}README.md`, 'utf8'))![1]!;
const blocks = Array.from(guide.matchAll(/^ {3}```(\w*)\n(.*?)^ {3}```$/gms), ([, language, text]) => ({language, text: text!.replace(/^ {3}/gm, '')}));
const [newAnswer = '', newStep = ''] = blocks.filter(({language}) => language === 'markdown').map(({text}) => text);
const shownProblem = blocks.find(({language}) => language === '')!.text;

const {name, parent, files} = await readPackFolder(`${ROOT}content/basis`);
const original = new TextDecoder().decode(files.find(({path}) => path === QUIZ)!.bytes);

const edit = (text: string, from: string, to: string) => {
  assert.equal(text.split(from).length, 2, `«${from}» stands once in the quiz`);
  return text.replace(from, () => to);
};
const compile = (quiz: string) => compilePack(files.map((file) => (file.path === QUIZ ? {path: QUIZ, bytes: new TextEncoder().encode(quiz)} : file)), {today: TODAY, packDir: name});
/** After an edit translations lag behind; the README tells of that in another place. */
const isDutch = ({rule}: {rule: string}) => !rule.startsWith('vertaling/');
const quizOf = (quiz: string) => {
  const {pack, diagnostics} = compile(quiz);
  assert.deepEqual(diagnostics.filter(isDutch), []);
  return pack!.flows.find(({id}) => id === 'herken-je-jezelf')!;
};

describe('the edits that README.md describes', () => {
  it('change a sentence', () => {
    const flow = quizOf(edit(original, 'Kleine dingen tellen ook.', 'Ook wat je vanzelf doet.'));
    const step = walkAll(flow).find(({step: {id}}) => id === 'taken')!.step;
    assert.match(JSON.stringify(step.body), /Ook wat je vanzelf doet\./);
    assert.doesNotMatch(JSON.stringify(step.body), /Kleine dingen tellen ook/);
  });

  it('add an answer that leads on and is said back', () => {
    const flow = quizOf(edit(original, DURATION, `${DURATION}${newAnswer}`));
    const step = flow.steps.find(({id}) => id === 'duur')!;
    const answer = answersOf(step).find(({label}) => textOf(label) === 'Sinds vandaag')!;
    assert.equal(textOf(answer.echo!), 'je bent vandaag begonnen');
    assert.equal(answer.to?.step, 'weegt');
    assert.ok(walkAll(flow).some(({step: {id}, memory}) => id === 'duur' && openAnswers(step, memory).includes(answer)));
  });

  it('add a step that visitors reach and leave again', () => {
    const flow = quizOf(edit(edit(original, AFTER_DURATION, `${newStep}\n${AFTER_DURATION}`), '- [Al jaren](#weegt)', '- [Al jaren](#gegeten)'));
    const reached = walkAll(flow);
    const step = reached.find(({step: {id}}) => id === 'gegeten')!.step;
    assert.equal(textOf(step.title), 'Heb je vandaag al gegeten?');
    assert.deepEqual(answersOf(step).map(({label}) => textOf(label)), ['Ja', 'Nog niet']);
    assert.ok(reached.some(({end, replies}) => end && replies.some(({answers}) => answers.includes('nog-niet'))));
  });

  it('warn of a new step to which nothing leads', () => {
    const {diagnostics} = compile(edit(original, AFTER_DURATION, `${newStep}\n${AFTER_DURATION}`));
    assert.deepEqual(diagnostics.filter(isDutch).map(({rule}) => rule), ['stap/onbereikbaar']);
  });

  it('print a slip as README.md shows it', () => {
    const {diagnostics} = compile(edit(original, DURATION, `${DURATION}${newAnswer.replace('#weegt', '#weegd')}`));
    const told = diagnostics.filter(isDutch);
    const printed = `${printDiagnostics(told, {parent, cwd: ROOT, colour: false})}\n${summarise(told, name)}\n`;
    const anywhere = (text: string) => text.replace(/:\d+:\d+ /g, ':0:0 ');
    assert.equal(anywhere(printed), anywhere(shownProblem));
  });
});
