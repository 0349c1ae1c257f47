/** A pack with every kind of step, as the compiler would emit it. Sample text; the flows lead nowhere real. */
import type {Flow} from '../../src/flows/model/flow.js';
import type {Manifest, PartRef} from '../../src/flows/model/manifest.js';
import type {SupportPart} from '../../src/flows/model/support.js';

export const QUIZ: Flow = {
  id: 'herken-je-jezelf',
  lang: 'nl',
  title: 'Herken je jezelf?',
  sources: [['SCP, ', {t: 'i', c: ['Hulp geboden']}, ' (2014), hoofdstuk 6.'], [{t: 'a', href: 'https://example.org/cijfers', c: ['Cijfers over zorgen voor elkaar']}, ' (2025).']],
  terms: {respijtzorg: {title: 'Respijtzorg', c: [{t: 'p', c: ['Iemand neemt de zorg even van je over.']}]}},
  steps: [
    {
      id: 'wie',
      entry: true,
      title: ['Voor wie doe je weleens iets extra’s?'],
      body: [{t: 'p', c: ['Iemand die door ziekte, ouderdom of een beperking iets niet zelf kan.']}],
      control: {
        t: 'one',
        answers: [
          {id: 'partner', label: ['Mijn partner'], to: {step: 'taken'}, effects: [['=', 'relatie', 'partner']], echo: ['je bent er voor je partner']},
          {id: 'ouder', label: ['Mijn vader, moeder of schoonouder'], to: {step: 'taken'}, effects: [['=', 'relatie', 'ouder']], echo: ['je helpt je vader of moeder']},
          {id: 'kind', label: ['Mijn kind'], explain: [{t: 'p', c: ['Klein of volwassen.']}], to: {step: 'taken'}, effects: [['=', 'relatie', 'kind']]},
          {id: 'kent', label: ['Ik ken iemand die voor een ander zorgt'], to: {flow: 'hulp-aanbieden', step: 'wat'}},
          {id: 'niemand', label: ['Voor niemand'], to: {step: 'niemand'}},
        ],
      },
    },
    {
      id: 'taken',
      title: ['Wat doe je zoal?'],
      body: [{t: 'p', c: ['Kies alles wat je herkent. Kleine dingen tellen ook.']}],
      control: {
        t: 'many',
        answers: [
          {id: 'er-zijn', label: ['Er zijn: luisteren, gezelschap, een oogje in het zeil'], effects: [['+=', 'taken', 'nabijheid']], echo: ['je bent er voor gezelschap']},
          {id: 'school', label: ['Helpen met huiswerk'], when: ['=', 'relatie', 'kind'], effects: [['+=', 'taken', 'school']]},
          {id: 'wassen', label: ['Wassen, aankleden, medicijnen'], explain: [{t: 'p', c: ['Ook als je het samen met de thuiszorg doet.']}], effects: [['+=', 'taken', 'verzorging'], ['+', 'last', 2]], echo: ['je helpt met wassen en medicijnen']},
          {id: 'anders', label: ['Iets anders'], own: true, effects: [['+=', 'taken', 'anders']]},
          {id: 'geen', label: ['Geen van deze'], alone: true},
        ],
      },
      buttons: [
        {id: 'naar-je-nachten', label: ['Naar je nachten'], routes: [{when: ['has', 'taken', 'verzorging'], to: {step: 'nacht'}}]},
        {id: 'naar-de-duur', label: ['Naar hoe lang al'], routes: [{when: ['!', ['has', 'taken', 'verzorging']], to: {step: 'jaren'}}]},
      ],
    },
    {
      id: 'nacht',
      title: ['Hoe slaap je?'],
      control: {
        t: 'one',
        submit: ['Naar hoe lang al'],
        answers: [
          {id: 'goed', label: ['Goed'], to: {step: 'jaren'}},
          {id: 'gewekt', label: ['Ik word vaak gewekt'], to: {step: 'jaren'}, effects: [['+', 'last', 2]], echo: ['je wordt vaak gewekt']},
        ],
      },
    },
    {
      id: 'jaren',
      title: ['Hoeveel jaar doe je dit al?'],
      control: {t: 'number', name: 'jaren', min: 0, max: 80},
      buttons: [{id: 'verder', label: ['Naar wat je nodig hebt'], routes: [{to: {step: 'nodig'}}]}],
    },
    {
      id: 'nodig',
      title: ['Wat zou jou helpen?'],
      body: [{t: 'p', c: ['Denk ook aan ', {t: 'term', id: 'respijtzorg', c: 'respijtzorg'}, '.', {t: 'src', n: 1}]}],
      control: {
        t: 'many',
        min: 1,
        max: 2,
        answers: [
          {id: 'lucht', label: ['Even lucht'], effects: [['+=', 'wens', 'lucht']]},
          {id: 'praten', label: ['Praten'], effects: [['+=', 'wens', 'praten']]},
          {id: 'regelen', label: ['Hulp bij regelen'], effects: [['+=', 'wens', 'regelen']]},
        ],
      },
      buttons: [{id: 'uitslag', label: ['Naar je uitslag'], routes: [{to: {step: 'uitslag'}}]}],
    },
    {
      id: 'uitslag',
      title: ['Dit doe jij'],
      body: [
        {t: 'callout', kind: 'nood', when: ['>=', 'last', 4], c: [{t: 'p', c: ['Gaat het nu niet meer? Bel ', {t: 'fact', id: 'spoed', c: '112', href: 'tel:112'}, '.']}]},
        {t: 'show', what: 'samenvatting'},
        {t: 'section', title: ['Dat is veel'], when: ['>=', 'last', 2], c: [{t: 'p', c: ['Het is niet gek als het je weleens ', {t: 'b', c: ['te veel']}, ' wordt.', {t: 'src', n: 2}]}]},
        {t: 'callout', kind: 'let-op', c: [{t: 'p', c: ['Dit heet ook wel ', {t: 'b', c: ['mantelzorg']}, '. Hulp hierbij is er ook voor jou.']}]},
        {t: 'list', items: [[{t: 'p', c: ['Eén ding tegelijk']}], [{t: 'p', c: ['Bel gerust: ', {t: 'fact', id: 'mantelzorglijn', c: '030 760 60 55', href: 'tel:+31307606055'}]}]]},
        {t: 'p', c: ['Iemand anders kan ook ', {t: 'flow', to: {flow: 'hulp-aanbieden', step: 'wat'}, c: ['iets voor je doen']}, '.']},
        {t: 'show', what: 'steun', max: 5},
        {t: 'show', what: 'contact'},
      ],
    },
    {
      id: 'niemand',
      title: ['Misschien ken je iemand die dat wel doet'],
      body: [{t: 'p', c: ['Dank je wel voor het kijken.']}, {t: 'show', what: 'contact'}],
    },
  ],
};

export const HELP: Flow = {
  id: 'hulp-aanbieden',
  lang: 'nl',
  title: 'Hulp aanbieden',
  steps: [
    {
      id: 'wat',
      title: ['Wat zou jij kunnen doen?'],
      control: {t: 'text', name: 'wat'},
      buttons: [{id: 'verder', label: ['Naar waar'], routes: [{to: {step: 'waar'}}]}],
    },
    {
      id: 'waar',
      title: ['Waar woon je?'],
      control: {t: 'place', name: 'plaats'},
      buttons: [{id: 'klaar', label: ['Naar het einde'], routes: [{when: ['known', 'plaats'], to: {step: 'tussen'}}]}],
    },
    {
      id: 'tussen',
      title: ['Mooi dat je iets wilt doen'],
      body: [{t: 'p', c: ['Kleine dingen tellen het meest.']}, {t: 'show', what: 'contact'}],
      buttons: [
        {id: 'einde', label: ['Naar het einde'], routes: [{to: {step: 'einde'}}]},
        {id: 'opnieuw', label: ['Iets anders doen'], routes: [{to: {step: 'wat'}}]},
      ],
    },
    {id: 'einde', title: ['Dank je wel'], body: [{t: 'show', what: 'contact'}]},
  ],
};

export const SUPPORT: SupportPart = {
  lang: 'nl',
  order: ['nachtzorg', 'taken-verdelen', 'crisis'],
  kinds: [
    {
      id: 'taken-verdelen',
      title: 'Samen verdelen met familie en vrienden',
      function: 'praktische-hulp',
      route: 'ontlasten',
      fits: [{when: ['has', 'wens', 'lucht'], weight: 1, because: ['je even lucht wilt']}],
      firstStep: ['Vraag één mens om één ding.'],
      arrangedBy: ['zelf'],
      body: [{t: 'p', c: ['Mensen willen vaak helpen, maar weten niet hoe.']}],
    },
    {
      id: 'nachtzorg',
      title: 'Iemand die een nacht of avond overneemt',
      function: 'respijtzorg',
      route: 'ontlasten',
      fits: [
        {when: ['>=', 'last', 2], weight: 2, because: ['je vaak gewekt wordt']},
        {when: ['has', 'taken', 'verzorging'], weight: 1, because: ['je helpt met wassen en medicijnen']},
      ],
      firstStep: ['Bel het steunpunt en vraag naar nachtzorg thuis: ', {t: 'fact', id: 'steunpunt', c: '0123 456 789', href: 'tel:0123456789'}, '.'],
      arrangedBy: ['gemeente', 'zorgkantoor'],
      costs: ['Vaak een eigen bijdrage.'],
      expect: ['Iemand komt kennismaken.'],
      body: [{t: 'p', c: ['Een vaste oppas blijft slapen.', {t: 'src', n: 1}]}],
      sources: [['Voorbeeldbron (2024).']],
    },
    {
      id: 'crisis',
      title: 'Nu meteen met iemand praten',
      function: 'emotionele-steun',
      route: 'voorkomen',
      fits: [{when: ['>=', 'last', 4], weight: 1, because: ['het nu te veel is']}],
      firstStep: ['Bel je huisarts.'],
      arrangedBy: ['huisarts'],
      body: [{t: 'p', c: ['Praten helpt.']}],
    },
  ],
};

const PARTS: PartRef[] = [
  {kind: 'flow', id: 'herken-je-jezelf', lang: 'nl', file: 'flow.herken-je-jezelf.nl.json', integrity: ''},
  {kind: 'flow', id: 'hulp-aanbieden', lang: 'nl', file: 'flow.hulp-aanbieden.nl.json', integrity: ''},
  {kind: 'support', id: 'all', lang: 'nl', file: 'support.all.nl.json', integrity: ''},
];

export const MANIFEST: Manifest = {
  formaat: 1,
  id: 'proef',
  name: 'Proefpakket',
  organisation: 'Gemeente Voorbeeldstad',
  version: '1',
  languages: ['nl'],
  address: 'je',
  contact: {
    name: 'Steunpunt Mantelzorg Voorbeeldstad',
    phone: '0123 456 789',
    email: 'steunpunt@example.org',
    website: 'https://example.org/steunpunt',
    address: 'Dorpsstraat 1, Voorbeeldstad',
    hours: 'maandag tot en met vrijdag, 9 tot 17 uur',
  },
  parts: PARTS,
};

/** The pack as files; integrities are filled in by {@link sealed}. */
export const FILES: Record<string, unknown> = {
  'flow.herken-je-jezelf.nl.json': QUIZ,
  'flow.hulp-aanbieden.nl.json': HELP,
  'support.all.nl.json': SUPPORT,
};

/** The sha384 of a text, as `integrity` wants it. */
export async function integrityOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text));
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** File names and contents of the pack, with the integrities that belong to them. */
export async function sealed(files: Record<string, unknown> = FILES, manifest: Manifest = MANIFEST): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(files)) texts[name] = JSON.stringify(value);
  const parts = await Promise.all(
    manifest.parts.map(async (part) => ({...part, integrity: part.integrity || (await integrityOf(texts[part.file] ?? ''))})),
  );
  texts['pakket.json'] = JSON.stringify({...manifest, parts});
  return texts;
}
