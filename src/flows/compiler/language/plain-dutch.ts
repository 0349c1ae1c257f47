/** Words of offices and of care, with the plain word. Listed like `PhraseList` reads them. */
export const JARGON = `
indicatie, indicaties, zorgindicatie, zorgindicaties, indicatiestelling, geïndiceerd, geïndiceerde: besluit dat iemand hulp krijgt
ondersteuningsbehoefte, ondersteuningsbehoeften, zorgbehoefte, zorgbehoeften: wat iemand nodig heeft
ondersteuningsvraag, ondersteuningsvragen, hulpvraag, hulpvragen, zorgvraag, zorgvragen: waar iemand hulp bij wil
mantelzorgontlasting, mantelzorgverlichting: iemand die het even overneemt
mantelzorgondersteuning, ondersteuning van mantelzorgers: hulp voor wie voor een ander zorgt
zelfredzaam, zelfredzame, zelfredzaamheid: wat iemand zelf kan
redzaamheid: wat iemand zelf kan
casus, casussen, casuïstiek: verhaal, of situatie
cliënt, cliënten, client, clienten: degene voor wie je zorgt
zorgvrager, zorgvragers, zorgontvanger, zorgontvangers, zorgbehoevende, zorgbehoevenden, hulpbehoevende, hulpbehoevenden, hulpvrager, hulpvragers: degene voor wie je zorgt
draaglast: wat je allemaal draagt
draagkracht: wat je aankunt
belastbaarheid: wat iemand aankan
respijtvoorziening, respijtvoorzieningen, respijtaanbod: plek die de zorg even overneemt
maatwerkvoorziening, maatwerkvoorzieningen: hulp van de gemeente die bij jou past
voorliggende voorziening, voorliggende voorzieningen, algemene voorziening, algemene voorzieningen: hulp die er voor iedereen is
beschikking, beschikkingen: brief met het besluit
informele zorg, informele hulp: hulp van familie, vrienden en buren
formele zorg: hulp van een beroepskracht
sociaal netwerk, sociale netwerk, informeel netwerk, informele netwerk, steunsysteem: mensen om je heen
sociale kaart: overzicht van hulp in de buurt
zorgtraject, zorgtrajecten, hulpverleningstraject, traject, trajecten: hulp, of wat er stap voor stap gebeurt
interventie, interventies: hulp
problematiek: problemen
psychosociaal, psychosociale: over hoe je je voelt
psychogeriatrisch, psychogeriatrische: met dementie
somatisch, somatische: van het lichaam
cognitief, cognitieve: van het denken
palliatief, palliatieve: in de laatste tijd van het leven
comorbiditeit, multimorbiditeit: meer ziektes tegelijk
ambulant, ambulante, extramuraal, extramurale: bij iemand thuis
intramuraal, intramurale: in een verpleeghuis
transmuraal, transmurale: van ziekenhuis naar huis
anamnese: vragen over je gezondheid
intake, intakegesprek, intakegesprekken: eerste gesprek
multidisciplinair, multidisciplinaire: met verschillende beroepskrachten
interdisciplinair, interdisciplinaire: met verschillende beroepskrachten
integraal, integrale: samen, of in één keer
ketenpartner, ketenpartners, ketenzorg: organisaties die samenwerken
stakeholder, stakeholders: mensen die erbij horen
eigen regie, zorgregie: zelf kiezen
faciliteren, faciliteert, gefaciliteerd: helpen
signaleren, signaleert, signalering: merken
monitoren, monitort, monitoring: in de gaten houden
evalueren, evalueert, evaluatie: terugkijken
implementeren, implementatie: invoeren
inventariseren, inventariseert, inventarisatie: op een rij zetten
optimaliseren, optimaliseert: beter maken
realiseren, realiseert, gerealiseerd: maken
coördineren, coördineert: regelen
constateren, constateert, geconstateerd: zien
communiceren, communiceert, gecommuniceerd: vertellen
financieren, financiert, gefinancierd: betalen
verstrekken, verstrekt, verstrekking, verstrekkingen: geven
toeleiding, toeleiden: de weg wijzen
expertise, deskundigheid: kennis
adequaat, adequate: goed
optimaal, optimale: zo goed mogelijk
frequent, frequente: vaak
benodigd, benodigde: nodig
woonachtig: wonen
aanspraak maken op, maakt aanspraak op, maak je aanspraak op: recht hebben op
empowerment: zelf sterker staan
awareness: weten dat het er is
caregiver, caregivers: wie voor een ander zorgt
`;

/** Prepositions and conjunctions that only offices use. */
export const OFFICE_WORDS = `
ten behoeve van, t.b.v.: voor
ten aanzien van, met betrekking tot, m.b.t.: over
betreffende, aangaande, omtrent, inzake: over
naar aanleiding van, n.a.v.: door, of na
in het kader van, i.h.k.v.: voor, of bij
door middel van, d.m.v., middels: met
met behulp van, m.b.v.: met
als gevolg van, ten gevolge van: door
in verband met, i.v.m.: door, of voor
in geval van: bij, of als
conform, ingevolge, krachtens: volgens
indien: als
mits: als
teneinde: om
alvorens: voordat
voorafgaand aan: voor
gedurende: tijdens
desgewenst: als je wilt
te allen tijde: altijd
tevens, eveneens, alsmede, alsook: ook
derhalve, aldus: dus
echter: maar
reeds: al
thans: nu
hetgeen: wat
danwel, dan wel: of
dient te, dienen te, dien je te: moet, of liever: doe
dergelijk, dergelijke: zulk, of zo'n
jegens: tegen
ter ondersteuning van: om te helpen bij
per omgaande: meteen
gelieve: wil je
`;

/** What a link says must make sense by itself: many people jump from link to link. */
export const VAGUE_LINKS = new Set(['hier', 'klik hier', 'klik', 'link', 'deze link', 'lees meer', 'meer lezen', 'lees verder', 'verder lezen', 'meer', 'meer info', 'meer informatie', 'info', 'deze pagina', 'deze site', 'deze website', 'website', 'pagina', 'zie hier', 'kijk hier', 'bekijk hier', 'hierboven', 'hieronder', 'download', 'download hier']);

/** Long words that everybody knows, or that are the name of something people will hear anyway. */
export const KNOWN_LONG_WORDS = new Set(
  `
  achttienjarige alleenstaande arbeidsongeschikt arbeidsongeschikte arbeidsongeschiktheid basisverzekering bewindvoerder boodschappenlijst boodschappenlijstje
  dagbestedingen ervaringsdeskundige fysiotherapeuten gehandicaptenparkeerkaart gemeenteraadsleden gezinsvoogd huisartsenpraktijk huisartsenpost kinderdagverblijf kinderdagverblijven leeftijdsgenoten
  maatschappelijk maatschappelijke onafhankelijkheid ontmoetingscentrum ontmoetingscentra ontspanningsoefeningen ouderenadviseur persoonsgebonden praktijkondersteuner rijksoverheid
  schoonmaakmiddelen schouwburgkaartje studiefinanciering thuiszorgmedewerker thuiszorgorganisatie thuiszorgorganisaties verantwoordelijk verantwoordelijkheid verjaardagscadeau verjaardagscadeautje
  verpleegkundigen verpleeghuisarts vertrouwenspersoon vertrouwenspersonen vrijwilligerswerk vrijwilligersorganisatie vrijwilligersorganisaties wijkverpleegkundige wijkverpleegkundigen
  ziekenhuisafspraak ziekenhuisopname ziektekostenverzekering zorgverzekeraars zorgverzekeringen zorgverzekeringswet
  `
    .trim()
    .split(/\s+/),
);
