import type {OfferQuery} from '../../src/offers/query.js';
import {SLOTS, bitOf} from '../../src/offers/layout.js';
import {chordOf, onSphere, type OfferTable} from '../../src/offers/table.js';

/**
 * The bare loop over typed arrays that quality.md measures by: facets, distance, one sort by distance, and counts that are
 * right while combining. No areas, no order by fit or freshness, no hints, no kinds of support, nothing kept between questions.
 */
export function bareScan({fits, rows, x, y, z}: OfferTable, {at, km, filters = {}}: OfferQuery): {rows: number[]; counts: Uint32Array} {
  const active = SLOTS.flatMap((slot) => {
    const bits = (filters[slot.facet] ?? []).reduce((mask, value) => mask | bitOf(slot.facet, value), 0);
    return bits ? [{column: fits[slot.word]!, bits: bits << slot.shift, slot}] : [];
  });
  const [px, py, pz] = at ? onSphere(at.lat, at.lon) : [0, 0, 0];
  const most = at && km !== undefined ? chordOf(km) : Infinity;
  const counts = new Uint32Array(32 * fits.length);
  const keys = new Float64Array(rows);
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const [dx, dy, dz] = [x[row]! - px, y[row]! - py, z[row]! - pz];
    const chord = at ? dx * dx + dy * dy + dz * dz : 0;
    if (chord > most) continue;
    let failed = -1;
    let fails = 0;
    for (let index = 0; index < active.length && fails < 2; index++) {
      if (active[index]!.column[row]! & active[index]!.bits) continue;
      fails++;
      failed = index;
    }
    if (fails > 1) continue;
    if (fails === 1) {
      const {column, slot} = active[failed]!;
      for (let bit = slot.shift; bit < slot.shift + slot.size; bit++) if (column[row]! & (1 << bit)) counts[32 * slot.word + bit]! += 1;
      continue;
    }
    keys[total++] = Math.floor(chord * 2 ** 31) * 2 ** 20 + row;
    for (let word = 0; word < fits.length; word++) {
      const mask = fits[word]![row]!;
      for (let bit = 0; bit < 31; bit++) if (mask & (1 << bit)) counts[32 * word + bit]! += 1;
    }
  }
  const sorted = keys.subarray(0, total).sort();
  return {rows: Array.from(sorted, (key) => key % 2 ** 20), counts};
}
