/** A pack with offers around Voorbeeldstad; every name and number is made up. */
import type {Flow} from '../../src/flows/model/flow.js';
import type {Offer} from '../../src/flows/model/offer.js';
import {toShard} from '../../src/offers/shard.js';
import {FILES, MANIFEST} from './fixtures.js';

export const HELP_ME: Flow = {
  id: 'respijtzoeker',
  lang: 'nl',
  title: 'Wie neemt het even van je over?',
  steps: [
    {
      id: 'situatie',
      entry: true,
      title: ['Waarom is er hulp nodig?'],
      control: {
        t: 'one',
        answers: [
          {id: 'dementie', label: ['Dementie'], to: {step: 'nodig'}, effects: [['=', 'ziekte', 'dementie']]},
          {id: 'autisme', label: ['Autisme'], to: {step: 'nodig'}, effects: [['=', 'soort', 'autisme']]},
        ],
      },
    },
    {
      id: 'nodig',
      title: ['Wat zou het meest helpen?'],
      control: {
        t: 'one',
        answers: [
          {id: 'nacht', label: ['Een nacht'], to: {step: 'klaar'}, effects: [['=', 'overname', 'nacht']]},
          {id: 'weekend', label: ['Een weekend'], to: {step: 'klaar'}, effects: [['=', 'overname', 'weekend']]},
        ],
      },
    },
    {id: 'klaar', title: ['Zo kan het'], body: [{t: 'show', what: 'aanbod'}, {t: 'show', what: 'contact'}]},
  ],
};

/** Where the fictional Voorbeeldstad lies, and so many kilometres north of it. */
const north = (km: number) => ({lat: 52.56 + km / 111.2, lon: 5.24});
const offer = (id: string, more: Partial<Offer> & Pick<Offer, 'name'>): Offer => ({id, support: ['respijt-thuis'], area: [], facets: {}, checked: '2026-11-01', place: 'Voorbeeldstad', ...north(1), ...more});

export const OFFERS: Offer[] = [
  offer('nachtrust', {name: 'Nachtrust', phone: '0123 456 600', firstStep: 'Bel voor een proefnacht.', description: 'Iemand waakt.', mark: 'Keurmerk (verzonnen)', facets: {doelgroepen: ['dementie'], duur: ['nacht'], thuis: ['thuis'], indicatie: ['niet-nodig'], 'plek-vrij': ['ja'], bemensing: ['beroepskracht']}}),
  offer('zwaluw', {name: 'De Zwaluw', ...north(4), support: ['logeeropvang'], website: 'https://zwaluw.example', facets: {doelgroepen: ['autisme', 'kind'], duur: ['weekend'], thuis: ['elders'], indicatie: ['jeugdwet', 'wlz'], 'plek-vrij': ['nee']}, ages: [0, 17], wait: 3}),
  offer('dijk', {name: 'Huis <b>aan</b> de Dijk', ...north(9), place: 'Bremdijk', support: ['logeeropvang'], facets: {doelgroepen: ['dementie'], duur: ['weekend', 'nacht'], thuis: ['elders'], indicatie: ['wmo']}}),
  offer('ver', {name: 'Ver Weg', ...north(60), place: 'Verweg', support: ['logeeropvang'], facets: {doelgroepen: ['nah'], duur: ['week'], thuis: ['elders']}}),
  ...Array.from({length: 40}, (_, index) => offer(`maatje-${index}`, {name: `Maatje ${index + 1}`, ...north(2 + index / 10), facets: {doelgroepen: ['ouderen'], duur: ['uren'], thuis: ['elders'], bemensing: ['vrijwilliger'], indicatie: ['niet-nodig']}})),
];

const part = (kind: 'flow' | 'offers', id: string) => ({kind, id, lang: 'nl', file: `${kind}.${id}.nl.json`, integrity: ''}) as const;

/** Files and manifest for `publish`, with all offers in one file, or cut into shards. */
export function finderPack(offers: Offer[] = OFFERS) {
  const files = {...FILES, 'flow.respijtzoeker.nl.json': HELP_ME, ...(offers.length ? {'offers.all.nl.json': {lang: 'nl', rows: offers.length, shard: toShard(offers, 'nl')}} : {})};
  const manifest = {...MANIFEST, parts: [...MANIFEST.parts, part('flow', 'respijtzoeker'), ...(offers.length ? [part('offers', 'all')] : [])]};
  return [files, manifest] as const;
}
