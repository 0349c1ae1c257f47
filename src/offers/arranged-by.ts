import type {Arranger, Offer} from '../flows/model/offer.js';

/**
 * Who decides about an indicatie: the gemeente carries out the Wmo and the Jeugdwet, the zorgkantoor the Wlz, the
 * huisarts refers (domain.md 6; `lll2024` 2.3 tells how people are sent from gemeente to zorgkantoor and back for want of
 * this). Nobody is needed for "niet-nodig": then one arranges it oneself.
 */
const DECIDES: Readonly<Record<string, Arranger>> = {
  wmo: 'gemeente',
  jeugdwet: 'gemeente',
  wlz: 'zorgkantoor',
  'verwijzing-huisarts': 'huisarts',
  'niet-nodig': 'zelf',
};

/**
 * Who else has a say through the money: the insurer pays by the Zvw and by additional insurance, so it is asked what is
 * paid. A pgb comes from whoever decides, and tells nothing by itself.
 */
const PAYS: Readonly<Record<string, Arranger>> = {
  wmo: 'gemeente',
  jeugdwet: 'gemeente',
  wlz: 'zorgkantoor',
  zvw: 'zorgverzekeraar',
  'aanvullende-verzekering': 'zorgverzekeraar',
  zelf: 'zelf',
  gratis: 'zelf',
};

/**
 * With whom an offer is arranged, the first door first. What it says of the indicatie decides. Who pays counts where
 * that column is silent, and the insurer always. An offer that says neither gives nobody: ask the provider.
 */
export function arrangedBy({facets}: Pick<Offer, 'facets'>): Arranger[] {
  const decide = (facets.indicatie ?? []).map((value) => DECIDES[value]);
  const pay = (facets['betaald-via'] ?? []).map((value) => PAYS[value]);
  const known = [...decide, ...(decide.length ? pay.filter((one) => one === 'zorgverzekeraar') : pay)];
  return [...new Set(known.filter((one) => one !== undefined))];
}
