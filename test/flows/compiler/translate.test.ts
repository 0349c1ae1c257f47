import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {sha256} from '../../../src/cli/build.js';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';
import type {PackLayer} from '../../../src/flows/compiler/layers.js';
import {packParts} from '../../../src/flows/compiler/pack-parts.js';
import type {PackFile} from '../../../src/flows/compiler/sort-files.js';
import {describeState} from '../../../src/flows/compiler/translate/state.js';
import type {Flow, Step} from '../../../src/flows/model/flow.js';
import {compileContent} from '../../support/packs.js';
import {textOf} from '../../support/text.js';

const PACK = `---
id: proef
naam: Proef
organisatie: Gemeente Proefstad
talen: [nl, en]
aanspreekvorm: je
contact:
  naam: Steunpunt
  telefoon: 0123 456 789
  tijden: op werkdagen
woordkeus:
  de-ander:
    je kind: "relatie = kind"
    anders: de ander
---
`;

const FLOW = `---
titel: Proef
omschrijving: Een proef.
---

## Voor wie zorg je? {#wie}

Kies wat past.

- [Mijn partner](#taken) \`relatie = partner\`
  > je bent er voor je partner
- [Mijn kind](#taken) \`relatie = kind\`
  Klein of groot.

\`knop Verder\`

## Wat doe je voor {{woord.de-ander}}? {#taken}

- [ ] Koken \`taken += koken\`
- [ ] Geen van deze \`alleen\`

[Naar het eind](#eind) \`als taken bekend\`

[Naar het eind](#eind) \`anders\`

## Fijn {#eind}

### \`als relatie = kind\` Je kind

> [!LET OP]
> Bel {{feit.tijden}}.[^b]

\`toon steun\`

Lees [de tweede proef](tweede.md).

\`toon contact\`

[^b]: Een bron.
`;

const SECOND = `---
titel: Tweede
---

## Twee {#twee}

\`toon contact\`
`;

const KIND = `---
titel: Huisarts
basisfunctie: advies-en-begeleiding
route: voorkomen
past-bij:
  - als: relatie = kind
    gewicht: 2
    omdat: je een kind hebt
  - als: taken bevat koken
    gewicht: 1
    omdat: je kookt
eerste-stap: Bel je huisarts.
geregeld-via: huisarts
---

Praat met de huisarts over mantelzorg.
`;

const FACTS = `# Feiten

## tijden

- waarde: elke dag van 9 tot 17 uur
- bron: Proef
- bron-datum: 2026
- gecontroleerd: 2026-11-22
- opnieuw: 12
`;

const WORDS = '# Woorden\n\n## mantelzorg\n\nZorgen voor iemand.\n';

const SOURCE: Record<string, string> = {'pakket.md': PACK, 'gesprekken/proef.md': FLOW, 'gesprekken/tweede.md': SECOND, 'steun/huisarts.md': KIND, 'feiten.md': FACTS, 'woorden.md': WORDS};

const ENGLISH: Record<string, string> = {
  'en/gesprekken/proef.md': `---
titel: Test
omschrijving: A test.
vertaald-door: machine
nagekeken: nee
---

## Who do you care for? {#wie}

Choose what fits.

- My partner
  > you are there for your partner
- My child
  Small or big.

Next

## What do you do for {{woord.de-ander}}? {#taken}

- [ ] Cooking
- [ ] None of these

To the end

To the end

## Good {#eind}

### Your child

> [!LET OP]
> Call {{feit.tijden}}.[^b]

Read [more](tweede.md).

[^b]: A source.
`,
  'en/gesprekken/tweede.md': '---\ntitel: Second\n---\n\n## Two {#twee}\n',
  'en/steun/huisarts.md': "---\ntitel: GP\nomdat:\n  - you have a child\n  - you cook\neerste-stap: Call your GP.\n---\n\nTalk to the GP about informal care.\n",
  'en/pakket.md': '---\norganisatie: Test town\ncontact:\n  tijden: on working days\nwoordkeus:\n  de-ander:\n    je kind: your child\n    anders: the other person\n---\n',
  'en/feiten.md': '## tijden\n\n- waarde: every day from 9 to 5\n',
  'en/woorden.md': '## informal care {#mantelzorg}\n\nCaring for someone.\n',
};

const filesOf = (texts: Record<string, string>): PackFile[] => Object.entries(texts).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));

function compile(texts: Record<string, string>, bases: PackLayer[] = []) {
  const {pack, diagnostics, languages} = compilePack(filesOf(texts), {today: '2026-11-22', packDir: 'proef', bases});
  return {pack, languages, found: diagnostics.map(({file, line, severity, rule, message}) => `${file}:${line} ${severity} ${rule} ${message}`)};
}

const english = (change: (texts: Record<string, string>) => void = () => undefined, bases?: PackLayer[]) => {
  const texts = {...SOURCE, ...ENGLISH};
  change(texts);
  const made = compile(texts, bases);
  const translated = made.pack?.translations.find(({lang}) => lang === 'en');
  return {...made, translated, flow: translated?.flows.find(({id}) => id === 'proef')};
};

const replace = (path: string, from: string, to: string) => (texts: Record<string, string>) => {
  assert.ok(texts[path]!.includes(from), `${path} has «${from}»`);
  texts[path] = texts[path]!.replace(from, () => to);
};

/** What a flow does, without what it says. */
function routes(flow: Flow): unknown {
  const words = new Set(['title', 'label', 'explain', 'echo', 'lang', 'note', 'description', 'sources', 'terms', 'submit', 'alt', 'date', 'source', 'other']);
  return JSON.parse(JSON.stringify(flow, (key, value: unknown) => (words.has(key) || typeof value === 'string' && key !== 'id' && key !== 't' && key !== 'step' && key !== 'flow' && !/^[a-z0-9=+><!&|-]+$/.test(value) ? undefined : key === 'c' ? kindsOf(value) : value)));
}

/** Of running text only where it leads and what it shows. */
function kindsOf(value: unknown): unknown {
  if (!Array.isArray(value)) return undefined;
  return value.filter((part) => typeof part === 'object').map((part: {t: string; c?: unknown}) => (['b', 'i', 'term', 'word', 'src', 'br', 'a', 'fact'].includes(part.t) ? undefined : part)).filter(Boolean);
}

const stepOf = (flow: Flow | undefined, id: string): Step => flow!.steps.find((step) => step.id === id)!;

describe('a translation', () => {
  it('is complete when every text of the source has one', () => {
    const {found, flow, translated, languages, pack} = english();
    assert.deepEqual(found, []);
    assert.deepEqual(pack!.manifest.languages, ['nl', 'en']);
    assert.equal(textOf(stepOf(flow, 'wie').title), 'Who do you care for?');
    assert.deepEqual(flow!.steps.filter(({lang}) => lang), []);
    assert.equal(translated!.support!.kinds[0]!.title, 'GP');
    assert.deepEqual(translated!.support!.kinds[0]!.fits!.map(({because}) => textOf(because)), ['you have a child', 'you cook']);
    assert.equal(translated!.support!.terms!['mantelzorg']!.title, 'informal care');
    assert.deepEqual(pack!.manifest.contact.words, {en: {hours: 'on working days'}});
    assert.equal(describeState(languages[0]!), 'Engels: 4 van 4 stappen, 1 van 1 soorten steun.');
  });

  it('leads where the source leads, in every language of the packs', async () => {
    const {pack, flow} = english();
    assert.deepEqual(routes(flow!), routes(pack!.flows.find(({id}) => id === 'proef')!));
    const content = await compileContent('basis');
    const translations = content.translations.flatMap(({flows}) => flows);
    assert.ok(translations.some(({id, lang}) => id === 'herken-je-jezelf' && lang === 'en'));
    for (const translated of translations) assert.deepEqual(routes(translated), routes(content.flows.find(({id}) => id === translated.id)!), `${translated.id} ${translated.lang}`);
  });

  it('keeps ids, conditions and effects out of the hands of translators', () => {
    const {flow, pack} = english();
    const [answer] = (stepOf(flow, 'taken').control as {answers: {id: string; effects: unknown}[]}).answers;
    assert.equal(answer!.id, 'koken');
    assert.deepEqual(answer!.effects, [['+=', 'taken', 'koken']]);
    assert.deepEqual(stepOf(flow, 'taken').buttons!.map(({id, routes: {length}}) => [id, length]), [['naar-het-eind', 2]]);
    assert.deepEqual(stepOf(flow, 'taken').buttons!.map(({routes: all}) => all), stepOf(pack!.flows.find(({id}) => id === 'proef'), 'taken').buttons!.map(({routes: all}) => all));
  });

  it('takes the text of a button of answers from a line, for it is no instruction there', () => {
    const {control} = stepOf(english().flow, 'wie');
    assert.deepEqual((control as {submit: unknown}).submit, ['Next']);
  });

  it('says in its own language that a machine made it, until somebody looked at it', () => {
    assert.deepEqual(english().flow!.note, {lang: 'en', text: 'This text was translated by a machine and not yet checked by a person.'});
    const checked = english(replace('en/gesprekken/proef.md', 'nagekeken: nee', 'nagekeken: 2026-11-22, Ana'));
    assert.equal(checked.flow!.note, undefined);
  });

  it('lets a step without a translation fall back to Dutch, marked as Dutch', () => {
    const {flow, found} = english((texts) => (texts['en/gesprekken/proef.md'] = texts['en/gesprekken/proef.md']!.replace(/## What[^]*?(?=## Good)/, '')));
    assert.equal(stepOf(flow, 'taken').lang, 'nl');
    assert.equal(stepOf(flow, 'wie').lang, undefined);
    assert.deepEqual(found, ['proef/en/gesprekken/proef.md:1 waarschuwing vertaling/ontbreekt In deze vertaling ontbreekt de stap «taken»; bezoekers lezen daar Nederlands.']);
  });

  it('keeps the wordings, facts and words of Dutch in what fell back', () => {
    const {flow} = english(replace('en/gesprekken/proef.md', '{#taken}', '{#taken vertalen}'));
    assert.match(JSON.stringify(stepOf(flow, 'taken').title), /de ander/);
    assert.match(JSON.stringify(english().flow!.steps[1]!.title), /the other person/);
  });

  it('is shown while it is stale, and reported', () => {
    const {flow, found} = english(replace('en/gesprekken/proef.md', '{#wie}', '{#wie bron:0123456789}'));
    assert.equal(stepOf(flow, 'wie').lang, undefined);
    assert.deepEqual(found, ['proef/en/gesprekken/proef.md:8 waarschuwing vertaling/verouderd De bron van de stap «wie» is gewijzigd sinds deze vertaling.']);
  });

  it('of a fact is not shown once it is stale: a number of another day misleads', () => {
    const {flow} = english(replace('en/feiten.md', '## tijden', '## tijden {bron:0123456789}'));
    assert.match(JSON.stringify(stepOf(flow, 'eind')), /"c":"elke dag van 9 tot 17 uur".*"lang":"nl"/);
  });

  const misfits: [name: string, from: string, to: string, message: RegExp][] = [
    ['answers', '- My child\n  Small or big.\n', '', /«wie»: hier staan 1 antwoorden, in de bron 2/],
    ['an echo', '  > you are there for your partner\n', '', /ontbreekt de zin met >/],
    ['a paragraph', 'Choose what fits.\n', 'Choose what fits.\n\nMore.\n', /Hier staat een alinea, maar in de bron staat hier de antwoorden|hier staat een alinea, maar in de bron/],
    ['a fact', 'Call {{feit.tijden}}.[^b]', 'Call.[^b]', /ontbreekt «{{feit\.tijden}}»/],
    ['a footnote', '{{feit.tijden}}.[^b]', '{{feit.tijden}}.', /ontbreekt «\[\^b\]»/],
    ['another footnote', '[^b]: A source.', '[^c]: A source.', /ontbreekt de voetnoot «\[\^b\]»/],
    ['a link', '[more](tweede.md)', 'more', /ontbreekt «\(tweede\.md\)»/],
    ['a call-out', '> [!LET OP]', '> [!NOOD]', /begint niet met «\[!LET OP\]»/],
    ['the end', 'Read [more](tweede.md).\n', '', /aan het eind ontbreekt een alinea/],
  ];
  for (const [name, from, to, message] of misfits) {
    it(`that differs from its source in ${name} is told so, and not shown`, () => {
      const {flow, found} = english(replace('en/gesprekken/proef.md', from, to));
      const [first] = found.filter((line) => line.includes('vertaling/afwijkend'));
      assert.match(first ?? '', message);
      assert.ok(found.every((line) => line.includes(' waarschuwing ')));
      assert.equal(flow!.steps.filter(({lang}) => lang === 'nl').length, 1);
    });
  }

  it('may not hold an instruction', () => {
    const {found, pack} = english(replace('en/gesprekken/proef.md', '- My partner\n', '- My partner `relatie = partner`\n'));
    assert.equal(pack, undefined);
    assert.match(found[0]!, /proef\/en\/gesprekken\/proef\.md:12 fout vertaling\/afwijkend De instructie «relatie = partner» hoort niet in een vertaling/);
  });

  it('may keep the links and boxes that were copied with the text', () => {
    const {flow, found} = english(replace('en/gesprekken/proef.md', '- My partner\n', '- [My partner](#weg)\n'));
    assert.deepEqual(found, []);
    assert.deepEqual((stepOf(flow, 'wie').control as {answers: {to: unknown}[]}).answers[0]!.to, {step: 'taken'});
  });

  it('of a step or a file that the source does not have is told', () => {
    const {found} = english((texts) => {
      texts['en/gesprekken/proef.md'] += '\n## Old {#oud}\n';
      texts['en/steun/weg.md'] = '---\ntitel: Gone\n---\n\nText.\n';
    });
    assert.deepEqual(found, [
      'proef/en/gesprekken/proef.md:39 waarschuwing vertaling/afwijkend De bron heeft geen stap «oud» (meer).',
      'proef/en/steun/weg.md:1 waarschuwing vertaling/afwijkend De bron heeft geen soort steun «weg» (meer).',
    ]);
  });

  it('whose language pakket.md does not name is told, and so is `u` without a translation', () => {
    const {found} = english((texts) => (texts['pakket.md'] = texts['pakket.md']!.replace('[nl, en]', '[nl]').replace('aanspreekvorm: je', 'aanspreekvorm: u')));
    assert.equal(found.length, 2);
    assert.match(found[0]!, /De map «en» staat niet bij «talen»/);
    assert.match(found[1]!, /aanspreekvorm is «u», maar er is geen vertaling in de u-vorm/);
  });

  it('names the files that are missing, once', () => {
    const {found} = compile({...SOURCE, 'en/gesprekken/proef.md': ENGLISH['en/gesprekken/proef.md']!});
    assert.ok(found.includes('proef/pakket.md:5 waarschuwing vertaling/ontbreekt In de map «en» ontbreken «gesprekken/tweede.md», «steun/huisarts.md»; bezoekers lezen daar Nederlands.'), found.join('\n'));
  });

  it('survives garbage', () => {
    for (const bytes of [new Uint8Array([0xff, 0xfe, 0x00]), new TextEncoder().encode(''), new TextEncoder().encode('---\na: [\n'), new TextEncoder().encode('## {#__proto__}\n\n## {#constructor bron:zz}\n')]) {
      const {diagnostics} = compilePack([...filesOf(SOURCE), {path: 'en/gesprekken/proef.md', bytes}, {path: 'en/constructor/x.md', bytes}], {today: '2026-11-22', packDir: 'proef'});
      assert.ok(diagnostics.length > 0);
    }
  });
});

describe('a translation in a pack on top of another', () => {
  const LOCAL = `---\nid: lokaal\nnaam: Lokaal\norganisatie: Club\ngebaseerd-op: proef\ncontact:\n  naam: Balie\n  telefoon: 0123 456 789\n---\n`;
  const bases = [{packDir: 'proef', files: filesOf({...SOURCE, ...ENGLISH})}];
  const compileLocal = (texts: Record<string, string>) => {
    const {pack, diagnostics} = compilePack(filesOf({'pakket.md': LOCAL, ...texts}), {today: '2026-11-22', packDir: 'lokaal', bases});
    return {flow: pack?.translations[0]?.flows.find(({id}) => id === 'proef'), found: diagnostics.map(({file, rule, message}) => `${file} ${rule} ${message}`)};
  };
  const OWN_STEP = '## Voor wie doe je iets? {#wie}\n\n- [Mijn kind](#taken) `relatie = kind`\n- [Mijn partner](#taken) `relatie = partner`\n';

  it('is inherited with the step that it translates', () => {
    const {flow, found} = compileLocal({});
    assert.deepEqual(found, []);
    assert.equal(textOf(stepOf(flow, 'wie').title), 'Who do you care for?');
  });

  it('is dropped with the step that is replaced, until this pack translates its own', () => {
    const dropped = compileLocal({'gesprekken/proef.md': OWN_STEP});
    assert.equal(stepOf(dropped.flow, 'wie').lang, 'nl');
    assert.equal(textOf(stepOf(dropped.flow, 'wie').title), 'Voor wie doe je iets?');
    assert.equal(stepOf(dropped.flow, 'taken').lang, undefined);
    assert.match(dropped.found.join('\n'), /lokaal\/pakket\.md vertaling\/ontbreekt In de map «en» ontbreekt «gesprekken\/proef\.md»/);
    const own = compileLocal({'gesprekken/proef.md': OWN_STEP, 'en/gesprekken/proef.md': '## Who do you help? {#wie}\n\n- My child\n- My partner\n'});
    assert.equal(textOf(stepOf(own.flow, 'wie').title), 'Who do you help?');
    assert.equal(stepOf(own.flow, 'wie').lang, undefined);
    assert.deepEqual(own.found, []);
  });

  it('may translate a step of the pack below that has no translation there', () => {
    const {flow} = compileLocal({'en/gesprekken/proef.md': '## Who is it for? {#wie}\n\nPick one.\n\n- My partner\n  > you are there\n- My child\n  Any age.\n\nOn\n'});
    assert.equal(textOf(stepOf(flow, 'wie').title), 'Who is it for?');
    assert.equal(textOf(stepOf(flow, 'taken').title).startsWith('What do you do'), true);
  });

  it('of an addition stands beside that of the step below', () => {
    const addition = '## Wat doe je voor {{woord.de-ander}}? {#taken}\n\n`aanvulling`\n\n- [ ] Rijden naar de club `taken += rijden`\n';
    const without = compileLocal({'gesprekken/proef.md': addition});
    assert.equal(stepOf(without.flow, 'taken').lang, 'nl');
    const {flow, found} = compileLocal({'gesprekken/proef.md': addition, 'en/gesprekken/proef.md': '## Driving {#taken}\n\n- [ ] Driving to the club\n'});
    assert.equal(stepOf(flow, 'taken').lang, undefined, found.join('\n'));
    assert.deepEqual((stepOf(flow, 'taken').control as {answers: {label: unknown[]}[]}).answers.map(({label}) => label.join('')), ['Cooking', 'Driving to the club', 'None of these']);
    assert.match(textOf(stepOf(flow, 'taken').title), /What do you do/);
  });
});

describe('the parts of a translation', () => {
  const FORMAL = {
    'nl-u/gesprekken/proef.md': '## Voor wie zorgt u? {#wie}\n\nKies er een.\n\n- Mijn partner\n  > u bent er\n- Mijn kind\n  Ook volwassen.\n\nVerder\n',
  };
  const named = async (texts: Record<string, string>) => {
    const files = await packParts(compile(texts).pack!, sha256);
    const partsOf = (start: string) => {
      const {bytes} = files.find(({path}) => path.startsWith(start))!;
      return (JSON.parse(new TextDecoder().decode(bytes)) as {parts: {kind: string; id: string; lang: string}[]}).parts.map(({kind, id, lang}) => `${kind}.${id}.${lang}`);
    };
    return {first: partsOf('pakket.json'), english: partsOf('later.all.en'), dutch: partsOf('later.all.nl')};
  };
  const packed = (address: 'je' | 'u') => named({...SOURCE, 'pakket.md': SOURCE['pakket.md']!.replace('aanspreekvorm: je', `aanspreekvorm: ${address}`).replace('[nl, en]', '[nl, en, nl-u]'), ...ENGLISH, ...FORMAL});

  it('are named on the list of its language, flows too, so that readers of the source do not wait for them', async () => {
    const {first, english: list, dutch} = await packed('je');
    assert.deepEqual(first, ['flow.proef.nl', 'flow.tweede.nl', 'later.all.nl', 'later.all.en', 'later.all.nl-u']);
    assert.deepEqual(list.filter((part) => part.startsWith('flow')), ['flow.proef.en', 'flow.tweede.en']);
    assert.ok(list.includes('support.all.en') && dutch.includes('support.all.nl'));
  });

  it('are named at once when most visitors read them: formal Dutch, of an organisation that says so', async () => {
    const {first} = await packed('u');
    assert.deepEqual(first.filter((part) => part.startsWith('flow')), ['flow.proef.nl', 'flow.tweede.nl', 'flow.proef.nl-u']);
  });
});
