import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';
import {check} from '../../src/cli/check.js';
import {proofProgress} from '../../src/cli/proof-progress.js';

const BASE = fileURLToPath(new URL('../../content/basis', import.meta.url));

test('the proof is told in tens, each once', () => {
  const told: string[] = [];
  const onStep = proofProgress({progress: (text) => void told.push(text ?? '')}, '«a» nakijken')!;
  for (let done = 1; done <= 40; done += 1) onStep(done, 40);
  assert.deepEqual(told.slice(0, 3), ['«a» nakijken …', '«a» nakijken: 10% van de stappen …', '«a» nakijken: 20% van de stappen …']);
  assert.equal(told.length, 11);
});

test('nobody is told where nobody watches', () => {
  assert.equal(proofProgress({}, '«a» nakijken'), undefined);
});

test('controleer tells how far its proof is, and only on the line for that', async () => {
  const told: string[] = [];
  let out = '';
  const terminal = {out: (text: string) => void (out += text), error: (text: string) => void (out += text), cwd: BASE, colour: false, today: '2026-11-22', progress: (text?: string) => void told.push(text ?? '')};
  await check([BASE], {json: false, strict: false, today: '2026-11-22'}, terminal);
  assert.ok(told.some((text) => /^«basis» nakijken: \d0% van de stappen …$/.test(text)), told.join());
  assert.doesNotMatch(out, /nakijken/);
});
