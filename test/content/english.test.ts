import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {loadPack} from '../../src/cli/load-pack.js';
import {compilePack} from '../../src/flows/compiler/compile-pack.js';
import type {Flow} from '../../src/flows/model/flow.js';
import {PACKS, TODAY} from '../support/packs.js';

const CONTENT = fileURLToPath(new URL('../../content/', import.meta.url));

async function compile(name: string) {
  const {files, layers} = await loadPack(CONTENT + name);
  return compilePack(files, {today: TODAY, packDir: name, ...layers, prove: false});
}

const {pack, languages} = await compile('basis');
const english = pack!.translations.find(({lang}) => lang === 'en')!;

/** Every sentence of a flow and what it belongs to, in the order in which they stand; names of institutions and numbers are no sentences. */
function sentencesOf(flow: Flow): string[] {
  const found: string[] = [];
  JSON.stringify(flow.steps, (key, value: unknown) => {
    if (typeof value === 'string' && /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(value) && !['source', 'id'].includes(key)) found.push(value.trim());
    return value;
  });
  return found;
}

describe('the English of the base pack', () => {
  it('covers every step of every dialogue, every kind of support and every word explained, and follows the Dutch of today', () => {
    const [state] = languages.filter(({lang}) => lang === 'en');
    const {steps, support, stale, misfits} = state!;
    assert.deepEqual({steps: steps.done, support: support.done, stale, misfits}, {steps: steps.total, support: support.total, stale: 0, misfits: 0});
    assert.deepEqual(english.flows.map(({id}) => id).sort(), pack!.flows.map(({id}) => id).sort());
    assert.deepEqual(english.flows.flatMap(({id, steps: all}) => all.filter(({lang}) => lang).map((step) => `${id}#${step.id}`)), []);
    assert.deepEqual(english.support!.kinds.filter(({lang}) => lang).map(({id}) => id), []);
    assert.deepEqual(Object.keys(english.support!.terms ?? {}).filter((id) => id.startsWith('nl--')), []);
  });

  it('leaves no sentence in Dutch', () => {
    for (const flow of english.flows) {
      const dutch = new Set(sentencesOf(pack!.flows.find(({id}) => id === flow.id)!));
      const own = sentencesOf(flow);
      assert.ok(own.length >= 5, flow.id);
      assert.deepEqual(own.filter((sentence) => dutch.has(sentence)), [], flow.id);
    }
  });

  it('gives no pack that stands on it a warning about a translation', async () => {
    for (const name of PACKS) {
      const {diagnostics} = await compile(name);
      assert.deepEqual(diagnostics.filter(({rule}) => rule.startsWith('vertaling/')).map(({file, line, message}) => `${file}:${line} ${message}`), [], name);
    }
  });
});
