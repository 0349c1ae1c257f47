import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PackError, readPart} from '../../../src/flows/model/validate.js';
import {basePack} from '../../support/understanding.js';

const json = () => JSON.parse(JSON.stringify(basePack().understanding)) as Record<string, unknown> & {targets: Record<string, unknown>[]; alarms: Record<string, unknown>[]};

test('takes what the compiler makes, in each language', async () => {
  assert.deepEqual(await readPart('understanding', json(), 'all'), json());
  const [english] = basePack().translations;
  assert.ok(await readPart('understanding', JSON.parse(JSON.stringify(english!.understanding)), 'all'));
});

test('refuses what is not as it should be', async () => {
  const wrong: [string, (part: ReturnType<typeof json>) => void][] = [
    ['another kind of target', ({targets}) => (targets[0]!['kind'] = 'offers')],
    ['a target twice', ({targets}) => targets.push({...targets[0]!})],
    ['a group twice', ({alarms}) => alarms.push({...alarms[0]!})],
    ['an address that runs', ({alarms}) => (alarms[0]!['c'] = [{t: 'p', c: [{t: 'a', href: 'javascript:alert(1)', c: ['hier']}]}])],
    ['a field too many', (part) => (part['extra'] = 1)],
    ['an aside that does not exist', (part) => (part['asides'] = [{id: 'x', says: ['hoi']}])],
    ['an expression without end', ({targets}) => (targets[0]!['says'] = ['a'.repeat(500)])],
    ['more words than a telephone can read', ({targets}) => targets.forEach((one) => (one['says'] = Array.from({length: 200}, (_, n) => `${'woord '.repeat(10)}${n}`)))],
  ];
  for (const [what, change] of wrong) {
    const part = json();
    change(part);
    await assert.rejects(async () => readPart('understanding', part, 'all'), PackError, what);
  }
});
