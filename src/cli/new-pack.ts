import type {Domains} from '../flows/conditions/domain.js';

/** Whose pack it becomes. */
export interface Owner {
  organisation: string;
  name: string;
  contact: string;
  phone?: string;
  email?: string;
  website?: string;
  address: 'je' | 'u';
  area: readonly string[];
}

/** The text of pakket.md. */
export function packText(id: string, base: string, {organisation, name, contact, phone, email, website, address, area}: Owner): string {
  const front = [
    `id: ${id}`,
    `naam: ${quote(name)}`,
    `organisatie: ${quote(organisation)}`,
    `gebaseerd-op: ${quote(base)}`,
    `aanspreekvorm: ${address}`,
    'contact:',
    `  naam: ${quote(contact)}`,
    ...(phone ? [`  telefoon: ${quote(phone)}`] : []),
    ...(email ? [`  email: ${quote(email)}`] : []),
    ...(website ? [`  website: ${quote(website)}`] : []),
    ...(area.length ? [`werkgebied: [${area.map(quote).join(', ')}]`] : []),
  ];
  return `---\n${front.join('\n')}\n---\n${BODY}`;
}

const BODY = `
# Dit pakket

Alles uit het pakket eronder is er al. Hier staat alleen wat van jullie zelf is. Deze uitleg zien bezoekers niet; schrijf hier straks wie het pakket bijhoudt.

## Wat je nu kunt doen

- Open het bestand in de map steun. Dat is een voorbeeld van hulp bij jullie: verander de tekst, of gooi het weg.
- Nog een soort hulp? Maak er een bestand bij in de map steun. De naam van het bestand is de id.
- Een zin van een gesprek anders? Maak een map gesprekken, met een bestand met dezelfde naam als in het pakket eronder. Zet daarin alleen de stap die anders wordt, met dezelfde id.
- Een ander telefoonnummer of bedrag? Zet het in feiten.md, met bron en datum.
- Wie geeft die hulp bij jullie? Open aanbod/aanbod.csv in een rekenblad en zet op elke regel één plek. Blijft hij leeg, dan mag hij weg.
- Kijk na elke wijziging het pakket na. Dan zie je of er iemand vastloopt.
`;

/** The text of a local kind of support, as an example. Without a condition it is never advised. */
export function supportText({phone, email}: Owner, condition: string | undefined): string {
  const step = phone ? 'Bel {{contact.telefoon}} en zeg: ik zorg voor iemand en wil graag overleggen.' : email ? 'Mail naar {{contact.email}} en schrijf: ik zorg voor iemand en wil graag overleggen.' : 'Kijk op {{contact.website}} wie je kunt bereiken.';
  const fits = condition === undefined ? [] : ['past-bij:', `  - als: ${quote(condition)}`, '    gewicht: 8', '    omdat: je hier in de buurt terechtkunt'];
  const front = ['titel: "Hulp bij {{contact.naam}}"', 'basisfunctie: informatie', 'route: voorkomen', ...fits, `eerste-stap: ${quote(step)}`, 'geregeld-via: zelf', 'kosten: Gratis.'];
  return `---\n${front.join('\n')}\n---\n\nJe kunt hier terecht met al je vragen. Er is iemand die met je meedenkt, en die de hulp in de buurt kent.\n`;
}

/** Conditions to try for the example, the likeliest first; the last, nothing, always holds. */
export function conditionsFor(domains: Domains): (string | undefined)[] {
  const found: string[] = [];
  for (const [name, domain] of domains) {
    if (domain.t === 'set') found.push(name === 'wens' && domain.values.includes('weten') ? 'wens bevat weten' : `${name} bevat ${domain.values[0]}`);
    else if (domain.t === 'choice') found.push(`${name} = ${domain.values[0]}`);
    else if (domain.t === 'count') found.push(`${name} >= 1`);
  }
  found.sort((a, b) => Number(b.startsWith('wens ')) - Number(a.startsWith('wens ')));
  return [...found.slice(0, 4), undefined];
}

/** Any text as one line that YAML reads back as it is. */
function quote(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters have no place in a name
  return JSON.stringify(text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, ' ').trim());
}
