import {FACET_NAMES} from '../../flows/model/offer.js';
import type {OfferColumn} from '../columns.js';

/**
 * The part of HSDS 3.0 (Open Referral's Human Services Data Specification) that is written here: services as its API
 * gives them, each with what belongs to it inside. Ids are UUIDs there; ours goes along as an attribute.
 * https://docs.openreferral.org/en/v3.0/hsds/schema_reference.html
 */
export interface HsdsService {
  id: string;
  name: string;
  status: 'active';
  description?: string;
  url?: string;
  email?: string;
  application_process?: string;
  accreditations?: string;
  minimum_age?: number;
  maximum_age?: number;
  /** When somebody last checked it. */
  assured_date: string;
  phones?: {id: string; number: string; type: 'voice'}[];
  service_areas?: {id: string; name: string}[];
  service_at_locations?: {id: string; location: HsdsLocation}[];
  organization: {id: string; name: string; description: string};
  attributes: HsdsAttribute[];
}

export interface HsdsLocation {
  id: string;
  location_type: 'physical';
  name?: string;
  latitude?: number;
  longitude?: number;
  addresses?: HsdsAddress[];
}

/** `address_1` and `state_province` are required there and not known here: they stay empty. */
export interface HsdsAddress {
  id: string;
  address_1: string;
  city: string;
  state_province: string;
  postal_code: string;
  country: 'NL';
  address_type: 'physical';
}

export interface HsdsAttribute {
  id: string;
  link_type: string;
  link_entity: 'service';
  value: string;
  taxonomy_term: {id: string; code: string; name: string; description: string; taxonomy: string; language: 'nl'};
}

/** What `GET /services` of its API gives; here always one page. */
export interface HsdsPage {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: HsdsService[];
}

/** Names our terms among those of others. */
export const TAXONOMY = 'mantelzorg-widgets';

/** Our columns that HSDS has no field for: they go along as attributes, one a value. */
export const ATTRIBUTE_COLUMNS: readonly OfferColumn[] = ['id', 'steun', 'bron', ...FACET_NAMES.filter((facet) => facet !== 'leeftijd')];

/** Attribute columns of which the text is one value, whatever stands in it. */
export const WHOLE_COLUMNS: readonly OfferColumn[] = ['id', 'bron'];
