/** Who the table of places is from; shown where places are asked (CC BY 4.0 asks for it). */
export const PLACES_SOURCE = {
  name: 'GeoNames',
  url: 'https://www.geonames.org/',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
} as const;
