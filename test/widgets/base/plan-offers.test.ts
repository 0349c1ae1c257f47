import {expect} from '@open-wc/testing';
import type {Offer} from '../../../src/flows/model/offer.js';
import {toShard} from '../../../src/offers/shard.js';
import {FILES, MANIFEST} from '../fixtures.js';
import {all, asked, clear, down, has, inside, publish, ready, toResult, until, type Tag} from '../support.js';

const offer = (id: string, more: Partial<Offer> = {}): Offer => ({id, name: `Naam ${id}`, support: ['nachtzorg'], area: [], facets: {}, checked: '2026-11-01', ...more});
const OFFERS = [
  offer('waak', {name: 'Wacht <img src=x onerror=alert(1)>', place: 'Voorbeeldstad', phone: '0123 456 600', website: 'https://waak.example/x', firstStep: 'Bel voor een proefnacht.', facets: {'plek-vrij': ['ja']}}),
  offer('twee', {wait: 3, facets: {'plek-vrij': ['nee']}, email: 'twee@waak.example'}),
  offer('drie'),
  offer('vier', {checked: '2024-01-01'}),
  offer('ander', {support: ['logeeropvang']}),
];

type Part = {lang: string; rows: number; shard: object};
const part = (file: string) => ({kind: 'offers', id: 'all', lang: 'nl', file, integrity: ''}) as const;

async function withOffers(offers: Part): Promise<string> {
  return publish(undefined, [{...FILES, 'offers.all.nl.json': offers}, {...MANIFEST, parts: [...MANIFEST.parts, part('offers.all.nl.json')]}]);
}

const cards = (element: Tag) => all(element, '[data-aanbod]').map((card) => card.dataset.aanbod);

describe('offers in a plan', () => {
  afterEach(() => {
    clear();
    down.clear();
  });

  it('stand with their kind of support, at most three, best first, as text', async () => {
    const folder = await withOffers({lang: 'nl', rows: OFFERS.length, shard: toShard(OFFERS, 'nl')});
    const {element, heard} = await ready('', {folder});
    await toResult(element);
    await until(() => has(element, '[data-aanbod]'));
    expect(cards(element)).to.deep.equal(['waak', 'drie', 'vier']);
    const card = inside(element, '[data-steun=nachtzorg] [data-aanbod=waak]');
    expect(card.getAttribute('part')).to.equal('aanbod');
    expect(card.textContent!.replace(/\s+/g, ' ')).to.match(/Wacht <img src=x onerror=alert\(1\)>, Voorbeeldstad.*Plek vrij · 0123 456 600 · Naar de website/);
    expect(card.querySelector('img')).to.equal(null);
    expect([...card.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal(['tel:0123456600', 'https://waak.example/x']);
    const link = card.querySelector('a')!;
    link.addEventListener('click', (event) => event.preventDefault(), {once: true});
    link.click();
    expect(heard.filter(({type}) => type === 'mz-contact').map(({detail}) => detail)).to.deep.equal([{widget: 'herken-je-jezelf', soort: 'aanbod'}]);
  });

  it('are not waited for, and a result without them is whole', async () => {
    const folder = await withOffers({lang: 'nl', rows: OFFERS.length, shard: toShard(OFFERS, 'nl')});
    down.add(`${folder}offers.all.nl.json`);
    const {element} = await ready('', {folder});
    await toResult(element);
    await until(() => asked.includes(`${folder}offers.all.nl.json`));
    expect(all(element, '[data-steun]').length).to.equal(3);
    expect(has(element, '[data-aanbod]') || has(element, '.melding')).to.equal(false);
  });

  it('that are no offers are left out, whatever they hold', async () => {
    for (const bad of [{lang: 'nl', rows: 1, shard: {...toShard(OFFERS, 'nl'), rows: 1}}, {lang: 'nl', rows: 5, shard: {...toShard(OFFERS, 'nl'), kinds: ['nachtzorg', '<b>']}}]) {
      const folder = await withOffers(bad);
      const {element} = await ready('', {folder});
      await toResult(element);
      await until(() => asked.includes(`${folder}offers.all.nl.json`));
      expect(all(element, '[data-steun]').length).to.equal(3);
      expect(has(element, '[data-aanbod]')).to.equal(false);
      clear();
    }
  });
});
