import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stepsBetween, soundOf} from '../../src/understanding/sounds.js';
import {Vocabulary} from '../../src/understanding/vocabulary.js';

function vocabulary(...words: string[]) {
  const made = new Vocabulary();
  const ids = new Map(words.map((word) => [word, made.add(word)]));
  made.close();
  const find = (word: string, budget = {guesses: 100}) => made.find(word, false, budget).map(({id}) => [...ids].find(([, one]) => one === id)?.[0]);
  return {made, find};
}

test('finds words that sound the same', () => {
  const {find} = vocabulary('verpleging', 'zelfmoord', 'lijden', 'oud', 'cursus', 'geit');
  for (const [typed, meant] of [['verplegink', 'verpleging'], ['selfmoort', 'zelfmoord'], ['leiden', 'lijden'], ['aut', 'oud'], ['kursus', 'cursus'], ['gijt', 'geit']]) assert.ok(find(typed!).includes(meant), typed);
});

test('finds words with a slip: a letter more, fewer, wrong or swapped, two in a long word', () => {
  const {find} = vocabulary('dagopvang', 'rolstoel', 'huishoudelijke');
  for (const [typed, meant] of [['dagopvnag', 'dagopvang'], ['rolstoell', 'rolstoel'], ['rolsteol', 'rolstoel'], ['rlstoel', 'rolstoel'], ['huishoudelkijkke', 'huishoudelijke']]) assert.ok(find(typed!).includes(meant), typed);
});

test('short words are not taken for others', () => {
  const {find} = vocabulary('dood', 'slaan', 'moe');
  for (const typed of ['rood', 'goed', 'staan', 'mee', 'hoe']) assert.deepEqual(find(typed), [], typed);
});

test('splits compounds at known words, with the letters that link them', () => {
  const {find} = vocabulary('mantelzorg', 'ondersteuning', 'dag', 'opvang', 'gemeente', 'loket', 'school');
  assert.deepEqual(find('mantelzorgondersteuning'), ['mantelzorg', 'ondersteuning']);
  assert.deepEqual(find('dagopvang'), ['dag', 'opvang']);
  assert.deepEqual(find('gemeentenloket'), ['gemeente', 'loket']);
});

test('stops guessing when its budget is spent', () => {
  const {find} = vocabulary('dagopvang');
  const budget = {guesses: 1};
  assert.deepEqual(find('dagopvnag', budget), ['dagopvang']);
  assert.deepEqual(find('dagovpang', budget), []);
  assert.equal(budget.guesses, 0);
});

test('words of other languages are only themselves', () => {
  const made = new Vocabulary();
  const slaps = made.addAsIs('slaps');
  made.add('slaap');
  made.close();
  assert.deepEqual(made.find('slaps', false, {guesses: 9}).filter(({id}) => id === slaps).length, 1);
  assert.equal(made.find('slapen', false, {guesses: 9}).some(({id}) => id === slaps), false);
});

test('counts the steps between words', () => {
  assert.equal(stepsBetween('opvang', 'opvang', 2), 0);
  assert.equal(stepsBetween('opvang', 'opvnag', 2), 1);
  assert.equal(stepsBetween('opvang', 'school', 2), 3);
  assert.equal(soundOf('zeiden'), soundOf('zijden'));
});
