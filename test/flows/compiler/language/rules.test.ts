import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {compilePack} from '../../../../src/flows/compiler/compile-pack.js';
import type {Diagnostic} from '../../../../src/flows/compiler/diagnostics.js';
import {gatherCauses} from '../../../../src/flows/compiler/settle.js';
import type {Speller} from '../../../../src/flows/compiler/language/speller.js';

const PACK = `---
id: taal
naam: Taal
organisatie: Gemeente Taal
talen: [nl]
aanspreekvorm: je
contact: { naam: Steunpunt, telefoon: 0123 456 789 }
---
`;
const GLOSSARY = '# Woorden\n\n## indicatie\n\nEen indicatie is een besluit over zorg.\n\n- ook: beschikking\n';

function compile(files: Record<string, string>, speller?: Speller): Diagnostic[] {
  const all = Object.entries({'pakket.md': PACK, 'woorden.md': GLOSSARY, ...files}).map(([path, text]) => ({path, bytes: new TextEncoder().encode(text)}));
  return compilePack(all, {today: '2026-11-22', packDir: 'taal', speller}).diagnostics;
}

/** A flow whose second step says `text`; the first one is an opening, where more is asked of words. */
const saying = (text: string) => ({'gesprekken/proef.md': `---\ntitel: Proef\n---\n\n## Begin\n\n[Naar de uitleg](#uitleg)\n\n## Uitleg\n\n${text}\n\n\`toon contact\`\n`});
const LINE = 11;

const found = (text: string, rule: string) => {
  const diagnostics = compile(saying(text));
  assert.deepEqual(diagnostics.filter((one) => one.rule !== rule), [], text);
  for (const {severity, hint, file, message} of diagnostics) {
    assert.equal(severity, 'waarschuwing');
    assert.equal(file, 'taal/gesprekken/proef.md');
    assert.match(message, /«.+»/);
    assert.ok(hint.length > 10);
  }
  return diagnostics;
};
/** `culprit` is the text that the place must point at. */
const complains = (rule: string, text: string, culprit: string) => {
  const diagnostics = found(text, rule);
  assert.equal(diagnostics.length, 1, `${text} → ${JSON.stringify(diagnostics.map(({message}) => message))}`);
  assert.deepEqual([diagnostics[0]!.line, diagnostics[0]!.column], [LINE, text.indexOf(culprit) + 1], text);
};
const accepts = (rule: string, text: string) => assert.deepEqual(found(text, rule).map(({message}) => message), [], text);

describe('taal/lang', () => {
  const words = (count: number) => Array.from({length: count}, (_, n) => (n ? 'ja' : 'Ja')).join(' ');

  it('takes a sentence of twenty words and not one of twenty-one', () => {
    accepts('taal/lang', `${words(20)}.`);
    complains('taal/lang', `Kort. ${words(21)}.`, 'Ja');
  });

  it('knows that abbreviations, initials and decimals end no sentence', () => {
    complains('taal/lang', `Bel bijv. ${words(18)} bij J. de Vries.`, 'Bel');
    complains('taal/lang', `Het is 3.5 of d.w.z. ${words(18)}.`, 'Het');
  });

  it('parts sentences at questions, colons before a capital, semicolons and hard breaks', () => {
    for (const mark of ['?', '!', '…', '; ', ': Ja', '.”', '\\\n']) accepts('taal/lang', `${words(15)}${mark} Ja ${words(14)}.`);
  });

  it('sees that a sentence can begin with an apostrophe', () => accepts('taal/lang', `${words(15)}. ’s Nachts ${words(15)}.`));

  it('does not count sources, and counts what is filled in as one word', () => {
    accepts('taal/lang', `${words(18)} {{contact.naam}} {{contact.telefoon}}.[^bron]\n\n[^bron]: ${words(40)}.`);
  });

  it('looks at labels, headings and what results say back with a stricter eye', () => {
    const diagnostics = compile({'gesprekken/proef.md': `---\ntitel: Proef\n---\n\n## ${words(13)} {#een}\n\n- [${words(13)}](#twee)\n  > ${words(17)}\n\n## Twee {#twee}\n\n\`toon contact\`\n`});
    assert.deepEqual(diagnostics.map(({rule, line, column}) => [rule, line, column]), [['taal/lang', 5, 4], ['taal/lang', 7, 4], ['taal/lang', 8, 5]]);
  });

  it('takes a paragraph of sixty words and not a longer one', () => {
    accepts('taal/lang', `${words(15)}. `.repeat(4).trim());
    complains('taal/lang', `${words(15)}. `.repeat(4) + 'Nee.', 'Ja');
  });
});

describe('taal/moeilijk', () => {
  for (const [text, culprit] of [
    ['Dat helpt bij je ondersteuningsbehoefte.', 'ondersteuningsbehoefte'],
    ['Wij kijken naar de **zelfredzaamheid** van je vader.', 'zelfredzaamheid'],
    ['Zo werkt mantelzorgontlasting.', 'mantelzorgontlasting'],
    ['De cliënt kiest.', 'cliënt'],
    ['Er is hulp ten behoeve van jou.', 'ten behoeve van'],
    ['Dat kan middels een formulier.', 'middels'],
    ['Bel ons indien het niet lukt.', 'indien'],
    ['Wij werken conform de wet.', 'conform'],
    ['Neem de dubbele driewielerfietsverzekeringen mee.', 'driewielerfietsverzekeringen'],
    ['De aanvraag wordt door de gemeente behandeld.', 'wordt'],
    ['Zo kan de hulp snel worden geregeld.', 'worden'],
    ['Vraag of het vergoed wordt.', 'vergoed'],
    ['Soms hoeft het niet betaald te worden.', 'betaald'],
    ['De brieven werden niet gelezen.', 'werden'],
    ['Lees [hier](https://voorbeeld.nl) hoe het gaat.', 'hier'],
    ['Voor de uitleg: [Klik hier](https://voorbeeld.nl).', 'Klik'],
    ['Er staat meer op [deze pagina](https://voorbeeld.nl).', 'deze'],
  ] as const) {
    it(`complains of «${culprit}»`, () => complains('taal/moeilijk', text, culprit));
  }

  for (const text of [
    'Je wordt ouder en het wordt je soms te veel.',
    'Hij is ziek geworden. Het wordt vanzelf avond, en daarna heb je gegeten.',
    'Word je snel boos? Dat gebeurt.',
    'Je wordt gebeld. Ik word vaak gewekt.',
    'Het wordt drukker, maar je hebt veel geregeld.',
    'Het wordt een gezond gebied met geduld en geld.',
    'Later wordt hij de buurman die alles heeft gezien.',
    'Het persoonsgebonden budget is van hem. De wijkverpleegkundige komt.',
    'Vraag de indicatie op. Je mag dit woord aantikken.',
    'Kijk bij [de dagopvang in jouw buurt](https://voorbeeld.nl).',
    'Bel [{{contact.naam}}](tel:{{contact.telefoon}}).',
    'Bel Medischmaatschappelijkwerkplaats Zuid in de stad Hardinxveldgiessendamstraat.',
  ]) {
    it(`leaves «${text.slice(0, 50)}» alone`, () => accepts('taal/moeilijk', text));
  }

  it('takes a word of the glossary in running text only, where it can be tapped', () => {
    const diagnostics = compile({'gesprekken/proef.md': '---\ntitel: Proef\n---\n\n## Begin\n\nVraag een indicatie.\n\n[Naar je indicatie](#eind)\n\n## Eind\n\n`toon contact`\n'});
    assert.deepEqual(diagnostics.map(({rule, line, column}) => [rule, line, column]), [['taal/moeilijk', 9, 10]]);
  });

  it('takes a long word that stands in spelling.txt', () => {
    assert.deepEqual(compile({...saying('Vraag het eerstelijnsverblijf aan.'), 'spelling.txt': '# Lang\neerstelijnsverblijf\n'}), []);
  });
});

describe('taal/toon', () => {
  for (const [text, culprit] of [
    ['Kies een zorgtaak.', 'zorgtaak'],
    ['Wij kunnen je buren inzetten.', 'inzetten'],
    ['We gaan je netwerk activeren.', 'je netwerk'],
    ['Dat is je eigen verantwoordelijkheid.', 'eigen'],
    ['Wij zijn voor participatie.', 'participatie'],
    ['Je bent overbelast.', 'overbelast'],
    ['Je moet bellen.', 'Je moet'],
    ['Dan moet je bellen.', 'moet je'],
    ['Dat krijgt u toch niet.', 'krijgt u'],
    ['Waarom wil je geen hulp?', 'Waarom'],
    ['Neem wat tijd voor jezelf.', 'Neem'],
    ['Had je maar eerder gebeld.', 'Had'],
    ['Het verdriet gaat vanzelf over.', 'verdriet'],
    ['De familie zou moeten helpen.', 'De familie'],
    ['Een mantelzorgster weet dat.', 'mantelzorgster'],
    ['Elke mantelzorger kent haar grenzen.', 'mantelzorger'],
  ] as const) {
    it(`complains of «${text}»`, () => {
      const diagnostics = compile(saying(text)).filter(({rule}) => rule !== 'taal/aanspreekvorm');
      assert.deepEqual(diagnostics.map(({rule, line, column}) => [rule, line, column]), [['taal/toon', LINE, text.indexOf(culprit) + 1]]);
    });
  }

  for (const text of ['Een mantelzorger is nooit alleen.', 'Je hoeft niets te doen.', 'Wat moet ik dan zeggen?', 'Verdriet heeft geen vaste tijd.', 'Zet je naam erbij. Je inzet telt.', 'Het is nooit te laat.']) {
    it(`leaves «${text}» alone`, () => accepts('taal/toon', text));
  }

  it('asks more of titles, first steps and what is pressed', () => {
    const flow = '---\ntitel: Test voor mantelzorgers\n---\n\n## Begin\n\nBen je mantelzorger?\n\n- [Ja, als mantelzorger](#eind)\n- [Ik moet altijd klaarstaan](#eind)\n- [Alles moet anders](#eind)\n\n## Eind\n\nEen mantelzorger mag hier staan.\n\n`toon contact`\n';
    assert.deepEqual(compile({'gesprekken/proef.md': flow}).map(({rule, line, column}) => [rule, line, column]), [['taal/toon', 2, 18], ['taal/toon', 7, 8], ['taal/toon', 9, 12], ['taal/toon', 11, 10]]);
  });

  it('lets the glossary explain the word itself, and leaves sources and words for the chat alone', () => {
    const files = {
      ...saying('Helpen heet ook wel zorgen.[^bron]\n\n[^bron]: *Overbelaste mantelzorgers*, participatie en inzetten (2025).'),
      'woorden.md': '## mantelzorger\n\nEen mantelzorger zorgt voor iemand. Je moet dat niet.\n\n## zorgtaak\n\nEen zorgtaak is wat je doet.\n\n- ook: participatie, overbelast\n',
      'steun/huisarts.md': '---\ntitel: Je huisarts\nbasisfunctie: informatie\nroute: voorkomen\neerste-stap: Bel je huisarts.\ngeregeld-via: huisarts\nzoekwoorden: [overbelast, ik moet alles, participatie]\n---\n\nDie denkt mee.\n',
    };
    assert.deepEqual(compile(files).map(({file, line, column}) => [file, line, column]), [['taal/woorden.md', 3, 37]]);
  });
});

describe('taal/aanspreekvorm', () => {
  it('points at every formal word of a pack that says je', () => {
    const text = 'Heeft u uw huisarts gebeld? Dan weet **u** het zelf.';
    const diagnostics = found(text, 'taal/aanspreekvorm');
    assert.deepEqual(diagnostics.map(({column}) => column), [7, 9, 40]);
    assert.equal(gatherCauses(diagnostics).length, 1, 'one cause is told once');
  });

  it('leaves what somebody says, hours and letters alone', () => {
    for (const text of ['Vraag: “Kunt u mij helpen?”', 'Zeg: *Heeft u even?*', 'Zeg "ik bel u" of \'kunt u komen\'.', 'Open om 10 u en om 11.30 u.', 'Een U-bocht en vitamine U.', 'Bel u-centrum.']) accepts('taal/aanspreekvorm', text);
  });
});

describe('taal/aanspreekvorm in a pack that says u', () => {
  const formal = (talen: string) => PACK.replace('aanspreekvorm: je', 'aanspreekvorm: u').replace('[nl]', talen);
  const of = (files: Record<string, string>) => compile(files).filter(({rule}) => rule === 'taal/aanspreekvorm').map(({file, line, column}) => `${file}:${line}:${column}`);

  it('leaves texts in je alone that wait for their translation', () => assert.deepEqual(of({...saying('Je belt en je vraagt.'), 'pakket.md': formal('[nl]')}), []));

  it('points at je where the pack writes u itself', () => {
    assert.deepEqual(of({...saying('U belt, en dan weet je het. Zeg: “Kun je komen?”'), 'pakket.md': formal('[nl]')}), [`taal/gesprekken/proef.md:${LINE}:21`]);
  });

  it('looks at the translation in u, and not at what is not translated yet', () => {
    const files = {...saying('Je belt.'), 'pakket.md': formal('[nl, nl-u]'), 'nl-u/gesprekken/proef.md': '---\ntitel: Proef voor je\n---\n\n## Begin {#begin}\n\nNaar de uitleg\n\n## Uitleg {#uitleg vertalen}\n\nJe belt.\n', 'en/gesprekken/proef.md': 'You.'};
    assert.deepEqual(of(files), ['taal/nl-u/gesprekken/proef.md:2:19']);
  });
});

describe('taal/spelling', () => {
  const right = new Set('begin uitleg naar de zorg huis oma een proef ik wil dit niet indicatie is besluit over en of'.split(' '));
  const speller: Speller = {
    check: (word) => right.has(word.toLowerCase()) || right.has(word.toLowerCase().replace(/'s$/, '')),
    suggest: (word) => [...right].filter((each) => each[0] === word[0]!.toLowerCase()),
  };
  const said = (text: string, files = {}) => compile({...saying(text), ...files}, speller).map(({rule, line, column, message, hint}) => ({rule, line, column, message, hint}));

  it('points at a word that is in no list, and says what was meant', () => {
    assert.deepEqual(said('De zorgg is een huiis.'), [
      {rule: 'taal/spelling', line: LINE, column: 4, message: '«zorgg» staat niet in het woordenboek.', hint: 'Bedoelde je «zorg»? Is het goed geschreven, zet het dan op een eigen regel in spelling.txt.'},
      {rule: 'taal/spelling', line: LINE, column: 17, message: '«huiis» staat niet in het woordenboek.', hint: 'Bedoelde je «huis»? Is het goed geschreven, zet het dan op een eigen regel in spelling.txt.'},
    ]);
  });

  it('leaves names, capitals, numbers, addresses and parts with hyphens alone', () => {
    for (const text of ['De zorg naar Wassenburg, CBS, A4, 3x.', 'Naar info@zorgg.nl, https://zorgg.nl/huiis of zorgg.nl.', 'Oma’s huis-zorg, zorg- en CBS-huis.', '{{contact.naam}} is een huis.']) assert.deepEqual(said(text), [], text);
  });

  it('takes the words of spelling.txt, also with a capital, and not a small name', () => {
    assert.deepEqual(said('Zorgg en Jomazo.', {'spelling.txt': '# namen\n- zorgg\nJomazo, en\n'}), []);
    assert.deepEqual(said('Ik wil jomazo.', {'spelling.txt': 'Jomazo\n'}).map(({column}) => column), [8]);
  });

  it('reads entities and marks as the visitor does', () => {
    assert.deepEqual(said('De zo**rg** is zorg&#103;.').map(({message, column}) => [message, column]), [['«zorgg» staat niet in het woordenboek.', 16]]);
  });
});

describe('remarks on language', () => {
  it('are left out on a line that an editor approved, in text and in front matter', () => {
    assert.deepEqual(compile(saying('Je bent overbelast. <!-- taal: goed -->')), []);
    assert.deepEqual(compile({'gesprekken/proef.md': '---\ntitel: De overbelaste mens # taal: goed\n---\n\n## Begin\n\n`toon contact`\n'}), []);
  });

  it('wait where the line has an error', () => {
    const diagnostics = compile(saying('Je bent overbelast. [Naar niets] (#niets)'));
    assert.deepEqual(diagnostics.map(({rule}) => rule), ['instructie/onbekend']);
  });

  it('point into front matter fields and reasons of support', () => {
    const support = '---\ntitel: Meedoen\nbasisfunctie: informatie\nroute: voorkomen\npast-bij:\n  - als: relatie = partner\n    gewicht: 1\n    omdat: je overbelast bent\neerste-stap: Bel middels de telefoon.\ngeregeld-via: zelf\nkosten: Conform de wet.\nwat-gebeurt-er: Wij vragen u alles.\n---\n\nTekst.\n';
    const flow = '---\ntitel: Proef\n---\n\n## Begin\n\n- [Ja](#eind) `relatie = partner`\n- [Nee](#eind)\n\n## Eind\n\n`toon steun`\n\n`toon contact`\n';
    const diagnostics = compile({'steun/hulp.md': support, 'gesprekken/proef.md': flow});
    assert.deepEqual(diagnostics.map(({rule, line, column}) => [rule, line, column]), [['taal/toon', 8, 15], ['taal/moeilijk', 9, 18], ['taal/moeilijk', 11, 9], ['taal/aanspreekvorm', 12, 28]]);
  });
});
