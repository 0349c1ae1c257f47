import assert from 'node:assert/strict';
import {test} from 'node:test';
import {markSeen} from '../../../src/flows/compiler/mark-seen.js';
import type {Replaced} from '../../../src/flows/compiler/replaced.js';
import {SourceFile} from '../../../src/flows/compiler/source-file.js';

const HASH = '0123456789';

function mark(text: string, heading: string | undefined): string | undefined {
  const file = new SourceFile('gesprekken/proef.md', 'x/gesprekken/proef.md', text);
  const replaced: Replaced = {kind: heading === undefined ? 'support' : 'step', id: 'taken', file, at: heading === undefined ? 0 : file.text.indexOf(heading), own: '', below: '', hash: HASH, belowFile: file};
  return markSeen(text, replaced);
}

for (const [before, after] of [
  ['## Wat doe je? {#taken}', '## Wat doe je? {#taken gezien:0123456789}'],
  ['## Wat doe je? {#taken ingang}  ', '## Wat doe je? {#taken ingang gezien:0123456789}  '],
  ['## Wat doe je? { #taken }', '## Wat doe je? { #taken gezien:0123456789 }'],
  ['## Wat doe je? {#taken gezien:aaaaaaaaaa ingang}', '## Wat doe je? {#taken gezien:0123456789 ingang}'],
  ['## Wat doe je? {#taken gezien: aaaaaaaaaa}', '## Wat doe je? {#taken gezien:0123456789}'],
  ['## Taken', '## Taken {#taken gezien:0123456789}'],
  ['## Taken ##  ', '## Taken {#taken gezien:0123456789} ##  '],
  ['## Wat doet {{organisatie}}? {#taken}', '## Wat doet {{organisatie}}? {#taken gezien:0123456789}'],
] as const) {
  test(`only the attributes of «${before}» change, whatever the line ends`, () => {
    for (const end of ['\n', '\r\n', '\r']) {
      for (const bom of ['', '\ufeff']) {
        const around = (line: string) => `${bom}---${end}titel: Ééń${end}---${end}${end}## Eerst {#eerst}${end}${end}\tTekst.${end}${line}${end}${end}Slot zonder einde`;
        assert.equal(mark(around(before), before.trimEnd()), around(after));
      }
    }
  });
}

test('a place that is no heading is left alone', () => {
  assert.equal(mark('Gewone tekst {#taken}', 'Gewone'), undefined);
});

for (const [before, after] of [
  ['---\r\ntitel: x\r\n---\r\n\r\nTekst', '---\r\ntitel: x\r\ngezien: 0123456789\r\n---\r\n\r\nTekst'],
  ['---\ngezien: aaaaaaaaaa\ntitel: x\n---\n', '---\ngezien: 0123456789\ntitel: x\n---\n'],
  ['\ufeffAlleen tekst.\n', '\ufeff---\ngezien: 0123456789\n---\n\nAlleen tekst.\n'],
] as const) {
  test(`fields get a line of their own: ${JSON.stringify(before)}`, () => {
    assert.equal(mark(before, undefined), after);
  });
}

test('fields that are never closed are left alone', () => {
  assert.equal(mark('---\ntitel: x\n', undefined), undefined);
});
