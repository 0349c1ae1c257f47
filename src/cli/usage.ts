/** What `--help` prints, and what follows a wrong command. */
export const USAGE = `Gebruik: mantelzorg <opdracht> [opties]

Opdrachten
  controleer <pakket…>         zoekt fouten in een of meer pakketten (Engels: check)
      --json                   schrijft de meldingen als JSON
      --strikt                 telt waarschuwingen als fouten
      --vandaag JJJJ-MM-DD     de dag waarop de houdbaarheid van feiten wordt beoordeeld
  bouw <pakket> --uit <map>    maakt van een pakket de bestanden voor de website (Engels: build)
      --vandaag JJJJ-MM-DD     als bij controleer

Algemeen
  --help                       deze uitleg

<pakket> is de map waarin pakket.md staat.
Afsluitcode: 0 in orde, 1 er zijn fouten, 2 de opdracht klopt niet.
`;

/** The command was used wrongly; the message says how. */
export class UsageError extends Error {
  override name = 'UsageError';
}
