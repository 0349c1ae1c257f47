/** The European part of the Netherlands, and a little over the border: a village there may have its dagopvang on the other side. */
const NETHERLANDS = {south: 50.6, north: 53.7, west: 3.2, east: 7.4};

/** What is wrong with these coordinates, if they lie elsewhere. */
export function outsideCountry(lat: number, lon: number): {column: 'lat' | 'lon'; problem: string; hint: string} | undefined {
  const {south, north, west, east} = NETHERLANDS;
  const isLat = (degrees: number) => degrees >= south && degrees <= north;
  const isLon = (degrees: number) => degrees >= west && degrees <= east;
  if (isLat(lat) && isLon(lon)) return undefined;
  if (isLat(lon) && isLon(lat)) return {column: 'lat', problem: `In de kolommen «lat» en «lon» staan «${lat}» en «${lon}»: die zijn verwisseld.`, hint: `Schrijf ${lon} bij lat en ${lat} bij lon.`};
  const column = isLat(lat) ? 'lon' : 'lat';
  return {column, problem: `In de kolom «${column}» staat «${column === 'lat' ? lat : lon}»: dat ligt buiten Nederland.`, hint: 'In Nederland ligt lat tussen 50,6 en 53,7 en lon tussen 3,2 en 7,4. Of laat beide leeg: dan geldt de plaats.'};
}
