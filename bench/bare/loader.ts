/** Like ours: it fetches the flow and the quiz at the same time. */
const base = new URL('.', import.meta.url);
const flow = fetch(new URL('flow.json', base));
void import('./quiz.js').then(({define}) => define(flow));
