import {FACETS, FACET_NAMES, type Facet} from '../flows/model/offer.js';

/** Where a facet's bits lie in the words of a row. */
export interface Slot {
  facet: Facet;
  /** Place in `SLOTS`. */
  index: number;
  word: number;
  shift: number;
  size: number;
  /** All values of the facet, not shifted. */
  all: number;
}

/** Bits of a word that stay clear of the sign. */
const WORD = 31;

function layOut(): Slot[] {
  let [word, shift] = [0, 0];
  return FACET_NAMES.map((facet, index) => {
    const size = FACETS[facet].length;
    if (shift + size > WORD) [word, shift] = [word + 1, 0];
    const slot = {facet, index, word, shift, size, all: 2 ** size - 1};
    shift += size;
    return slot;
  });
}

export const SLOTS: readonly Slot[] = layOut();
export const WORDS = SLOTS.at(-1)!.word + 1;

const BY_NAME = new Map(SLOTS.map((slot) => [slot.facet, slot]));
export const slotOf = (facet: Facet): Slot => BY_NAME.get(facet)!;

export const bitOf = (facet: Facet, value: string): number => {
  const index = (FACETS[facet] as readonly string[]).indexOf(value);
  return index < 0 ? 0 : 1 << index;
};

/** Facets of which every chosen value must hold: each is a need of its own. Of the others one is enough. */
export const ALL_OF: readonly Facet[] = ['kenmerken'];

const EVERYBODY = bitOf('doelgroepen', 'iedereen');
const [PROFESSIONAL, VOLUNTEER, BOTH] = (['beroepskracht', 'vrijwilliger', 'beide'] as const).map((value) => bitOf('bemensing', value)) as [number, number, number];
const [FULL, UNSURE] = [bitOf('plek-vrij', 'nee'), bitOf('plek-vrij', 'onbekend')];
const BANDS = FACETS.leeftijd.map((text): [number, number] => {
  const [from = 0, to = Infinity] = text.split(/\D+/).filter(Boolean).map(Number);
  return [from, to];
});

/** The age bands of `FACETS` that a range overlaps; all where every age fits. */
export function bandsOf(ages: readonly [number, number] | null | undefined): number {
  if (!ages) return 2 ** BANDS.length - 1;
  return BANDS.reduce((mask, [from, to], bit) => (ages[0] <= to && from <= ages[1] ? mask | (1 << bit) : mask), 0);
}

/**
 * What an offer fits, from what it says: "iedereen" fits every group, "beide" is a professional and a volunteer, ages
 * count by overlap, and who says nothing of room has it unknown, or not where there is a wait.
 */
export function fitting(facet: Facet, mask: number, ages: readonly [number, number] | null | undefined, wait: number | null | undefined): number {
  if (facet === 'doelgroepen') return mask & EVERYBODY ? slotOf(facet).all : mask;
  if (facet === 'bemensing') return mask & BOTH || (mask & PROFESSIONAL && mask & VOLUNTEER) ? slotOf(facet).all : mask;
  if (facet === 'leeftijd') return bandsOf(ages);
  if (facet === 'plek-vrij' && !mask) return (wait ?? 0) > 0 ? FULL : UNSURE;
  return mask;
}
