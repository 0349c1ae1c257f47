/** Small words of Dutch (and of English, for alarms) that the ranking and the matcher treat apart. Folded, as tokens are. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Who speaks. */
export const SELF = words('ik ikke k mij mijzelf mezelf mn ons wij we i myself me');

/** Who is spoken of. */
export const OTHERS = words(`hij ie zij ze hem m haar dr zn hun hen he she him her they them iemand someone
  moeder ma mam mams vader pa pap paps ouder man vrouw partner vriend vriendin vriendje vriendinnetje ex
  zoon dochter broer broertje zus zusje zuster opa oma oom tante neef nicht neefje nichtje schoonmoeder schoonvader schoonouders
  schoonzus stiefvader stiefmoeder pleegvader pleegmoeder buurman buurvrouw buur buren collega heit mem pake beppe verzorger verzorgster
  mother mom mum father dad husband wife son daughter brother sister boyfriend girlfriend`);

/** Words that may stand between any two others and change nothing. */
export const FILLERS = words(`de het een t n en dat die dit deze dan nu maar ook toch heel zo wel eens weer echt gewoon eigenlijk soms altijd vaak
  even ff eventjes nog best erg zeer te of want dus als toen daar hier hoor he eh uh uhm euh ja nou nee ach mijn zijn uw jouw onze me mn
  gisteren vandaag vannacht straks morgen gister vanavond net steeds bijna bv om the a an my your his and but so just really very now`);

/** The same in English. Apart: "want" and "die" say much there. */
export const FILLERS_ELSEWHERE = words('the a an my your his and but so just really very now');

/** Small words that an expression needs when it has them ("zit aan mij"), and that tear no expression apart elsewhere. */
export const PARTICLES = words('alleen al er bij op in aan van voor naar met door over uit tegen tot af mee');

/** What denies the words behind it. */
export const NEGATIONS = words('niet geen nooit zonder nie not no never');

/** Words that say little of what somebody needs. */
export const STOPWORDS = words(`ik jij je jullie u hij zij ze wij we het een de den der des die dat dit deze hem haar hun hen mij me mijn mn zijn zn ons onze uw jouw
  en of maar want dus als dan toen toch nog al ook wel niet geen nooit nergens niets niks iets alles iemand niemand wie wat waar hoe waarom wanneer welke welk
  is ben bent was waren wordt word worden werd heeft heb hebt hebben had hadden kan kun kunt kunnen kon konden mag mogen moet moeten moest wil willen wilt wou
  zal zullen zou zouden ga gaat gaan ging gegaan kom komt komen kwam doe doet doen deed gedaan laat laten krijg krijgt krijgen kreeg gekregen maak maakt maken
  weet weten wist zeg zegt zeggen zei gezegd ziet zien zie vind vindt vinden vond denk denkt denken dacht geef geeft geven gaf
  in op aan van voor om te naar met door over uit tegen tot bij na onder zonder sinds per tijdens tussen via er hier daar nu net weer zo heel erg echt gewoon
  eigenlijk soms altijd vaak even ff eens steeds meer meest veel weinig beetje best zelf elkaar ander andere anders elke elk ieder iedere iedereen alle
  hallo hoi dag ja nee nou ach graag alvast iemand goed goede nodig jaar jaren dagen week weken uur
  hoeveel bestaat bestaan zoek zoekt zoeken gaat lukt meen ding dingen maken soort eentje hele sinds ineens opeens misschien
  waarvoor waarmee ergens mogelijk mogelijkheden hoor`);

/** Words that are everywhere in what people write here: they count, but not for much. */
export const COMMON = words(`help hulp helpt helpen geholpen zorg zorgt zorgen zorgde verzorgen mensen mens naaste familie bel bellen belt vraag vragen vraagt regelen regel thuis huis
  kind kinderen mama papa mamma pappa ouders
  ziek zieke ziekte moeilijk zwaar mantelzorg mantelzorger gezin leven werk wonen woont dag avond gemeente praten informatie mogelijk soms later plek kosten`);

/** Forms of verbs that no rule gives; the first stands for the others. */
export const FORMS: readonly (readonly string[])[] = `
  sla slaan slaat sloeg sloegen geslagen slaande|val valt vallen viel vielen gevallen|slaap slaapt slapen sliep geslapen|eet eten at aten gegeten
  drink drinkt drinken dronk gedronken zuipt zuipen|loop loopt lopen liep liepen gelopen|rij rijd rijdt rijden reed gereden|sterf sterft sterven stierf gestorven
  breng brengt brengen bracht gebracht|spring springt springen sprong gesprongen|steek steekt steken stak gestoken|schop schopt schoppen schopte geschopt
  leef leeft leven leefde geleefd|wil wilt willen wou wilde wilden|kan kun kunt kunnen kon konden|moet mot moeten moest moesten|mag mogen mocht
  weet weten wist wisten geweten|neem neemt nemen nam namen genomen|overneem overneemt overnemen overgenomen|doe doet doen deed deden gedaan
  ga gaat gaan ging gingen gegaan|kom komt komen kwam kwamen gekomen|krijg krijgt krijgen kreeg kregen gekregen|geef geeft geven gaf gaven gegeven
  help helpt helpen hielp geholpen|vraag vraagt vragen vroeg vroegen gevraagd|zeg zegt zeggen zei zegt gezegd|zie ziet zien zag zagen gezien
  verlies verliest verliezen verloor verloren|vergeet vergeten vergat|vecht vechten vocht gevochten|bind bindt binden bond gebonden vastgebonden vastbinden
  duw duwt duwen duwde geduwd|trek trekt trekken trok getrokken|snij snijd snijdt snijden sneed gesneden|hang hangt hangen hing gehangen ophangen opgehangen ophang
  lig ligt liggen lag lagen gelegen|zit zitten zat zaten gezeten|sta staat staan stond stonden gestaan|houd hou houdt houden hield gehouden
  bijt bijten beet gebeten|knijp knijpt knijpen kneep geknepen|grijp grijpt grijpen greep gegrepen|wurg wurgt wurgen wurgde gewurgd
  sluit sluiten sloot gesloten|opsluit opsluiten opgesloten|spuit spuiten spoot gespoten|steel steelt stelen stal gestolen|lieg liegt liegen loog gelogen
  breek breekt breken brak gebroken|ruik ruikt ruiken rook|kijk kijkt kijken keek gekeken|schrijf schrijft schrijven schreef geschreven|lees leest lezen las gelezen
  wassen wast gewassen waste|koop koopt kopen kocht gekocht|denk denkt denken dacht gedacht|niet nie nit|adem ademt ademen ademde ademhaalt
  vermoord vermoordt vermoorden vermoordde|bedreig bedreigt bedreigen bedreigde bedreigd|dreig dreigt dreigen dreigde gedreigd|mishandel mishandelt mishandelen mishandelde mishandeld`
  .split(/[|\n]/)
  .map((line) => line.trim().split(/\s+/))
  .filter((line) => line.length > 1);
