import type {Exchange} from './exchange.js';

/** Between a message and the edge of what is seen, in px. */
const EDGE = 40;
/** Whose own message takes more of the room than this part, begins to read at the answer. */
const LONG = 1 / 3;

/** Brings an answer into view while the focus stays in the typing field: with the field when all of it fits, else from its begin. */
export function reveal(root: ShadowRoot, {n}: Exchange): void {
  const said = root.getElementById(`m${n}`);
  const answer = said?.nextElementSibling;
  const field = root.getElementById('vraag');
  if (!said || !answer || !field) return;
  const {top, bottom, floats} = seenOf(root);
  const from = said.getBoundingClientRect().height > (bottom - top) * LONG ? answer : said;
  // In the panel the field sticks to the lower edge: where it stands says nothing about where the answer is.
  const to = floats ? answer : field;
  if (to.getBoundingClientRect().bottom - from.getBoundingClientRect().top > bottom - top - EDGE) return from.scrollIntoView({block: 'start'});
  from.scrollIntoView({block: 'nearest'});
  to.scrollIntoView({block: 'nearest'});
}

/** Brings the question that is up out from below the bar of the panel, or from behind its typing field. */
export function revealQuestion(root: ShadowRoot): void {
  const {top, bottom, floats} = seenOf(root);
  const heading = root.getElementById('kop')?.getBoundingClientRect();
  if (floats && heading && (heading.top < top || heading.bottom > bottom)) root.querySelector('.nu')?.scrollIntoView({block: 'start'});
}

/** Between which heights of the window messages are seen. */
function seenOf(root: ShadowRoot): {top: number; bottom: number; floats: boolean} {
  const panel = root.querySelector('.paneel.open');
  if (!panel) return {top: 0, bottom: innerHeight, floats: false};
  const [bar, field] = ['.balk', '.typen'].map((part) => panel.querySelector(part)!);
  const bottom = getComputedStyle(field!).position === 'sticky' ? field!.getBoundingClientRect().top : panel.getBoundingClientRect().bottom;
  return {top: bar!.getBoundingClientRect().bottom, bottom, floats: true};
}
