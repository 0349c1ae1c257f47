import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import {CsvStream, guessSeparator, LineEnds, type StreamRow} from '../../../../src/flows/compiler/offers/csv-stream.js';

function readIn(pieces: readonly string[], separator = ';'): {rows: StreamRow[]; stopped: boolean} {
  const ends = new LineEnds();
  const rows = new CsvStream(separator);
  const found = pieces.flatMap((piece) => rows.push(ends.push(piece)));
  return {rows: [...found, ...rows.push(ends.end()), ...rows.end()], stopped: rows.stopped};
}

const brief = ({rows}: {rows: StreamRow[]}) => rows.map(({line, cells, problem}) => [line, problem ?? cells.join('|')]);

test('rows come with the line they begin on, also behind texts of more lines', () => {
  assert.deepEqual(brief(readIn(['a;b\r\n"een\r\ntwee";c\r\n\r\nd;"e "" f"'])), [[1, 'a|b'], [2, 'een\ntwee|c'], [4, ''], [5, 'd|e " f']]);
});

test('any table is read the same in any pieces, as a whole', () => {
  const cell = fc.oneof(fc.string({maxLength: 6}), fc.stringMatching(/^[a;,"\n ]{0,5}$/));
  fc.assert(
    fc.property(fc.array(fc.array(cell, {minLength: 2, maxLength: 4}), {minLength: 1, maxLength: 6}), fc.array(fc.nat(40), {maxLength: 5}), fc.constantFrom('\n', '\r\n', '\r'), (table, cuts, newline) => {
      const clean = table.map((row) => row.map((each) => each.replaceAll('\r', '')));
      const text = Papa.unparse(clean, {delimiter: ';', newline: '\n', quotes: true}).replaceAll('\n', newline);
      const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
      const pieces = [...places, text.length].map((end, n) => text.slice(n ? places[n - 1] : 0, end));
      const {rows} = readIn(pieces);
      assert.deepEqual(rows.map(({cells}) => cells), clean);
      let line = 1;
      for (const [n, row] of clean.entries()) {
        assert.equal(rows[n]!.line, line);
        line += 1 + row.join('').split('\n').length - 1;
      }
    }),
    {numRuns: 300},
  );
});

test('a quote that never closes costs its own line', () => {
  assert.deepEqual(brief(readIn(['a;b\n1;"open\n2;twee\n3;drie\n'])), [[1, 'a|b'], [2, 'open'], [3, '2|twee'], [4, '3|drie']]);
});

test('an open quote in a long table is found without keeping the table', () => {
  const pieces = ['a;b\n1;"open\n', ...Array.from({length: 100}, (_, n) => `${n};${'x'.repeat(4_990)}\n`)];
  const {rows, stopped} = readIn(pieces);
  assert.equal(stopped, false);
  assert.deepEqual(rows.map(({line}) => line), Array.from({length: 102}, (_, n) => n + 1));
  assert.deepEqual(rows.filter(({problem}) => problem).map(({line}) => line), [2]);
});

test('reading stops where quote after quote never closes', () => {
  const lines = Array.from({length: 400}, (_, n) => `${n};"${'x'.repeat(4_000)}`);
  // Every second quote closes the one before it, halfway a text.
  const {rows} = readIn([`a;b\n${lines.join('\n')}`]);
  assert.ok(rows.slice(1).every(({problem}) => problem !== undefined));
  const open = readIn([`a;b\n${Array.from({length: 80}, () => `"${'x'.repeat(250_000)}`.replace('"', '"').concat('\n')).join('')}`]);
  assert.ok(open.rows.length < 100);
});

test('a quote in the middle of a quoted text is told', () => {
  assert.deepEqual(brief(readIn(['a;b\n"hij zei "hoi" tegen";c\nd;e'])), [[1, 'a|b'], [2, 'quotes'], [3, 'd|e']]);
});

test('the separator is what gives the most columns, evenly', () => {
  assert.equal(guessSeparator('naam;plaats, straat;telefoon\nA;B, C;1\nD;E, F;2\n'), ';');
  assert.equal(guessSeparator('naam,plaats\n"a;b;c",d\n"e;f",g\n'), ',');
  assert.equal(guessSeparator('naam\tplaats\na,b\tc\n'), '\t');
  assert.equal(guessSeparator('naam|plaats\na|b'), '|');
  assert.equal(guessSeparator(''), ';');
  assert.equal(guessSeparator('een kolom\nwaarde'), ';');
});
