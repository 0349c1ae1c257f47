import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {parse} from 'yaml';
import {compileContent} from '../support/packs.js';
import {textOf} from '../support/text.js';

const {support} = await compileContent('basis');
const kinds = support!.kinds;

/** What an editor wrote for the chat; it is not in the part that visitors of a dialogue get. */
const spokenFor = (id: string): string[] => {
  const text = readFileSync(new URL(`../../content/basis/steun/${id}.md`, import.meta.url), 'utf8');
  return (parse(text.split('---\n')[1]!) as {zoekwoorden: string[]}).zoekwoorden;
};

describe('each kind of support of the base pack', () => {
  it('says what it costs, who arranges it and what happens then', () => {
    for (const {id, costs, expect, arrangedBy} of kinds) {
      assert.ok(costs?.length && expect?.length && arrangedBy.length, id);
      assert.ok(textOf(expect).length > 40, id);
    }
  });

  it('has a first step that can be done at once: whom to turn to, and the words to say', () => {
    for (const {id, firstStep} of kinds) assert.match(textOf(firstStep), /^(Bel|Vraag|Stuur|Schrijf|Kies)\b.*"[^"]{15,}[.?]"$/, id);
  });

  it('names no amount of its own, and a number to call only as a fact', () => {
    for (const {id, costs} of kinds) assert.doesNotMatch(costs!.map((inline) => (typeof inline === 'string' ? inline : '')).join(''), /\d/, id);
  });

  it('cites where it comes from', () => {
    for (const {id, sources} of kinds) assert.ok(sources?.length, id);
  });

  it('can be found by at least eight things that people say, none of them said twice', () => {
    for (const {id} of kinds) {
      const words = spokenFor(id).map((word) => word.toLowerCase());
      assert.ok(words.length >= 8, `${id}: ${words.length}`);
      assert.equal(new Set(words).size, words.length, id);
    }
  });
});
