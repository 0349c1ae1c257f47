import type {Offer, PlacesPart} from '../../model/offer.js';
import type {Place, PlaceAnswer} from '../../../offers/places/answer.js';
import {Gazetteer} from '../../../offers/places/gazetteer.js';
import {shorten} from '../../../offers/shorten.js';
import {compareText, type Diagnostics} from '../diagnostics.js';
import type {PackLayer} from '../layers.js';
import type {SortedFiles} from '../sort-files.js';
import {readOfferFiles, type PlacedOffer} from './read-offers.js';
import {PlaceTables} from './read-places.js';

/** South, west, north, east in degrees. */
export type Box = readonly [south: number, west: number, north: number, east: number];

type Corner = readonly [lat: number, lon: number];

/** Places that nobody knows, in a list that was made elsewhere: more than these say nothing new. */
const MOST_TOLD = 200;

/** An offer, and where it is and serves; no box: the whole country, or nobody can tell. */
export interface LocatedOffer {
  offer: Offer;
  box?: Box;
}

export interface GatheredOffers {
  offers: LocatedOffer[];
  places?: PlacesPart | undefined;
  /** How many of the pack's own are left out because something is wrong with them. */
  dropped: number;
}

interface Wish {
  layers: readonly PackLayer[];
  sorted: readonly SortedFiles[];
  kinds: {has(id: string): boolean; keys(): Iterable<string>};
  /** Kinds of support that a layer took away: what offers of a layer below say of these is no mistake. */
  removed: (kind: string) => boolean;
  today: string;
}

/** The offers of all layers, each id once: that of the nearest layer. With coordinates where the place tells them. */
export function gatherOffers({layers, sorted, kinds, removed, today}: Wish, diagnostics: Diagnostics): GatheredOffers {
  const tables = new PlaceTables(diagnostics);
  const all = new Map<string, PlacedOffer>();
  let dropped = 0;
  for (const layer of layers.map((_, n) => n).reverse()) {
    const {packDir} = layers[layer]!;
    const {places, postcodes, offers} = sorted[layer]!;
    if (places) tables.addPlaces(places, packDir);
    if (postcodes) tables.addPostcodes(postcodes, packDir);
    const known = {has: (id: string) => kinds.has(id) || (layer > 0 && removed(id)), keys: () => kinds.keys()};
    const read = readOfferFiles(offers, packDir, layer, {kinds: known, today}, diagnostics);
    for (const [id, placed] of read.offers) all.set(id, placed);
    if (layer === 0) ({dropped} = read);
  }
  const places = tables.part();
  if (!all.size) return {offers: [], places, dropped};
  const finder = new Finder(new Gazetteer(places), places, diagnostics);
  const offers = [...all.values()].flatMap((placed): LocatedOffer[] => {
    const support = placed.offer.support.filter((kind) => kinds.has(kind));
    return support.length ? [finder.locate({...placed, offer: {...placed.offer, support}})] : [];
  });
  return {offers: offers.sort(inOrder), places, dropped};
}

/** By place and then name: neighbours in a column are alike, so it compresses well; and the same pack gives the same rows. */
function inOrder({offer: a}: LocatedOffer, {offer: b}: LocatedOffer): number {
  return compareText(a.place ?? '\uffff', b.place ?? '\uffff') || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Looks places up, each once. */
class Finder {
  private readonly found = new Map<string, PlaceAnswer>();
  private readonly areas = new Map<string, readonly Corner[]>();
  private readonly ownAreas: ReadonlyMap<string, Box>;
  private readonly postcodes: ReadonlyMap<number, Corner>;
  /** Places that could not be found are told once each. */
  private readonly told = new Set<string>();

  constructor(
    private readonly gazetteer: Gazetteer,
    own: PlacesPart | undefined,
    private readonly diagnostics: Diagnostics,
  ) {
    const tables = [own?.places, own?.postcodes].flatMap((table) => table ?? []);
    const boxes = new Map<string, Box>();
    for (const {lat, lon, area, code} of tables) {
      lat.forEach((_, n) => {
        for (const name of [area?.[n]?.toLowerCase(), code?.[n]]) if (name) boxes.set(name, grown(boxes.get(name), [lat[n]! / 10_000, lon[n]! / 10_000]));
      });
    }
    this.ownAreas = boxes;
    this.postcodes = new Map(own?.postcodes?.pc4.map((pc4, n) => [pc4, [own.postcodes!.lat[n]! / 10_000, own.postcodes!.lon[n]! / 10_000]]));
  }

  locate({offer, spot}: PlacedOffer): LocatedOffer {
    const at: Corner | undefined = offer.lat === undefined || offer.lon === undefined ? this.place({offer, spot}) : [offer.lat, offer.lon];
    const located: Offer = at ? {...offer, lat: at[0], lon: at[1]} : offer;
    if (offer.area.includes('nederland')) return {offer: located};
    let box = at && grown(undefined, at);
    for (const area of offer.area) {
      for (const corner of this.corners(area)) box = grown(box, corner);
    }
    if (!at && !offer.area.length && !offer.place && !offer.postcode) {
      this.warn(spot('id'), `Bij «${shorten(offer.name)}» staat niet waar het is: geen plaats, geen postcode en geen werkgebied.`, 'Vul er minstens één in. Werkt het overal, schrijf dan «nederland» bij werkgebied.');
    }
    return {offer: located, ...(box ? {box} : {})};
  }

  /** Where an offer without coordinates is: as near as its postcode or the name of its place tells. */
  private place({offer: {place, postcode, area}, spot}: PlacedOffer): Corner | undefined {
    const exact = this.postcodes.get(Number(postcode?.slice(0, 4)));
    if (exact) return exact;
    if (place === undefined) {
      if (postcode !== undefined) this.warn(spot('postcode'), `Van de postcode «${postcode}» is niet bekend waar die ligt, en er staat geen plaats bij.`, 'Vul ook de plaats in, of zet de postcode in postcodes.csv.');
      return undefined;
    }
    const answer = this.answer(place);
    if (answer.kind === 'place') return [answer.place.lat, answer.place.lon];
    // Of two places of one name it is the one where the offer is meant for.
    const meant = answer.kind === 'choose' ? answer.places.filter((one) => area.some((each) => each === one.code || each.toLowerCase() === one.area?.toLowerCase())) : [];
    if (meant.length === 1) return [meant[0]!.lat, meant[0]!.lon];
    const [near] = answer.kind === 'near' || answer.kind === 'choose' ? answer.places : [];
    const hint = near && answer.kind === 'near' ? `Bedoelde je «${near.name}»?` : answer.kind === 'choose' ? `Schrijf erbij welke, zoals «${named(answer.places[0]!)}» of «${named(answer.places[1] ?? answer.places[0]!)}», of vul lat en lon in.` : 'Vul lat en lon in, of zet de plaats in plaatsen.csv.';
    this.warn(spot('plaats'), answer.kind === 'choose' ? `Er is meer dan één plaats «${shorten(place)}», dus is niet te zien waar dit is.` : `De plaats «${shorten(place)}» is niet bekend, dus is niet te zien waar dit is.`, hint);
    return undefined;
  }

  private answer(place: string): PlaceAnswer {
    const answer = this.found.get(place) ?? this.gazetteer.find(place);
    this.found.set(place, answer);
    return answer;
  }

  /** Corners of what is known of an area: its centre, or all places that the organisation's own tables have in it. */
  private corners(area: string): readonly Corner[] {
    const corners = this.areas.get(area) ?? this.cornersOf(area);
    this.areas.set(area, corners);
    return corners;
  }

  private cornersOf(area: string): readonly Corner[] {
    const box = this.ownAreas.get(/^GM\d{4}$/.test(area) ? area : area.toLowerCase());
    if (box) return [[box[0], box[1]], [box[2], box[3]]];
    const [, from, to = from] = /^(\d{4})(?:-(\d{4}))?$/.exec(area) ?? [];
    if (from) return [...this.postcodes].flatMap(([pc4, corner]) => (pc4 >= Number(from) && pc4 <= Number(to) ? [corner] : []));
    const found = this.gazetteer.area(area);
    return found ? [[found.lat, found.lon]] : [];
  }

  private warn(spot: ReturnType<PlacedOffer['spot']>, message: string, hint: string): void {
    if (this.told.has(message) || this.told.size === MOST_TOLD) return;
    this.told.add(message);
    this.diagnostics.report({rule: 'aanbod/waarde', severity: 'waarschuwing', ...spot, message, hint});
  }
}

function grown(box: Box | undefined, [lat, lon]: Corner): Box {
  return box ? [Math.min(box[0], lat), Math.min(box[1], lon), Math.max(box[2], lat), Math.max(box[3], lon)] : [lat, lon, lat, lon];
}

function named({name, province, area}: Place): string {
  const more = province ?? area;
  return more ? `${name} (${more})` : name;
}
