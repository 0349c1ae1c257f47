import type {PackLayer} from '../flows/compiler/layers.js';
import {slug} from '../flows/conditions/names.js';

export interface NewPack {
  organisation: string;
  contact: string;
  phone: string;
  address: 'je' | 'u';
}

/** A local pack that builds on `base` and passes the check: who you are, and who to call. */
export function newPack({organisation, contact, phone, address}: NewPack, base: string): PackLayer {
  const id = slug(organisation) || 'eigen-pakket';
  const quoted = (text: string) => JSON.stringify(text.trim());
  const text = `---
id: ${id}
naam: ${quoted(`Pakket van ${organisation.trim()}`)}
organisatie: ${quoted(organisation)}
gebaseerd-op: ${base}
aanspreekvorm: ${address}
contact:
  naam: ${quoted(contact)}
  telefoon: ${quoted(phone)}
---

# Pakket van ${organisation.trim().replace(/[`*_[\]<>{}\\]/g, '')}

Schrijf hier wie dit pakket bijhoudt. Alles wat je niet zelf schrijft, komt uit «${base}».
`;
  return {packDir: id, files: [{path: 'pakket.md', bytes: new TextEncoder().encode(text)}]};
}
