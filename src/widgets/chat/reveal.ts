import type {Exchange} from './exchange.js';

/** Brings an answer into view while the focus stays in the typing field: with the field when both fit, else from its begin. */
export function reveal(root: ShadowRoot, {n}: Exchange): void {
  const said = root.getElementById(`m${n}`);
  const field = root.getElementById('vraag');
  if (!said || !field) return;
  const room = root.querySelector('.paneel.open')?.clientHeight ?? innerHeight;
  if (field.getBoundingClientRect().bottom - said.getBoundingClientRect().top < room - 80) field.scrollIntoView({block: 'nearest'});
  else said.scrollIntoView({block: 'start'});
}
