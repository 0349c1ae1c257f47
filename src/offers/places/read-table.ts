import {SEATS} from './aliases.js';
import {LATS, LONS, NAMES, PEOPLE} from './dutch-places.js';

/** A place or gemeente of the table. */
export interface Entry {
  name: string;
  area: string;
  /** `GM0772` */
  code: string;
  province: string;
  lat: number;
  lon: number;
  /** 0 where unknown. */
  people: number;
  /** Part of a city: gives way to a place of that name. */
  quarter: boolean;
}

export interface PlaceTable {
  places: Entry[];
  /** Gemeenten, each at the middle of its places, weighed by inhabitants. */
  areas: Entry[];
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const degrees = (column: string, index: number, from: number) =>
  Math.round(from * 1000 + 64 * DIGITS.indexOf(column[2 * index]!) + DIGITS.indexOf(column[2 * index + 1]!)) / 1000;

/** The nearest of the classes that scripts/places.mjs makes, in two digits. */
function peopleOf(digit: string): number {
  const size = DIGITS.indexOf(digit);
  return size ? Number((100 * 10 ** (size / 8)).toPrecision(2)) : 0;
}

/** Villages without a number weigh as a small one. */
const weight = ({people}: Entry) => people || 500;

function middle(area: Omit<Entry, 'lat' | 'lon' | 'people'>, places: Entry[]): Entry {
  const whole = places.filter(({quarter}) => !quarter);
  const counted = whole.length ? whole : places;
  const total = counted.reduce((sum, place) => sum + weight(place), 0);
  const mean = (key: 'lat' | 'lon') => Math.round((1000 * counted.reduce((sum, place) => sum + place[key] * weight(place), 0)) / total) / 1000;
  const seat = SEATS.find(([code]) => `GM${code}` === area.code);
  return {
    ...area,
    lat: seat?.[1] ?? mean('lat'),
    lon: seat?.[2] ?? mean('lon'),
    people: counted.reduce((sum, {people}) => sum + people, 0),
  };
}

/** Reads the table; see scripts/places.mjs for how it is written. */
export function readTable(): PlaceTable {
  const table: PlaceTable = {places: [], areas: []};
  for (const line of NAMES.trim().split('\n')) {
    const colon = line.indexOf(':');
    const province = line.slice(0, colon);
    for (const text of line.slice(colon + 1).split(';')) {
      const [head = '', names = ''] = text.split(':');
      const area = {name: head.slice(4), area: head.slice(4), code: `GM${head.slice(0, 4)}`, province, quarter: false};
      const inside = (names ? names.split('|') : []).map((written, offset): Entry => {
        const index = table.places.length + offset;
        const quarter = written.startsWith('*');
        const name = quarter ? written.slice(1) : written;
        return {
          ...area,
          name: name === '=' ? area.name : name,
          lat: degrees(LATS, index, 50.7),
          lon: degrees(LONS, index, 3.3),
          people: peopleOf(PEOPLE[index]!),
          quarter,
        };
      });
      table.places.push(...inside);
      table.areas.push(middle(area, inside));
    }
  }
  return table;
}
