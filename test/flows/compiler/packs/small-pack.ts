import {compilePack} from '../../../../src/flows/compiler/compile-pack.js';
import type {Diagnostic} from '../../../../src/flows/compiler/diagnostics.js';
import type {Speller} from '../../../../src/flows/compiler/language/speller.js';
import {makeSkeleton} from '../../../../src/flows/compiler/translate/skeleton.js';
import {TODAY} from '../../../support/packs.js';

export type Files = Record<string, string | Uint8Array>;

/** A pack with something of everything, about which there is nothing to say. The tables change one thing in it. */
export const SMALL: Record<string, string> = {
  'pakket.md': `---
id: klein
naam: Klein pakket
organisatie: Proef (verzonnen)
talen: [nl]
aanspreekvorm: je
contact:
  naam: Steunpunt
  telefoon: 0123 456 789
begrippen:
  zwaar: "last >= 4"
woordkeus:
  de-ander:
    je partner: "relatie = partner"
    anders: de ander
volgorde: [huisarts, lotgenoten]
---
`,
  'gesprekken/proef.md': `---
titel: Herken je jezelf?
omschrijving: Een korte proef.
---

## Voor wie doe je iets? {#wie ingang}

- [Mijn partner](#taken) \`relatie = partner\`
  > je bent er voor je partner
- [Mijn kind](#taken) \`relatie = kind\`
- [Voor niemand](#niemand)

## Wat doe je zoal? {#taken}

\`kies hoogstens 2\`

- [ ] Wassen \`taken += wassen\` \`last + 2\`
  Ook als je het samen doet.
- [ ] Koken \`taken += koken\`
- [ ] Geen van deze \`alleen\`

[Naar je nacht](#nacht) \`als taken bevat wassen\`

[Naar je uitslag](#uitslag) \`anders\`

## Hoe is de nacht met {{woord.de-ander}}? {#nacht}

- [Goed](#uitslag)
- [Ik slaap slecht](#uitslag) \`last + 2\`

\`knop Naar je uitslag\`

## Dit doe jij {#uitslag}

\`toon samenvatting\`

### \`als zwaar\` Dat is veel

Het is niet gek als het te veel wordt.[^bron]

### \`anders\` Fijn dat je er bent

Vraag ook eens wie er meekookt. \`als taken bevat koken\`

![Een bank in het park](../beelden/bank.svg)

\`toon steun, hoogstens 5\`

\`toon contact\`

## Ken je iemand die helpt? {#niemand}

Dan kun je [hem of haar helpen](helpen.md).

\`toon contact\`

[^bron]: Iemand, *Een boek* (2020).
`,
  'gesprekken/helpen.md': `---
titel: Iemand helpen
---

## Wat wil je doen? {#wat}

- [Een keer koken](#klaar)
- [Ik weet het niet](#klaar)

## Wat fijn {#klaar}

Bel {{contact.naam}}: {{contact.telefoon}}. Is er haast? Bel {{feit.spoed}}.

\`toon contact\`
`,
  'steun/huisarts.md': `---
titel: Je huisarts
basisfunctie: informatie
route: voorkomen
past-bij:
  - als: zwaar
    gewicht: 3
    omdat: je veel draagt
eerste-stap: Bel je huisarts.
geregeld-via: huisarts
---

Die kent jou en denkt mee.
`,
  'steun/lotgenoten.md': `---
titel: Anderen die dit kennen
basisfunctie: emotionele-steun
route: ontlasten
past-bij:
  - als: relatie = partner
    gewicht: 2
    omdat: je met anderen kunt praten
niet-als: relatie = kind
eerste-stap: Bel het steunpunt.
geregeld-via: gemeente
---

Zij hoeven geen uitleg.
`,
  'feiten.md': `# Feiten

## spoed

- waarde: 112
- bron: Rijksoverheid
- bron-datum: 2026
- gecontroleerd: 2026-11-01
- opnieuw: 12
`,
  'woorden.md': `# Woorden

## lotgenoten

Mensen die hetzelfde meemaken als jij.

- ook: praatgroep
`,
  'beelden/bank.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

const encode = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);

export const packFiles = (files: Files) => Object.entries(files).map(([path, text]) => ({path, bytes: encode(text)}));

export function compileFiles(files: Files, speller?: Speller): Diagnostic[] {
  return compilePack(packFiles(files), {today: TODAY, packDir: 'klein', speller}).diagnostics;
}

/** `rule path:line:column`, as the tables expect them. */
export const shortly = ({rule, file, line, column}: Diagnostic): string => `${rule} ${file.replace(/^klein\//, '')}:${line}:${column}`;

/** The small pack with a whole translation into `lang`: the skeleton of one, called done. */
export function translated(lang: string): Record<string, string> {
  const source = {...SMALL, 'pakket.md': SMALL['pakket.md']!.replace('[nl]', `[nl, ${lang}]`)};
  const {files} = makeSkeleton([{packDir: 'klein', files: packFiles(source)}], lang);
  return {...source, ...Object.fromEntries(files.map(({path, text}) => [path, text.replace(/ vertalen\}/g, '}').replace('status: vertalen\n', '')]))};
}
