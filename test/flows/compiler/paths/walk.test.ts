import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Questions} from '../../../../src/flows/compiler/paths/questions.js';
import {replyOf} from '../../../../src/flows/compiler/paths/visitor.js';
import {Walk} from '../../../../src/flows/compiler/paths/walk.js';
import {Diagrams} from '../../../../src/flows/compiler/prove/bdd.js';
import {conditionsOf} from '../../../../src/flows/compiler/prove/reads.js';
import type {Flow, Step} from '../../../../src/flows/model/flow.js';
import type {Target} from '../../../../src/flows/model/node.js';
import {isEnd, memoryAfter, problemOf} from '../../../../src/flows/semantics/dialogue.js';
import {holds, NOTHING_KNOWN, type Memory} from '../../../../src/flows/semantics/memory.js';
import {targetOf} from '../../../support/enumerate.js';
import {arbitraryFlow, CARE, HELP} from '../../../support/flows.js';

/** Follows one visitor by the plain semantics: every step of their path with what they know there, and whether it ends. */
function follow(walk: Walk, start: string, visitor: ReadonlyMap<number, boolean>): {at: string; memory: Memory; end: boolean}[] {
  const path: {at: string; memory: Memory; end: boolean}[] = [];
  let at: string | undefined = start;
  let memory = NOTHING_KNOWN;
  while (at !== undefined && !path.some((place) => place.at === at)) {
    const {flow, step}: {flow: Flow; step: Step} = walk.version.steps.get(at)!;
    path.push({at, memory, end: isEnd(step, memory)});
    const reply = replyOf(walk.questions, at, step, memory, visitor);
    if (!reply || problemOf(step, memory, reply)) break;
    const to: Target = targetOf(step, memory, reply)!;
    memory = memoryAfter(step, memory, reply);
    at = `${to.flow ?? flow.id}#${to.step}`;
  }
  return path;
}

/** A visitor with an answer in mind for every question, drawn by `random`. */
function drawVisitor(questions: Questions, random: () => number): Map<number, boolean> {
  const visitor = new Map<number, boolean>();
  for (const {kind, answers, buttons} of questions.all) {
    const choose = (bits: number[]) => {
      const chosen = Math.floor(random() * bits.length);
      bits.forEach((bit, n) => visitor.set(bit, n === chosen));
    };
    if (kind === 'many' || kind === 'place') for (const bit of answers.values()) visitor.set(bit, random() < 0.5);
    else choose([...answers.values()]);
    choose([...buttons.values()]);
  }
  return visitor;
}

function check(flows: Flow[], start: string, random: () => number, visitors: number): number {
  const questions = new Questions(new Diagrams(), [{flows}]);
  const walk = new Walk(questions);
  const {entering, ends} = walk.all(start);
  let looked = 0;
  for (let n = 0; n < visitors; n += 1) {
    const visitor = drawVisitor(questions, random);
    const path = follow(walk, start, visitor);
    for (const [at, {step}] of walk.version.steps) {
      const place = path.find((one) => one.at === at);
      const known = entering.get(at);
      assert.equal(known !== undefined && questions.diagrams.has(known.who, visitor), place !== undefined, at);
      assert.equal(ends.has(at) && questions.diagrams.has(ends.get(at)!.who, visitor), place?.end === true, `end ${at}`);
      if (!place) continue;
      for (const condition of conditionsOf(step)) {
        assert.equal(questions.diagrams.has(walk.knowledge.holds(condition, known!), visitor), holds(condition, place.memory), JSON.stringify(condition));
        looked += 1;
      }
    }
  }
  return looked;
}

describe('a walk of all visitors at once', () => {
  it('says of single visitors what the semantics say, on generated flows', () => {
    let looked = 0;
    fc.assert(
      fc.property(arbitraryFlow, fc.infiniteStream(fc.double({min: 0, max: 1, maxExcluded: true, noNaN: true})), (flow, stream) => {
        looked += check([flow], 'f#s0', () => stream.next().value as number, 12);
      }),
      {numRuns: 400},
    );
    assert.ok(looked > 2000, `${looked} conditions`);
  });

  it('does so across flows and with numbers', () => {
    let seed = 1;
    const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
    assert.ok(check([CARE, HELP], 'zorg#wie', random, 200) > 100);
  });
});
