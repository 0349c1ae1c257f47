/** Why a file of a pack was found and could not be read by whoever looked. */
export type FileProblem = 'denied' | 'link' | 'special' | 'deep' | 'many';

/** What to say of it: the sentence after «path», and how to mend it. */
export const FILE_PROBLEMS: Readonly<Record<FileProblem, readonly [what: string, hint: string]>> = {
  denied: ['is niet te openen', 'Kijk of je het zelf kunt openen, en of het niet ergens anders open staat.'],
  link: ['is een snelkoppeling naar een andere plek', 'Zet het bestand of de map zelf hier neer.'],
  special: ['is geen gewoon bestand', 'Haal het weg.'],
  deep: ['ligt te diep in mappen', 'Een pakket heeft mappen, maar geen mappen in mappen in mappen.'],
  many: ['en wat daarna komt is niet gelezen: deze map is te groot voor een pakket', 'Geef de map waarin pakket.md staat, en zet daarin alleen wat bij het pakket hoort.'],
};
