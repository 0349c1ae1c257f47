import assert from 'node:assert/strict';
import {test} from 'node:test';
import {loadSpeller} from '../../src/cli/load-speller.js';

const speller = await loadSpeller();

test('the dictionary knows Dutch as it is written: compounds, accents, apostrophes, names', () => {
  const words = ['mantelzorger', 'keukentafelgesprek', 'mantelzorgfolder', 'werkgeversgids', 'meekookt', 'langsfietsen', 'huisartsenpost', 'cliënt', 'één', 'élke', 'dát', "foto's", 'foto’s', "zo'n", 'Amsterdam', 'Huisarts', 'oma’s', 'zorg'];
  assert.deepEqual(words.filter((word) => !speller.check(word)), []);
});

test('the dictionary does not know what is typed wrong', () => {
  const words = ['gemeentte', 'huisats', 'medicijen', 'thuizzorg', 'mantelzorgerr', 'patient', 'financien', 'afspaak', 'bellle', 'onmidellijk', 'xyzzy', ''];
  assert.deepEqual(words.filter((word) => speller.check(word)), []);
});

test('the likeliest meaning comes first', () => {
  for (const [typed, meant] of [['gemeentte', 'gemeente'], ['medicijen', 'medicijn'], ['thuizzorg', 'thuiszorg'], ['verpleegkundigge', 'verpleegkundige']] as const) assert.equal(speller.suggest(typed)[0], meant);
  assert.deepEqual(speller.suggest('x'.repeat(1000)), []);
});

test('nine of ten slips of one letter are seen', () => {
  const words = 'mantelzorg huisarts gemeente afspraak luisteren vriendin opletten ziekenhuis medicijnen boodschappen gesprek vertellen verdriet piekeren regelen formulier beroepskracht slapen moeilijk misschien'.split(' ');
  const slips = words.flatMap((word) => Array.from({length: word.length - 2}, (_, n) => [word.slice(0, n + 1) + word.slice(n + 2), word.slice(0, n + 1) + word.slice(n), word.slice(0, n + 1) + word[n + 2] + word[n + 1] + word.slice(n + 3)]).flat().filter((slip) => slip !== word));
  const seen = slips.filter((slip) => !speller.check(slip));
  assert.ok(slips.length > 300);
  assert.ok(seen.length / slips.length > 0.9, String(seen.length / slips.length));
});
