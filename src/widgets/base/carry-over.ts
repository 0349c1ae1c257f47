import {answersOf} from '../../flows/semantics/dialogue.js';
import {laterFlow} from './later.js';
import type {Opening} from './opening.js';
import type {Screen} from './screen.js';

/**
 * Another language or form of address: the same answers in other words, in each dialogue that the visitor is in, with
 * what was typed there and what stands on the screen unsent. What the pack no longer has, or what cannot be fetched, ends
 * the way there.
 */
export async function carryOver(opening: Opening, before: Screen, screen: Screen): Promise<void> {
  for (const [depth, session] of [...before.left, before.session].entries()) {
    const {flow, step} = session.trail[0] ?? {flow: session.flow.id, step: session.step.id};
    const flows = await Promise.all([flow, ...session.flows.map(({id}) => id)].map((id) => (id === opening.flow.id ? opening.flow : laterFlow(opening, id)))).catch(() => undefined);
    if (!flows || (depth === 0 && flow !== opening.flow.id)) return;
    if (depth) await screen.follow({flow, step});
    for (const one of flows) if (one !== opening.flow) screen.session.provide(one);
    screen.session.retrace(session);
  }
  const {id} = screen.step;
  if (id !== before.step.id || screen.session.flow.id !== before.session.flow.id) return;
  screen.picked = before.picked.filter((picked) => answersOf(screen.step).some((answer) => answer.id === picked));
  screen.typed = before.typed;
}
