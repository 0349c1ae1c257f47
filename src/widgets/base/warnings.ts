/** What embedders are told in the console, by kind. Dutch, like the attributes it is about. */
export const WARNINGS = {
  aanspreekvorm: (value) => `aanspreekvorm="${value}" bestaat niet; kies je of u.`,
  kopniveau: (value) => `kopniveau="${value}" is geen getal van 1 tot en met 6.`,
  vorm: (value) => `vorm="${value}" bestaat niet; kies ingebed of zwevend.`,
  bewaren: (value) => `bewaren="${value}" bestaat niet; kies nooit of vraag.`,
  pakket: (value) => `pakket="${value}" is geen adres; het wordt het pakket naast het script.`,
  stap: (value, flow) => `stap="${value}" is geen ingang van «${flow}»; het begint bij het begin.`,
  lang: (value) => `de taal «${value}» kennen de knoppen niet; ze blijven Nederlands.`,
  'tweede-taal': (page, own) => `de knoppen zijn op deze pagina al in «${page}»; «${own}» geldt alleen voor de inhoud.`,
  woorden: (locale) => `de knoppen in «${locale}» konden niet worden geladen.`,
  fout: (code, widget) => `${code} in <mz-${widget}>.`,
} satisfies Record<string, (...details: string[]) => string>;
