import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compileLayered, layer, told} from '../../../support/layers.js';
import {compileFiles, SMALL, type Files} from './small-pack.js';

const PACK = `---\nid: proef\nnaam: Proef\norganisatie: Proef (verzonnen)\ntalen: [nl]\naanspreekvorm: je\ncontact: { naam: Steunpunt, telefoon: 0123 456 789 }\n---\n`;
const END = '## Tot ziens {#eind}\n\n`toon contact`\n';
const flow = (body: string) => `---\ntitel: Proef\n---\n\n${body}\n\n${END}`;
const one = (body: string, more: Files = {}): Files => ({'pakket.md': PACK, 'gesprekken/proef.md': flow(body), ...more});
const support = (id: string, fits: string) => ({[`steun/${id}.md`]: `---\ntitel: Hulp bij ${id}\nbasisfunctie: informatie\nroute: regelen\npast-bij:\n${fits}eerste-stap: Bel het steunpunt.\ngeregeld-via: zelf\n---\n\nEen korte uitleg.\n`});
const utf8 = (text: string, bom = false) => new TextEncoder().encode((bom ? '\ufeff' : '') + text);

/** What looks like a fault and is none: the compiler has nothing to say about any of these. */
const VALID: Record<string, Files> = {
  'a hole in the conditions of buttons that nobody can reach': one(`## Kleur? {#kleur}

- [Rood](#verder) \`kleur = rood\`
- [Blauw](#verder) \`kleur = blauw\`
- [Geel](#eind) \`kleur = geel\`

## En dan? {#verder}

[Naar rood](#eind) \`als kleur = rood\`

[Naar blauw](#eind) \`als kleur = blauw\``),
  'a hole that an earlier set closes': one(`## Wat doe je? {#wat}

\`kies minstens 1\`

- [ ] Koken \`taken += koken\`
- [ ] Wassen \`taken += wassen\`

[Naar koken](#koken) \`als taken bevat koken\`

[Naar wassen](#wassen) \`als taken bevat wassen\`

## Koken {#koken}

[Naar het eind](#eind)

## Wassen {#wassen}

[Naar het eind](#eind)`),
  'entrances in the middle, that start with nothing known': one(`## Begin {#begin}

- [Ja](#midden) \`antwoord = ja\`
- [Nee](#midden) \`antwoord = nee\`

## Midden {#midden ingang}

Goed dat je het zegt. \`als antwoord = ja\`

Fijn dat je er bent. \`als niet antwoord bekend\`

[Naar het eind](#eind)`),
  'a ring that can be left': one(`## Nog een keer? {#weer}

- [Ja](#even)
- [Nee](#eind)

## Even wachten {#even}

[Nog eens](#weer)`),
  'a ring in which a count grows until a way out opens': one(`## Hoe gaat het? {#hoe}

- [Het weegt](#hoe-nu) \`last + 1\`
- [Het gaat](#hoe-nu)

## En nu? {#hoe-nu}

- [Nog een keer vertellen](#hoe)
- [Het is veel](#eind) \`als last >= 1\`
- [Het is goed](#eind) \`als last = 0\``),
  'two rings that share a step': one(`## Waarheen? {#kies}

- [Links](#links)
- [Rechts](#rechts)
- [Naar het eind](#eind)

## Links {#links}

[Naar de keuze](#kies)

## Rechts {#rechts}

[Naar links](#links)`),
  'zero or more choices, none of which is needed': one(`## Wat wil je? {#wat}

- [ ] Praten
- [ ] Wandelen

[Naar het eind](#eind)`),
  'a choice of at least one with only an answer that excludes the others open to some': one(`## Wie ben je? {#wie}

- [Ik](#wat) \`wie = ik\`
- [Jij](#wat) \`wie = jij\`

## Wat wil je? {#wat}

\`kies minstens 1\`

- [ ] Praten \`als wie = ik\`
- [ ] Niets \`alleen\`

[Naar het eind](#eind)`),
  'a count that cannot go beyond what is asked of it': one(
    `## Wat weegt? {#wat}

- [ ] Slapen \`last + 60\`
- [ ] Eten \`last + 60\`
- [ ] Werken \`last + 60\`

[Naar het eind](#uit)

## Zo staat het ervoor {#uit}

Dat is heel veel. \`als last >= 99\`

Dat is veel. \`anders als last >= 60\`

Dat gaat. \`anders\`

[Verder kijken](#eind)`,
  ),
  'names of what every object has': one(
    `## Wie? {#constructor}

- [Ik](#hasownproperty) \`prototype = constructor\`
- [Jij](#tostring) \`prototype = valueof\` \`prototype = valueof\`

## Jij {#tostring}

[Naar hoe](#hasownproperty)

## Hoe? {#hasownproperty}

- [ ] Zo \`valueof += tostring\` \`constructor + 1\`
- [ ] Anders \`alleen\`

Goed zo. \`als prototype = constructor\`

[Naar waar](#valueof) \`als valueof bevat tostring en constructor >= 1\`

[Naar waar](#valueof) \`anders\`

## Waar? {#valueof}

[Naar het eind](#eind)`,
    {'gesprekken/constructor.md': flow('## Begin {#prototype}\n\n- [Ja](proef.md#constructor)\n- [Nee](#eind)'), ...support('constructor', '  - { als: "prototype = valueof", gewicht: 1, omdat: het past }\n'), 'woorden.md': '## constructor\n\nIemand die bouwt.\n\n## prototype\n\nEen eerste proef.\n'},
  ),
  'Windows line ends and a byte order mark': Object.fromEntries(Object.entries(SMALL).map(([path, text]) => [path, path.endsWith('.md') ? utf8(text.replaceAll('\n', '\r\n'), true) : text])),
  'old Mac line ends': Object.fromEntries(Object.entries(SMALL).map(([path, text]) => [path, utf8(text.replaceAll('\n', '\r'))])),
  'spaces behind lines and no newline at the end': Object.fromEntries(Object.entries(SMALL).map(([path, text]) => [path, path === 'gesprekken/helpen.md' ? text.replace(/\n\n/g, ' \n \n').trimEnd() : text])),
  'tabs in front of what belongs to an answer': {...SMALL, 'gesprekken/proef.md': SMALL['gesprekken/proef.md']!.replace('  > je bent', '\t> je bent').replace('  Ook als', '\tOok als')},
  'links from flow to flow and back, into the middle': one('## Begin {#begin}\n\n- [Naar de ander](ander.md#midden)\n- [Naar het eind](#eind)', {'gesprekken/ander.md': flow('## Begin {#begin}\n\n- [Naar het midden](#midden)\n\n## Midden {#midden}\n\n- [Terug naar de proef](proef.md)\n- [Naar het eind](#eind)')}),
  'a memory that only another flow reads': one('## Kleur? {#kleur}\n\n- [Rood](ander.md) `kleur = rood`\n- [Blauw](ander.md) `kleur = blauw`\n- [Naar het eind](#eind)', {'gesprekken/ander.md': flow('## Begin {#begin}\n\nRood is mooi. `als kleur = rood`\n\nBlauw is mooi. `als kleur = blauw`\n\n[Naar het eind](#eind)')}),
  'a chain of conditions on one button, and its rest on another': one(`## Hoeveel? {#hoeveel}

\`vraag leeftijd: getal 0 tot 120\`

[Naar de school](#school) \`als leeftijd bekend en leeftijd < 18\`

[Naar het werk](#werk) \`anders als leeftijd bekend en leeftijd < 68\`

[Naar het eind](#eind) \`anders\`

## School {#school}

[Naar het eind](#eind)

## Werk {#werk}

[Naar het eind](#eind)`),
  'buttons with one text that lead to three places': one(`## Kleur? {#kleur}

- [ ] Rood \`k += rood\`
- [ ] Blauw \`k += blauw\`

[Verder kijken](#rood) \`als k bevat rood\`

[Verder kijken](#blauw) \`anders als k bevat blauw\`

[Verder kijken](#eind) \`anders\`

## Rood {#rood}

[Naar het eind](#eind)

## Blauw {#blauw}

[Naar het eind](#eind)`),
  'an end with a contact for each in another place': one(`## Kleur? {#kleur}

- [Rood](#uit) \`kleur = rood\`
- [Blauw](#uit) \`kleur = blauw\`

## Zo {#uit}

\`toon contact\` \`als kleur = rood\`

Dag. \`als kleur = blauw\`

\`toon contact\` \`als kleur = blauw\`

## Los {#los ingang}

[Naar het eind](#eind)`),
  'named conditions that use each other, at both levels': {
    ...one('## Wat weegt? {#wat}\n\n- [ ] Slapen `last + 2`\n- [ ] Eten `last + 1`\n\n[Naar het eind](#uit)\n\n## Zo {#uit}\n\nDat is veel. `als veel`\n\nDat is wat. `als wat`\n\n[Verder kijken](#eind)'),
    'pakket.md': PACK.replace('contact:', 'begrippen: { veel: "last >= 3", wat: "last >= 1 en niet veel" }\ncontact:'),
  },
  'a step taken over from shared steps': one('## Begin {#begin}\n\n`zoals gedeeld.md#kleur`\n\n## Mooi {#mooi}\n\n[Naar het eind](#eind)', {'gesprekken/gedeeld.md': '---\ngedeeld: ja\n---\n\n## Kleur? {#kleur}\n\n- [Rood](#mooi)\n- [Blauw](#eind)\n'}),
  'headings and answers of one text, with names of their own': one('## Ja {#een}\n\n- [Ja](#twee) {#ja-een}\n- [Nee](#eind)\n\n## Ja {#twee}\n\n- [Ja](#eind)\n- [Nee](#eind)'),
  'text full of signs that mean nothing here': one('## Hoe? {#hoe}\n\n5 \\* 3 = 15 \\[ja\\] & \\`nee\\` – “zo’n” \\# 1 :-) 100&nbsp;m \\{a\\}\n\n- een\n- twee\n\n1. eerst\n2. dan\n\n[Naar het eind](#eind)'),
  'comments anywhere, also around what would be wrong': one('<!-- ## Niets -->\n\n## Hoe? {#hoe}\n\n<!-- [Weg](#nergens) `onzin` -->\n\n- [Ja](#eind) <!-- a -->\n- [Nee](#eind)\n  <!-- > b -->\n  > je zei nee'),
  'support that leads only where others do not fit': one('## Kleur? {#kleur}\n\n- [Rood](#uit) `kleur = rood`\n- [Blauw](#uit) `kleur = blauw`\n\n## Zo {#uit}\n\n`toon steun, hoogstens 1`\n\n[Verder kijken](#eind)', {...support('a', '  - { als: "kleur = rood", gewicht: 9, omdat: het past }\n'), ...support('b', '  - { als: "kleur = rood", gewicht: 1, omdat: het past }\n  - { als: "kleur = blauw", gewicht: 1, omdat: het past }\n')}),
};

describe('a pack with', () => {
  for (const [what, files] of Object.entries(VALID)) {
    it(`${what} is in order`, () => {
      assert.deepEqual(compileFiles(files), []);
    });
  }

  it('four packs below it, each with something of its own, is in order', async () => {
    const quiz = flow('## Begin {#begin}\n\n- [Ja](#midden) `antwoord = ja`\n- [Nee](#eind)\n\n## Midden {#midden}\n\n[Naar het eind](#eind)');
    const land = layer('land', {'gesprekken/proef.md': quiz, 'feiten.md': '## nummer\n\n- waarde: 0800 00 01\n- bron: Het land\n- bron-datum: 2026\n- gecontroleerd: 2026-11-01\n- opnieuw: 12\n'});
    const regio = layer('regio', {'gesprekken/proef.md': '## Midden {#midden}\n\n`aanvulling`\n\nBel {{feit.nummer}}.\n'}, 'land');
    const stad = layer('stad', {'gesprekken/proef.md': '## Tot ziens {#eind}\n\nBel {{organisatie}}.\n\n`toon contact`\n\n## Ook nog {#constructor ingang}\n\n[Naar het eind](#eind)\n'}, 'regio');
    const wijk = layer('wijk', {'gesprekken/eigen.md': flow('## Begin {#begin}\n\n- [Naar de proef](proef.md#constructor)\n- [Naar het eind](#eind)'), 'gesprekken/proef.md': '## Ook nog {#constructor}\n\n`verwijder`\n'}, 'stad');
    const huis = layer('huis', {'gesprekken/eigen.md': '## Begin {#begin ingang}\n\n- [Naar de proef](proef.md#midden)\n- [Naar het eind](#eind)\n'}, 'wijk');
    assert.deepEqual(told(await compileLayered([stad, regio, land])), []);
    assert.deepEqual(told(await compileLayered([huis, wijk, stad, regio, land])), []);
  });

  it('enough of these to mean something is in the table', () => assert.ok(Object.keys(VALID).length >= 20));
});
