import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {compileContent} from '../support/packs.js';

const BASE = new URL('../../content/basis/', import.meta.url);
const table = readFileSync(new URL('dekking.md', BASE), 'utf8');
const {flows, support} = await compileContent('basis');
const steps = new Set(flows.flatMap((flow) => flow.steps.map((step) => `gesprekken/${flow.id}.md#${step.id}`)));

const linksOf = (text: string) => Array.from(text.matchAll(/\]\(([^)]+)\)/g), ([, href]) => href!);

/** What a link of the table gets wrong, or nothing. */
function broken(href: string): string[] {
  const [file = '', step] = href.split('#');
  if (!existsSync(fileURLToPath(new URL(file, BASE)))) return [`${href}: no such file`];
  if (file.startsWith('gesprekken/') && !steps.has(href)) return [step ? `${href}: no such step` : `${href}: names no step`];
  return [];
}

/** The rows of the table below a heading, without its head. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = table.split(`## ${heading}`);
  const lines = section.split('\n## ')[0]!.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

describe('the coverage table of the base pack', () => {
  it('leads only to files and steps that exist', () => {
    assert.ok(linksOf(table).length > 60);
    assert.deepEqual(linksOf(table).flatMap(broken), []);
  });

  it('notices a step and a file that are gone', () => {
    assert.deepEqual(broken('gesprekken/ondersteuningswijzer.md#weg'), ['gesprekken/ondersteuningswijzer.md#weg: no such step']);
    assert.deepEqual(broken('steun/weg.md'), ['steun/weg.md: no such file']);
  });

  it('has the 6 themes and 17 subjects of the kennisagenda, each with where it stands or why not', () => {
    const rows = rowsBelow('De kennisagenda');
    assert.equal(rows.length, 17);
    assert.equal(new Set(rows.map(([theme]) => theme)).size, 6);
    for (const [, subject, where = ''] of rows) assert.ok(linksOf(where).length > 0 || /^(?:niet hier|"wie regelt)/.test(where), subject);
  });

  it('has the nine determinants, for who asks and for who offers', () => {
    const rows = rowsBelow('Wat gedrag bepaalt');
    assert.equal(rows.length, 9);
    for (const [name, asks = '', offers = ''] of rows) assert.ok(linksOf(asks).length && linksOf(offers).length, name);
  });

  it('names each flow of the pack, and links to kinds of support that are there', () => {
    const linked = new Set(linksOf(table).map((href) => href.split('#')[0]!));
    assert.deepEqual(flows.map(({id}) => `gesprekken/${id}.md`).filter((file) => !linked.has(file)), []);
    const kinds = new Set(support!.kinds.map(({id}) => `steun/${id}.md`));
    assert.deepEqual([...linked].filter((file) => file.startsWith('steun/') && !kinds.has(file)), []);
  });
});
