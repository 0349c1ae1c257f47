import assert from 'node:assert/strict';
import type {Diagnostic} from '../../src/flows/compiler/diagnostics.js';
import {mostBytes} from '../../src/flows/compiler/read-file.js';

/** Every problem has a rule, a place that exists, a sentence that says what is wrong and one that says how to mend it. */
export function assertTold(diagnostics: readonly Diagnostic[], texts: Readonly<Record<string, string | Uint8Array>>): void {
  const split = new Map<string, string[]>();
  for (const {rule, severity, file, line, column, message, hint} of diagnostics) {
    const told = `${file}:${line}:${column} ${rule} ${message}`;
    assert.match(rule, /^[a-z]+\/[a-z-]+$/);
    assert.ok(severity === 'fout' || severity === 'waarschuwing');
    assert.ok(message.length > 10 && message.length < 1_000 && hint.length > 3 && hint.length < 1_000, told);
    assert.doesNotMatch(`${message} ${hint}`, /undefined|\[object|NaN|\bat .*:\d+:\d+/, told);
    assert.ok(line >= 1 && column >= 1, told);
    const path = file.slice(file.indexOf('/') + 1);
    const bytes = texts[path];
    if (bytes === undefined) continue;
    if ((typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length) > mostBytes(path)) {
      assert.deepEqual([line, column], [1, 1], told);
      continue;
    }
    const lines = split.get(path) ?? (typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes)).split(/\r\n|\r|\n/);
    split.set(path, lines);
    assert.ok(line <= lines.length, told);
    assert.ok(column <= lines[line - 1]!.length + 1, told);
  }
}
