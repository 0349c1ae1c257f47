import assert from 'node:assert/strict';
import {test} from 'node:test';
import {PackError, readPart} from '../../../src/flows/model/validate.js';
import {learnt} from '../../support/understanding.js';

const clone = (value: unknown) => JSON.parse(JSON.stringify(value)) as Record<string, unknown> & {targets: Record<string, unknown>[]; groups: Record<string, unknown>[]; model: Record<string, unknown>};
const understanding = () => clone(learnt().understanding);
const alarms = () => clone(learnt().alarms);

test('takes what the compiler makes, in each language', async () => {
  assert.deepEqual(await readPart('understanding', understanding(), 'all'), understanding());
  assert.deepEqual(await readPart('alarms', alarms(), 'all'), alarms());
  assert.ok(await readPart('understanding', clone(learnt('en').understanding), 'all'));
  assert.ok(await readPart('alarms', clone(learnt('en').alarms), 'all'));
});

test('refuses what is not as it should be', async () => {
  const wrong: [string, 'understanding' | 'alarms', (part: ReturnType<typeof clone>) => void][] = [
    ['another kind of target', 'understanding', ({targets}) => (targets[0]!['kind'] = 'offers')],
    ['a target twice', 'understanding', ({targets}) => targets.push({...targets[0]!})],
    ['a field too many', 'understanding', (part) => (part['extra'] = 1)],
    ['no model', 'understanding', (part) => delete (part as {model?: unknown}).model],
    ['more words than a telephone can read', 'understanding', ({model}) => (model['words'] = '0woord'.repeat(100_000))],
    ['a bias that is no number', 'understanding', ({model}) => (model['bias'] = ['1'])],
    ['a group twice', 'alarms', ({groups}) => groups.push({...groups[0]!})],
    ['an address that runs', 'alarms', ({groups}) => (groups[0]!['c'] = [{t: 'p', c: [{t: 'a', href: 'javascript:alert(1)', c: ['hier']}]}])],
    ['more to look for than ends in time', 'understanding', (part) => (part['learns'] = Array.from({length: 6}, (_, n) => ({name: `n${n}`, value: 'v', says: Array.from({length: 1000}, (_, m) => `ik slaap ${m}`)})))],
    ['more calls for help than end in time', 'alarms', ({groups}) => (groups.slice(0, 6).forEach((group) => (group['says'] = Array.from({length: 1000}, (_, m) => `ik wil ${m}`))))],
    ['an expression without end', 'alarms', ({groups}) => (groups[0]!['says'] = ['a'.repeat(500)])],
  ];
  for (const [what, kind, change] of wrong) {
    const part = kind === 'alarms' ? alarms() : understanding();
    change(part);
    await assert.rejects(async () => readPart(kind, part, 'all'), PackError, what);
  }
});
