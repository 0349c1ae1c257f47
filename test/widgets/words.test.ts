import {expect} from '@open-wc/testing';
import {templates as en} from '../../src/locales/en.js';
import {templates as formal} from '../../src/locales/nl-x-u.js';

const FILES = ['words', 'rest-words', 'result-words', 'offer-words', 'take/take-words', 'aside/aside-words', '../respijtzoeker/words', '../respijtzoeker/more-words', '../chat/chat-words', '../chat/answer-words'];

describe('the words of the interface', () => {
  for (const locale of ['en', 'nl-x-u'] as const) {
    it(`have a translation each, and none too many: ${locale}`, async () => {
      const text = await (await fetch(new URL(`../../src/locales/${locale}.xlf`, import.meta.url))).text();
      const units = [...new DOMParser().parseFromString(text, 'application/xml').querySelectorAll('trans-unit')];
      const used = (await Promise.all(FILES.map(async (file) => (await fetch(new URL(`../../src/widgets/base/${file}.ts`, import.meta.url))).text())))
        .flatMap((source) => [...source.matchAll(/id: ["']([a-z-]+\.[a-z-]+)["']/g)])
        .map((match) => match[1]!);
      expect(used.length).to.be.greaterThan(40);
      expect(units.map((unit) => unit.id).sort()).to.deep.equal([...used].sort());
      for (const unit of units) expect(unit.querySelector('target')?.textContent.trim(), unit.id).to.be.ok;
      const built = locale === 'en' ? en : formal;
      expect(Object.keys(built).sort()).to.deep.equal([...used].sort());
    });
  }

  it('have as many labels in every language where several stand in one text', async () => {
    const source = await (await fetch(new URL('../../src/widgets/respijtzoeker/more-words.ts', import.meta.url))).text();
    const lists = [...source.matchAll(/msg\(["']([^"']*\|[^"']*)["'], \{ *id: ["']([a-z-]+\.[a-z-]+)["']/g)];
    expect(lists.length).to.be.greaterThan(10);
    for (const [, text, id] of lists) {
      for (const built of [en, formal]) expect(String((built as Record<string, unknown>)[id!]).split('|').length, id).to.equal(text!.split('|').length);
    }
  });

  it('address nobody as je in formal Dutch', () => {
    for (const [id, text] of Object.entries(formal)) {
      const words = typeof text === 'string' ? text : (text as {strings: readonly string[]}).strings.join(' ');
      expect(words, id).not.to.match(/\b(je|jij|jou|jouw)\b/i);
    }
  });
});
