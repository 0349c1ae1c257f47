import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compilePack} from '../../../src/flows/compiler/compile-pack.js';

const PACK = `---
id: proef
naam: Proef
organisatie: Proef (verzonnen)
talen: [nl]
aanspreekvorm: je
contact:
  naam: Steunpunt
  telefoon: 0123 456 789
EXTRA---
`;

/** Front matter of every flow; lines are counted from below it. */
const FRONT = '---\ntitel: Proef\n---\n\n';

const END = '## Klaar {#klaar}\n\nTot ziens.\n\n`toon contact`\n';

/** The problems of a small pack, as `rule file:line:column`. */
function problems(flow: string, {pack = '', more = {}}: {pack?: string; more?: Record<string, string>} = {}): string[] {
  return found(flow, {pack, more}).map(({rule, file, line, column}) => `${rule} ${file.replace(/^proef\/(gesprekken\/)?/, '')}:${file.includes('/gesprekken/') ? line - 4 : line}:${column}`);
}

function found(flow: string, {pack = '', more = {}}: {pack?: string; more?: Record<string, string>} = {}) {
  const files = {'pakket.md': PACK.replace('EXTRA', pack), 'gesprekken/f.md': flow, ...more};
  const encoded = Object.entries(files).map(([path, text]) => ({path, bytes: new TextEncoder().encode(path.startsWith('gesprekken/') ? FRONT + text : text)}));
  const {diagnostics} = compilePack(encoded, {today: '2026-11-22', packDir: 'proef'});
  return diagnostics.filter(({severity}) => severity === 'fout');
}

describe('the proof', () => {
  it('finds a step that nobody reaches, and lets an entrance be one', () => {
    assert.deepEqual(problems(`## Een {#een}\n\n- [Ja](#klaar)\n\n## Los {#los}\n\n- [Ja](#klaar)\n\n${END}`), ['stap/onbereikbaar f.md:5:1']);
    assert.deepEqual(problems(`## Een {#een}\n\n- [Ja](#klaar)\n\n## Los {#los ingang}\n\n- [Ja](#klaar)\n\n${END}`), []);
  });

  it('finds a task that nobody gets, and a condition on one that everybody meets', () => {
    const tasks = (first: string) => `## Een {#een}\n\n- [Ja](#klaar) \`x = ja\`\n- [Nee](#klaar) \`x = nee\`\n\n## Klaar {#klaar}\n\n\`toon taken\`\n\n- Koken \`${first}\`\n  > Wil jij koken?\n- Rijden \`als x = ja\`\n  > Wil jij rijden?\n\n\`toon contact\`\n`;
    assert.deepEqual(problems(tasks('als x = nee')), []);
    assert.deepEqual(problems(tasks('als x = ja en x = nee')), ['antwoord/nooit f.md:10:1']);
    assert.deepEqual(problems(tasks('als x bekend')), ['voorwaarde/altijd f.md:10:10']);
  });

  it('finds answers that are all closed to somebody, and tells how to get there', () => {
    const flow = `## Een {#een}\n\n- [Rood](#twee) \`kleur = rood\`\n- [Blauw](#twee) \`kleur = blauw\`\n\n## Twee {#twee}\n\n- [Verder](#klaar) \`als kleur = rood\`\n\n${END}`;
    assert.deepEqual(problems(flow), ['stap/doodlopend f.md:6:1']);
    assert.match(found(flow)[0]!.message, /Zo kom je er: «Blauw»\.$/);
  });

  it('finds a selection for which no button is open', () => {
    const flow = `## Een {#een}\n\n- [ ] Koken \`taken += koken\`\n- [ ] Wassen \`taken += wassen\`\n\n[Verder](#klaar) \`als taken bevat koken\`\n[Naar het einde](#klaar) \`als taken bevat wassen\`\n\n${END}`;
    assert.deepEqual(problems(flow), ['stap/doodlopend f.md:1:1']);
    assert.match(found(flow)[0]!.message, /niets invullen/);
  });

  it('finds a choice that asks for more than is open', () => {
    const flow = `## Een {#een}\n\n- [Rood](#twee) \`kleur = rood\`\n- [Blauw](#twee) \`kleur = blauw\`\n\n## Twee {#twee}\n\n\`kies minstens 2\`\n\n- [ ] Altijd\n- [ ] Soms \`als kleur = rood\`\n\n[Verder](#klaar)\n\n${END}`;
    assert.deepEqual(problems(flow), ['stap/doodlopend f.md:6:1']);
  });

  it('finds an end that does not always show a contact', () => {
    const flow = `## Een {#een}\n\n- [Rood](#twee) \`kleur = rood\`\n- [Blauw](#twee) \`kleur = blauw\`\n\n## Twee {#twee}\n\nTot ziens.\n\n\`toon contact\` \`als kleur = rood\`\n`;
    assert.deepEqual(problems(flow), ['uitslag/zonder-contact f.md:6:1']);
    assert.match(found(flow)[0]!.message, /«Blauw»/);
  });

  it('finds a dialogue that goes round for ever', () => {
    const flow = `## Een {#een}\n\n- [Naar twee](#twee)\n- [Naar het einde](#klaar)\n\n## Twee {#twee}\n\n- [Naar drie](#drie)\n\n## Drie {#drie}\n\n- [Naar drie](#drie)\n\n${END}`;
    assert.deepEqual(problems(flow), ['gesprek/eindeloos f.md:6:1']);
  });

  it('lets somebody go back to a step that has a way to an end', () => {
    assert.deepEqual(problems(`## Een {#een}\n\n- [Naar twee](#twee)\n- [Naar het einde](#klaar)\n\n## Twee {#twee}\n\nLees dit.\n\n[Toch niet](#een)\n\n${END}`), []);
  });

  it('finds an answer, a button and a text for values that never occur together', () => {
    const start = `## Een {#een}\n\n- [Rood](#twee) \`kleur = rood\`\n- [Blauw](#drie) \`kleur = blauw\`\n\n`;
    const three = `## Drie {#drie}\n\n- [Groot](#klaar) \`maat = groot\`\n- [Klein](#klaar) \`maat = klein\`\n\n`;
    const impossible = '`als kleur = rood en maat = groot`';
    assert.deepEqual(problems(`${start}## Twee {#twee}\n\n- [Ja](#klaar)\n- [Nee](#klaar) ${impossible}\n\n${three}${END}`), ['antwoord/nooit f.md:9:1']);
    assert.deepEqual(problems(`${start}## Twee {#twee}\n\nLees dit.\n\n[Verder](#klaar)\n[Terug naar af](#drie) ${impossible}\n\n${three}${END}`), ['antwoord/nooit f.md:11:1']);
    assert.deepEqual(problems(`${start}## Twee {#twee}\n\n- [Ja](#klaar)\n\n${three}## Klaar {#klaar}\n\nTot ziens.\n\n### ${impossible} Rood en groot\n\nDat kan niet.\n\n\`toon contact\`\n`), ['antwoord/nooit f.md:19:1']);
  });

  it('carries what was said into another flow', () => {
    const other = `## Een {#een}\n\n- [Ja](#klaar) \`als kleur = rood of niet kleur bekend\`\n- [Altijd](#klaar)\n\n${END}`;
    const flow = (colour: string) => `## Een {#een}\n\n- [Rood](ander.md) \`kleur = rood\`\n- [Blauw](#klaar) \`kleur = ${colour}\`\n\n${END}`;
    assert.deepEqual(problems(flow('blauw'), {more: {'gesprekken/ander.md': other}}), ['voorwaarde/altijd ander.md:3:17']);
    const both = flow('blauw').replace('- [Blauw](#klaar)', '- [Geen](#klaar)\n- [Blauw](ander.md)');
    assert.deepEqual(problems(both, {more: {'gesprekken/ander.md': other}}), []);
  });

  it('finds a condition that always holds, and the last of a chain that could be `anders`', () => {
    const flow = (chain: string) => `## Een {#een}\n\n- [Rood](#klaar) \`kleur = rood\`\n- [Blauw](#klaar) \`kleur = blauw\`\n\n## Klaar {#klaar}\n\n${chain}\n\n\`toon contact\`\n`;
    assert.deepEqual(problems(flow('Altijd. `als kleur bekend`')), ['voorwaarde/altijd f.md:8:10']);
    assert.deepEqual(problems(flow('### `als kleur = rood` Rood\n\nA.\n\n### `anders als kleur = blauw` Blauw\n\nB.')), ['voorwaarde/altijd f.md:12:6']);
    assert.deepEqual(problems(flow('### `als kleur = rood` Rood\n\nA.\n\n### `anders` Blauw\n\nB.')), []);
  });

  it('finds named conditions, wordings and reasons that never hold', () => {
    const flow = `## Een {#een}\n\n- [Rood](#klaar) \`kleur = rood\`\n- [Blauw](#klaar) \`kleur = blauw\`\n\n## Klaar {#klaar}\n\nDag {{woord.naam}}. \`als kleur = rood\`\n\n\`toon steun, hoogstens 5\`\n\n\`toon contact\`\n`;
    const support = (when: string) => `---\ntitel: Iets\nbasisfunctie: informatie\nroute: regelen\npast-bij:\n  - { als: "${when}", gewicht: 3, omdat: het past }\neerste-stap: Bel het steunpunt.\ngeregeld-via: zelf\nkosten: Gratis.\nwat-gebeurt-er: Je praat met iemand.\nzoekwoorden: [iets]\n---\n\nTekst.\n`;
    const pack = (concept: string, word: string) => `begrippen: { raar: "${concept}" }\nwoordkeus: { naam: { rode: "${word}", anders: hallo } }\n`;
    const fine = {pack: pack('kleur = rood', 'kleur = rood'), more: {'steun/iets.md': support('kleur = rood')}};
    assert.deepEqual(problems(flow, fine), []);
    assert.deepEqual(problems(flow, {...fine, pack: pack('kleur = rood en kleur = blauw', 'kleur = rood')}), ['voorwaarde/nooit pakket.md:10:21']);
    assert.deepEqual(problems(flow, {...fine, pack: pack('kleur = rood', 'kleur = rood en kleur = blauw')}), ['voorwaarde/nooit pakket.md:11:29']);
    const never = problems(flow, {...fine, more: {'steun/iets.md': support('kleur = rood en kleur = blauw')}});
    assert.ok(never.includes('voorwaarde/nooit steun/iets.md:6:13'), String(never));
    assert.ok(never.includes('uitslag/nooit steun/iets.md:1:1'), String(never));
  });

  it('finds a kind of support that others always keep out of the five', () => {
    const flow = `## Een {#een}\n\n- [Rood](#klaar) \`kleur = rood\`\n- [Blauw](#klaar) \`kleur = blauw\`\n\n## Klaar {#klaar}\n\n\`toon steun, hoogstens 5\`\n\nTot ziens. \`als kleur = rood\`\n\n\`toon contact\`\n`;
    const kind = (weight: number) => `---\ntitel: Iets\nbasisfunctie: informatie\nroute: regelen\npast-bij:\n  - { als: "kleur = rood", gewicht: ${weight}, omdat: het past }\neerste-stap: Bel het steunpunt.\ngeregeld-via: zelf\nkosten: Gratis.\nwat-gebeurt-er: Je praat met iemand.\nzoekwoorden: [iets]\n---\n\nTekst.\n`;
    const more = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'zwak'].map((id) => [`steun/${id}.md`, kind(id === 'zwak' ? 1 : 5)]));
    assert.deepEqual(problems(flow, {more}), ['uitslag/nooit steun/zwak.md:1:1']);
  });

  it('finds who gets a kind of support even where only a heavier rival keeps the others out', () => {
    const flow = `## Een {#een}\n\n- [ ] Rood \`kleur += rood\`\n- [ ] Groot \`maat += groot\`\n\n[Verder](#klaar)\n\n## Klaar {#klaar}\n\n\`toon steun, hoogstens 5\`\n\n\`toon contact\`\n`;
    const kind = (fits: [when: string, weight: number][]) => `---\ntitel: Iets\nbasisfunctie: informatie\nroute: regelen\npast-bij:\n${fits.map(([when, weight]) => `  - { als: "${when}", gewicht: ${weight}, omdat: het past }\n`).join('')}eerste-stap: Bel het steunpunt.\ngeregeld-via: zelf\nkosten: Gratis.\nwat-gebeurt-er: Je praat met iemand.\nzoekwoorden: [iets]\n---\n\nTekst.\n`;
    const [red, large] = ['kleur bevat rood', 'maat bevat groot'];
    // Without the heaviest of its rivals the others are all there; with it they are not.
    const heavy = kind([[large, 9]]);
    const others = kind([[`niet ${large}`, 5]]);
    const more = {'steun/zwaar.md': heavy, ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [`steun/${id}.md`, others])), 'steun/zwak.md': kind([[red, 1]])};
    assert.deepEqual(problems(flow, {more}), []);
  });

  it('takes no hole for a fault that no visitor can fall into', () => {
    const flow = `## Een {#een}\n\n- [Rood](#twee) \`kleur = rood\`\n- [Blauw](#klaar) \`kleur = blauw\`\n\n## Twee {#twee}\n\n- [ ] Koken \`taken += koken\`\n- [ ] Geen \`alleen\`\n\n[Verder](#klaar) \`als taken bevat koken\`\n[Naar het einde](#klaar) \`anders\`\n\n## Klaar {#klaar}\n\nRood. \`als kleur = rood\`\n\nBlauw. \`als kleur = blauw\`\n\n\`toon contact\`\n`;
    assert.deepEqual(problems(flow), []);
  });
});
