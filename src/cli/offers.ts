import {didYouMean} from '../flows/conditions/suggest.js';
import {TODAY_OPTION, type Call, type Command} from './command.js';
import {exportOffers} from './export-offers.js';
import {importOffers} from './import-offers.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

/** What can be done with offers, by its Dutch and its English name. */
const TASKS: readonly {names: readonly [string, string]; what: string; run(call: Call, file: string, terminal: Terminal): Promise<number>}[] = [{names: ['importeer', 'import'], what: 'het bestand om binnen te halen', run: importOffers}, {names: ['exporteer', 'export'], what: 'het pakket', run: exportOffers}];

export const OFFERS: Command = {
  name: 'aanbod',
  alias: 'offers',
  usage: 'importeer <bestand> | exporteer <pakket>',
  summary: 'haalt aanbod van anderen binnen, of geeft het door',
  about: `
importeer maakt van een tabel (CSV) van een ander een tabel met onze kolommen. In een
bestand met kolommen staat links onze kolom en rechts waar het vandaan komt:

  id:    { kolom: Nummer }
  naam:  Organisatie
  steun: { kolom: Soort, waarden: { Logeerhuis: logeeropvang, Kapper: "" } }
  plaats:     { kolom: Adres, haal: plaats }
  kenmerken:  [ { kolom: Rolstoel, ja: rolstoel }, { kolom: Vervoer, ja: vervoer } ]
  werkgebied: { vast: nederland }
  gecontroleerd: { kolom: Bijgewerkt, leeg: 2026-11-22 }

Een waarde die niet te lezen is, wordt weggelaten en genoemd. Alleen als het kenmerk,
de naam, de soort steun of de datum ontbreekt, vervalt de hele regel. Codering (UTF-8,
UTF-16, Windows-1252) en scheidingsteken worden herkend. Kijk eerst met --proef.

Een JSON-bestand wordt gelezen als HSDS 3.0 (Open Referral). Dan mag --kolommen weg;
erin staan velden van HSDS, voor wat daar ontbreekt.

exporteer geeft het aanbod van een pakket door: --hsds (HSDS 3.0, alles komt mee en is
weer binnen te halen), --schema (schema.org JSON-LD voor zoekmachines, veilig in een
scripttag) of --csv (onze eigen tabel).

Afloop: 0 als alles meekwam, 1 als er iets is weggelaten (de rest staat er dan wel).`,
  options: {
    kolommen: {value: '<yaml>', help: 'welke kolom van hen bij welke van ons hoort'},
    uit: {value: '<bestand>', help: 'waar het resultaat heen gaat (export: anders op het scherm)'},
    proef: {help: 'laat zien wat er meekomt en schrijft niets'},
    verslag: {value: '<csv>', help: 'een tabel met alles wat is weggelaten, en waarom'},
    pakket: {value: '<pakket>', help: 'het pakket waarvan de soorten steun gelden'},
    hsds: {help: 'geeft het aanbod door als HSDS 3.0'},
    schema: {help: 'geeft het aanbod door als schema.org JSON-LD'},
    csv: {help: 'geeft het aanbod door als onze eigen tabel'},
    overschrijf: {help: 'schrijft over wat er al staat'},
    ...TODAY_OPTION,
  },
  async run(call, terminal) {
    const [typed, ...others] = call.positionals;
    const names = TASKS.flatMap((task) => task.names);
    if (typed === undefined) throw new UsageError(`Er ontbreekt iets achter «aanbod»: ${TASKS.map((task) => task.names[0]).join(' of ')}.`);
    const task = TASKS.find((each) => each.names.includes(typed));
    if (!task) throw new UsageError(`«aanbod ${typed}» bestaat niet. ${didYouMean(typed, names, `Wel: ${TASKS.map((each) => each.names[0]).join(' en ')}.`)}`);
    const [file, extra] = others;
    if (file === undefined) throw new UsageError(`Er ontbreekt iets achter «aanbod ${typed}»: ${task.what}.`);
    if (extra !== undefined) throw new UsageError(`«${extra}» is te veel: «aanbod ${typed}» neemt er één tegelijk.`);
    return task.run(call, file, terminal);
  },
};
