import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {it} from 'node:test';
import {packParts} from '../../../src/flows/compiler/pack-parts.js';
import {FIRST_FLOWS, type LaterParts, type Manifest} from '../../../src/flows/model/manifest.js';
import {compileContent} from '../../support/packs.js';

const sha256 = async (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

it('names in pakket.json only the flows that tags open with, and the others in the list of their language', async () => {
  const pack = await compileContent('basis');
  const files = new Map((await packParts(pack, sha256, {taught: false})).map(({path, bytes}) => [path, new TextDecoder().decode(bytes)]));
  const {parts} = JSON.parse(files.get('pakket.json')!) as Manifest;
  const flows = (list: typeof parts) => list.flatMap(({kind, id}) => (kind === 'flow' ? id : []));
  for (const {lang, file} of parts.filter(({kind}) => kind === 'later')) {
    const later = flows((JSON.parse(files.get(file)!) as LaterParts).parts);
    const first = flows(parts.filter((part) => part.lang === lang));
    assert.deepEqual(first.filter((id) => !FIRST_FLOWS.includes(id)), [], lang);
    if (lang === 'nl') assert.deepEqual(later.filter((id) => FIRST_FLOWS.includes(id)), []);
    if (lang === 'nl') assert.deepEqual([...first, ...later].sort(), pack.flows.map(({id}) => id).sort());
    else assert.deepEqual(first, [], lang);
  }
});

it('leaves out only what the chat learns when it is not taught', async () => {
  const pack = await compileContent('basis');
  const teaching = {...pack.teaching!, targets: pack.teaching!.targets.slice(0, 3), examples: []};
  const kinds = async (taught: boolean) => (await packParts({...pack, teaching, translations: []}, sha256, {taught})).map(({path}) => path.split('.').slice(0, 2).join('.')).sort();
  const whole = await kinds(true);
  assert.ok(whole.includes('understanding.all') && whole.includes('alarms.all'));
  assert.deepEqual(await kinds(false), whole.filter((one) => !/^(understanding|alarms)\./.test(one)));
});
