import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {gunzip} from 'node:zlib';
import type {Speller} from '../flows/compiler/language/speller.js';

let loading: Promise<Speller> | undefined;

/** Reads the Dutch dictionary, once a process: half a second, so only for who asks for it. */
export function loadSpeller(): Promise<Speller> {
  return (loading ??= load());
}

async function load(): Promise<Speller> {
  const {dutchSpeller} = await import('../flows/compiler/language/dutch-speller.js');
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-nl-nl/cspell-ext.json'));
  const packed = await readFile(join(folder, 'Dutch.trie.gz'));
  return dutchSpeller(new Uint8Array(await promisify(gunzip)(packed)));
}
