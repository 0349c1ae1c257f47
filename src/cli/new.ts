import {chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir, stat, writeFile} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {compilePack} from '../flows/compiler/compile-pack.js';
import {isEmail, siteHref} from '../flows/compiler/hrefs.js';
import {slug} from '../flows/conditions/names.js';
import type {Call, Command} from './command.js';
import {loadPack} from './load-pack.js';
import {conditionsFor, packText, supportText, type Owner} from './new-pack.js';
import {CSV_HEAD} from './offer-csv.js';
import type {Terminal} from './terminal.js';
import {UsageError} from './usage.js';

export const NEW: Command = {
  name: 'nieuw',
  alias: 'new',
  usage: '<map>',
  summary: 'maakt een eigen pakket om mee te beginnen',
  about: `
Het nieuwe pakket bouwt voort op een ander pakket: alles daaruit is er al, en jij
zet er alleen bij wat van jullie zelf is. Op een terminal worden de gegevens
gevraagd die je niet meegeeft. De map mag nog niet bestaan, of moet leeg zijn.`,
  options: {
    'gebaseerd-op': {value: '<pakket>', help: 'het pakket eronder (anders basis)'},
    organisatie: {value: '<naam>', help: 'van wie het pakket is'},
    naam: {value: '<naam>', help: 'naam van het pakket (anders die van de organisatie)'},
    contact: {value: '<naam>', help: 'wie mensen bereiken (anders de organisatie)'},
    telefoon: {value: '<nummer>', help: 'nummer van het contact'},
    email: {value: '<adres>', help: 'mailadres van het contact'},
    website: {value: '<adres>', help: 'site van het contact, met https://'},
    aanspreekvorm: {value: 'je|u', help: 'hoe de teksten mensen aanspreken (anders je)'},
    werkgebied: {value: '<plaatsen>', help: 'gemeenten of plaatsen, met komma’s ertussen'},
  },
  async run(call, terminal) {
    const [target] = call.arguments('de map voor het nieuwe pakket');
    await refuseTaken(target);
    const id = slug(basename(resolve(target))).slice(0, 60);
    if (!id) throw new UsageError(`Van «${basename(resolve(target))}» is geen naam voor een pakket te maken. Gebruik letters in de naam van de map.`);
    const base = call.text('gebaseerd-op') ?? 'basis';
    const root = resolve(target);
    await mkdir(dirname(root), {recursive: true});
    const temporary = await mkdtemp(join(dirname(root), '.mantelzorg-'));
    try {
      const owner = await askOwner(call, terminal, await contactsIn(temporary, id, base));
      await write(temporary, root, id, base, owner, terminal);
    } finally {
      await rm(temporary, {recursive: true, force: true});
    }
    terminal.out(`Het pakket staat in ${target}.\n\nNu kun je:\n  mantelzorg controleer ${target}    nakijken\n  mantelzorg bekijk ${target}        zien hoe het eruitziet\nIn ${join(target, 'pakket.md')} staat wat je erna doet.\n`);
    return 0;
  },
};

interface Field {
  key: 'organisation' | 'contact' | 'phone' | 'email' | 'website' | 'address' | 'area';
  option: string;
  question: string;
  /** What is wrong with an answer, or nothing. An empty answer is judged by `required`. */
  problem(text: string): string | undefined;
  required?: boolean;
}

function anyText(text: string): string | undefined {
  if (text.includes('{{')) return 'Twee accolades achter elkaar kunnen hier niet: die vragen om een invulplek.';
  return /<[a-z/!?]/i.test(text) ? 'HTML kan hier niet: haal de tekens < en > weg.' : undefined;
}

const FIELDS: readonly Field[] = [
  {key: 'organisation', option: 'organisatie', question: 'Van welke organisatie is het pakket?', problem: anyText, required: true},
  {key: 'contact', option: 'contact', question: 'Wie bereiken mensen bij jullie? (leeg: de organisatie)', problem: anyText},
  {key: 'phone', option: 'telefoon', question: 'Op welk nummer? (leeg: geen)', problem: (text) => (/^[+\d][\d\s().-]{2,}$/.test(text) ? undefined : `«${text}» is geen telefoonnummer. Schrijf alleen cijfers, spaties en streepjes, zoals 0123 456 789.`)},
  {key: 'email', option: 'email', question: 'Op welk mailadres? (leeg: geen)', problem: (text) => (isEmail(text) ? undefined : `«${text}» is geen mailadres. Schrijf bijvoorbeeld info@voorbeeld.nl.`)},
  {key: 'website', option: 'website', question: 'Op welke site? (leeg: geen)', problem: (text) => (siteHref(text) ? undefined : `«${text}» is geen adres van een beveiligde site. Schrijf bijvoorbeeld https://www.voorbeeld.nl.`)},
  {key: 'address', option: 'aanspreekvorm', question: 'Spreken de teksten mensen aan met je of u? (leeg: je)', problem: (text) => (/^(je|u)$/.test(text) ? undefined : `«${text}» kan niet. Schrijf je of u.`)},
  {key: 'area', option: 'werkgebied', question: 'Voor welke gemeenten of plaatsen? Zet komma’s ertussen. (leeg: overal)', problem: anyText},
];

/** From the options, and for the rest from who sits at the terminal. */
async function askOwner(call: Call, terminal: Terminal, needed: ReadonlySet<string>): Promise<Owner> {
  const answers = new Map<Field['key'], string>();
  for (const {key, option, problem} of FIELDS) {
    const typed = call.text(option)?.trim();
    const wrong = typed ? problem(typed) : undefined;
    if (wrong) throw new UsageError(wrong);
    if (typed) answers.set(key, typed);
  }
  const name = call.text('naam')?.trim();
  const wrong = name ? anyText(name) : undefined;
  if (wrong) throw new UsageError(wrong);
  // Whoever gives everything that is needed is asked nothing.
  const fields = FIELDS.map((field) => (needed.has(field.option) ? {...field, required: true, question: field.question.replace(' (leeg: geen)', '')} : field));
  const isEnough = () => fields.every(({key, required}) => !required || answers.has(key)) && (['phone', 'email', 'website'] as const).some((key) => answers.has(key));
  if (!isEnough()) {
    if (!terminal.ask) throw new UsageError(`Geef minstens ${[...fields.flatMap(({required, option}) => (required ? [`--${option}`] : [])), ...(needed.size ? [] : ['één van --telefoon, --email, --website'])].join(' en ')}.`);
    do {
      for (const field of fields) if (!answers.has(field.key)) await askField(field, answers, terminal);
      if (!isEnough()) terminal.out('Mensen moeten jullie kunnen bereiken: vul een nummer, een mailadres of een site in.\n');
    } while (!isEnough());
  }
  const organisation = answers.get('organisation')!;
  return {
    organisation,
    name: name ?? organisation,
    contact: answers.get('contact') ?? organisation,
    ...(answers.has('phone') ? {phone: answers.get('phone')!} : {}),
    ...(answers.has('email') ? {email: answers.get('email')!} : {}),
    ...(answers.has('website') ? {website: answers.get('website')!} : {}),
    address: answers.get('address') === 'u' ? 'u' : 'je',
    area: (answers.get('area') ?? '').split(',').map((place) => place.trim()).filter(Boolean),
  };
}

async function askField({key, question, problem, required}: Field, answers: Map<Field['key'], string>, terminal: Terminal): Promise<void> {
  for (;;) {
    const typed = (await terminal.ask!(`${question} `))?.trim();
    if (typed === undefined) throw new UsageError('Er is niets geschreven: niet alle vragen zijn beantwoord.');
    const wrong = typed ? problem(typed) : required ? 'Dit is nodig.' : undefined;
    if (!wrong) {
      if (typed) answers.set(key, typed);
      return;
    }
    terminal.out(`${wrong}\n`);
  }
}

async function refuseTaken(target: string): Promise<void> {
  const info = await stat(target).catch(() => undefined);
  if (!info) return;
  if (!info.isDirectory() || (await readdir(target)).length) throw new UsageError(`«${target}» bestaat al. Er wordt niets overschreven: kies een andere map.`);
}

/** Writes beside the target first and compiles that, so that what appears there is whole and in order. */
async function write(temporary: string, root: string, id: string, base: string, owner: Owner, terminal: Terminal): Promise<void> {
  await mkdir(join(temporary, 'steun'));
  await writeFile(join(temporary, 'pakket.md'), packText(id, base, owner));
  terminal.progress?.('het nieuwe pakket nakijken …');
  const bare = await compile(temporary, terminal.today);
  if (!bare.pack) {
    const [first] = bare.diagnostics.filter(({severity}) => severity === 'fout');
    throw new UsageError(`${first!.message} ${first!.hint}`);
  }
  for (const condition of conditionsFor(bare.pack.domains)) {
    await writeFile(join(temporary, 'steun', `bij-${id}.md`), supportText(owner, condition));
    if (condition === undefined || (await compile(temporary, terminal.today)).pack) break;
  }
  // Only its first line: a row made up here would reach visitors.
  await mkdir(join(temporary, 'aanbod'));
  await writeFile(join(temporary, 'aanbod', 'aanbod.csv'), CSV_HEAD);
  // What is made as temporary is closed to others.
  await chmod(temporary, 0o755);
  await rmdir(root).catch(() => undefined);
  await rename(temporary, root);
}

/** The ways to reach somebody that texts of the packs below name: those cannot be left out. */
async function contactsIn(temporary: string, id: string, base: string): Promise<ReadonlySet<string>> {
  await writeFile(join(temporary, 'pakket.md'), packText(id, base, {organisation: 'x', name: 'x', contact: 'x', address: 'je', area: []}));
  const {layers} = await loadPack(temporary);
  const texts = (layers.bases ?? []).flatMap(({files}) => files.filter(({path}) => path.endsWith('.md'))).map(({bytes}) => new TextDecoder().decode(bytes));
  return new Set(FIELDS.map(({option}) => option).filter((option) => texts.some((text) => text.includes(`{{contact.${option}}}`))));
}

async function compile(folder: string, today: string) {
  const {name, files, layers} = await loadPack(folder);
  return compilePack(files, {today, packDir: name, ...layers});
}
