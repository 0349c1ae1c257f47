import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {Diagrams} from '../../../../src/flows/compiler/prove/bdd.js';
import {Bounds} from '../../../../src/flows/compiler/prove/bounds.js';
import {Proof} from '../../../../src/flows/compiler/prove/proof.js';
import {Space} from '../../../../src/flows/compiler/prove/space.js';
import type {Origin, PackContext} from '../../../../src/flows/compiler/pack-context.js';
import {checkProved} from '../../../../src/flows/compiler/rules/bewijs-te-groot.js';
import {checkShown} from '../../../../src/flows/compiler/rules/antwoord-nooit.js';
import {checkEnds} from '../../../../src/flows/compiler/rules/gesprek-eindeloos.js';
import {checkWaysOn} from '../../../../src/flows/compiler/rules/stap-doodlopend.js';
import {checkReached} from '../../../../src/flows/compiler/rules/stap-onbereikbaar.js';
import type {Flow} from '../../../../src/flows/model/flow.js';
import {answersOf, isEnd, memoryAfter, openButtons, openRoute} from '../../../../src/flows/semantics/dialogue.js';
import {holds, NOTHING_KNOWN, type Memory} from '../../../../src/flows/semantics/memory.js';
import {allReplies, enumerate, selectionsOf, targetOf} from '../../../support/enumerate.js';
import {arbitraryFlow, arbitraryPack, CARE, HELP} from '../../../support/flows.js';

/** Names for everything that a rule can point at. */
function nameParts(flows: Flow[]): Map<object, string> {
  const names = new Map<object, string>();
  for (const flow of flows) {
    for (const step of flow.steps) {
      const id = `${flow.id}#${step.id}`;
      names.set(step, id);
      answersOf(step).forEach((answer) => names.set(answer, `${id}/${answer.id}`));
      for (const button of step.buttons ?? []) button.routes.forEach((route, n) => names.set(route, `${id}/${button.id}.${n}`));
      for (const [n, block] of (step.body ?? []).entries()) names.set(block, `${id}/block ${n}`);
    }
  }
  return names;
}

/** What the rules of the proof say, as `rule place`. */
function proved(flows: Flow[], alone = false): string[] {
  const found = new Set<string>();
  const names = nameParts(flows);
  const origins = new WeakMap<object, Origin>();
  const labels = [...names.values()];
  for (const [part, name] of names) origins.set(part, {file: undefined as never, at: labels.indexOf(name)});
  const diagnostics = {error: (rule: string, {at}: {at: number}) => found.add(`${rule} ${labels[at]}`)};
  const space = new Space(new Diagrams(), flows, alone ? {returns: 'everybody'} : {});
  const by = alone ? new Bounds(flows, () => [], space, 1_000_000) : undefined;
  const proof = new Proof(space, flows, undefined, {origins, diagnostics} as unknown as PackContext, by);
  checkReached(proof);
  checkEnds(proof);
  checkWaysOn(proof);
  checkShown(proof);
  checkProved(proof);
  proof.report();
  return [...found].sort();
}

/** The same, by looking at every visitor one by one. */
function enumerated(flows: Flow[]): string[] {
  const starts = flows.flatMap((flow) => flow.steps.flatMap((step, n) => (n === 0 || step.entry ? [`${flow.id}#${step.id}`] : [])));
  const places = enumerate(flows, starts);
  const names = nameParts(flows);
  const found = new Set<string>();
  const seen = new Set<object>();
  const reached = new Set<object>();
  for (const {flow, step: id, memory} of places) {
    const step = flows.find((one) => one.id === flow)!.steps.find((one) => one.id === id)!;
    reached.add(step);
    for (const answer of answersOf(step)) if (holds(answer.when, memory)) seen.add(answer);
    for (const block of step.body ?? []) if (holds(block.when, memory)) seen.add(block);
    const selections = selectionsOf(step, memory);
    for (const reply of selections) {
      const after = memoryAfter(step, memory, reply);
      for (const button of step.buttons ?? []) {
        const route = openRoute(button, after);
        if (route) seen.add(route);
      }
    }
    const stuck =
      step.control?.t === 'one'
        ? !answersOf(step).some((answer) => holds(answer.when, memory))
        : step.control
          ? !selections.length || selections.some((reply) => !openButtons(step, memory, reply).length)
          : isEnd(step, memory) && !step.body?.some((block) => block.t === 'show' && block.what === 'contact');
    if (stuck) found.add(`stap/doodlopend ${names.get(step)}`);
    const shown = (step.body ?? []).filter((block) => block.t === 'show' && block.what === 'contact');
    if (!step.control && isEnd(step, memory) && shown.length && !shown.some((block) => holds(block.when, memory))) found.add(`uitslag/zonder-contact ${names.get(step)}`);
  }
  for (const flow of flows) {
    for (const step of flow.steps) {
      if (!reached.has(step)) {
        found.add(`stap/onbereikbaar ${names.get(step)}`);
        continue;
      }
      const parts = [...answersOf(step), ...(step.body ?? []), ...(step.control?.t === 'one' ? [] : (step.buttons ?? []).flatMap((button) => button.routes))];
      for (const part of parts) if (!seen.has(part)) found.add(`antwoord/nooit ${names.get(part)}`);
    }
  }
  return [...found].sort();
}

/** Whether some visitor can never come to an end (or get stuck) any more, Back links of the flow included. */
function endless(flow: Flow, most = 4000): boolean | undefined {
  interface Trail {
    step: string;
    memory: Memory;
    before: Trail | undefined;
    next: Trail[];
    backTo: Trail[];
    ends: boolean;
  }
  const steps = new Map(flow.steps.map((step) => [step.id, step]));
  const all: Trail[] = [];
  const visit = (step: string, memory: Memory, before: Trail | undefined): Trail => {
    const trail: Trail = {step, memory, before, next: [], backTo: [], ends: false};
    all.push(trail);
    return trail;
  };
  visit(flow.steps[0]!.id, NOTHING_KNOWN, undefined);
  for (let n = 0; n < all.length; n += 1) {
    if (all.length > most) return undefined;
    const trail = all[n]!;
    const step = steps.get(trail.step)!;
    const replies = allReplies(step, trail.memory).filter((reply) => targetOf(step, trail.memory, reply));
    const stuck = step.control?.t === 'many' && selectionsOf(step, trail.memory).some((reply) => !openButtons(step, trail.memory, reply).length);
    trail.ends = !replies.length || stuck;
    const seen = new Set<string>();
    for (const reply of replies) {
      const to = targetOf(step, trail.memory, reply)!.step;
      const memory = memoryAfter(step, trail.memory, reply);
      const key = `${to} ${JSON.stringify(Object.entries(memory).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]).sort())}`;
      if (seen.has(key)) continue;
      seen.add(key);
      let back: Trail | undefined = trail;
      while (back && back.step !== to) back = back.before;
      if (back) trail.backTo.push(back);
      else trail.next.push(visit(to, memory, trail));
    }
  }
  const good = new Set(all.filter(({ends}) => ends));
  for (let size = -1; size !== good.size; ) {
    size = good.size;
    for (const trail of all) if ([...trail.next, ...trail.backTo].some((other) => good.has(other))) good.add(trail);
  }
  return good.size < all.length;
}

describe('the rules of the proof', () => {
  it('say the same as plain enumeration on the flows of the tests', () => {
    assert.deepEqual(proved([CARE, HELP]), enumerated([CARE, HELP]));
  });

  it('say the same as plain enumeration on thousands of generated flows', () => {
    let faulty = 0;
    let sound = 0;
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const expected = enumerated([flow]);
        assert.deepEqual(proved([flow]).filter((fault) => !fault.startsWith('gesprek/eindeloos')), expected);
        if (expected.some((fault) => !fault.startsWith('stap/onbereikbaar'))) faulty += 1;
        else sound += 1;
      }),
      {numRuns: 3000},
    );
    assert.ok(faulty > 300 && sound > 50, `${faulty} faulty, ${sound} sound`);
  });

  it('say the same on flows that lead into each other, with conditions on what ends show', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(arbitraryPack, (flows) => {
        const expected = enumerated(flows);
        assert.deepEqual(proved(flows).filter((fault) => !fault.startsWith('gesprek/eindeloos')), expected);
        for (const rule of new Set(expected.map((fault) => fault.split(' ')[0]!))) seen.set(rule, (seen.get(rule) ?? 0) + 1);
      }),
      {numRuns: 2000},
    );
    for (const rule of ['stap/onbereikbaar', 'stap/doodlopend', 'uitslag/zonder-contact', 'antwoord/nooit']) assert.ok((seen.get(rule) ?? 0) > 50, `${rule}: ${seen.get(rule)}`);
  });

  it('say nothing else where every condition is proved alone, but that something could not be proved', () => {
    let settled = 0;
    let unknown = 0;
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const expected = enumerated([flow]);
        const said = proved([flow], true).filter((fault) => !fault.startsWith('gesprek/eindeloos'));
        const errors = said.filter((fault) => !fault.startsWith('bewijs/te-groot'));
        assert.deepEqual(errors.filter((fault) => !expected.includes(fault)), []);
        if (said.length > errors.length) unknown += 1;
        else {
          assert.deepEqual(errors, expected);
          settled += 1;
        }
      }),
      {numRuns: 500},
    );
    assert.ok(settled > 100, `${settled} settled, ${unknown} unknown`);
  });

  it('miss no dialogue without an end, and see none that is not there', () => {
    let without = 0;
    let judged = 0;
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const expected = endless(flow);
        if (expected === undefined) return;
        judged += 1;
        if (expected) without += 1;
        const said = proved([flow]).some((fault) => fault.startsWith('gesprek/eindeloos'));
        assert.equal(said, expected);
      }),
      {numRuns: 3000},
    );
    assert.ok(without > 100 && judged > 1500, `${without} of ${judged}`);
  });
});
