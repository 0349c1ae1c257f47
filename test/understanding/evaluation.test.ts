import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Understanding} from '../../src/understanding/understand.js';
import {evaluate, utterances} from '../support/evaluate.js';
import {basePack} from '../support/understanding.js';

const understanding = new Understanding(basePack().understanding);

for (const half of ['seen', 'unseen'] as const) {
  test(`the ${half} half is understood within the bars`, () => {
    const {figures} = evaluate(understanding, utterances(half));
    assert.ok(figures.top1 >= 80, `top-1 ${figures.top1}%`);
    assert.ok(figures.top3 >= 92, `top-3 ${figures.top3}%`);
    assert.ok(figures.wrongAndConfident <= 4, `wrong and confident ${figures.wrongAndConfident}%`);
    assert.equal(figures.recall, 100, 'every call for help is heard');
    assert.ok(figures.falseAlarms <= 3, `false alarms ${figures.falseAlarms}%`);
  });
}

test('the set is large, has both halves apart, and every kind of visitor', () => {
  const [seen, unseen] = [utterances('seen'), utterances('unseen')];
  assert.ok(seen.length + unseen.length >= 400);
  const texts = new Set(seen.map(({text}) => text));
  assert.deepEqual(unseen.filter(({text}) => texts.has(text)), []);
  for (const half of [seen, unseen]) {
    const tags = new Set(half.flatMap((one) => one.tags));
    for (const tag of ['partner', 'ouder', 'kind', 'familie', 'jong', 'werk', 'dementie', 'ggz', 'migrant', 'afstand', 'alleen', 'na', 'omgeving', 'typo', 'dialect', 'voice', 'long', 'short', 'out', 'hostile', 'limits', 'foreign', 'crisis', 'idiom', 'negated']) assert.ok(tags.has(tag), tag);
  }
});

test('what is expected exists in the pack', () => {
  const {targets, alarms} = basePack().understanding;
  const known = new Set([...targets.flatMap(({kind, id}) => [`${kind}:${id}`, ...(kind === 'support' ? [`offers:${id}`] : [])]), 'none']);
  for (const {expected, alarm, text} of [...utterances('seen'), ...utterances('unseen')]) {
    for (const one of expected) assert.ok(known.has(one) || /^(limits|language):/.test(one), `${text}: ${one}`);
    for (const one of alarm) assert.ok(alarms.some(({id}) => id === one), `${text}: ${one}`);
  }
});
