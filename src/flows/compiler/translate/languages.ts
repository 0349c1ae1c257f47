/** Languages that carers in the Netherlands read, as Dutch editors call them. */
const NAMES: Record<string, string> = {
  ar: 'Arabisch',
  bg: 'Bulgaars',
  de: 'Duits',
  en: 'Engels',
  es: 'Spaans',
  fa: 'Perzisch',
  fr: 'Frans',
  fy: 'Fries',
  it: 'Italiaans',
  'nl-u': 'Nederlands met u',
  pl: 'Pools',
  pt: 'Portugees',
  ro: 'Roemeens',
  ru: 'Russisch',
  so: 'Somalisch',
  ti: 'Tigrinya',
  tr: 'Turks',
  uk: 'Oekraïens',
  zh: 'Chinees',
};

export function languageName(lang: string): string {
  return Object.hasOwn(NAMES, lang) ? NAMES[lang]! : `de taal «${lang}»`;
}

/** `in het Engels`. */
export function inLanguage(lang: string): string {
  return `in ${Object.hasOwn(NAMES, lang) ? 'het ' : ''}${languageName(lang)}`;
}

export function isRightToLeft(lang: string): boolean {
  return /^(?:ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(?:-|$)/.test(lang);
}

/** What the folder of a translation may be called: `en`, `tr`, `nl-u`, `pt-br`. */
export const LANGUAGE_FOLDER = /^(?:nl-u|(?!nl$|nl-)[a-z]{2,3}(?:-[a-z0-9]{2,8})?)$/;

/** "This text was translated by a machine and not yet checked by a person." A pack may say it its own way (`melding`). */
const MACHINE: Record<string, string> = {
  ar: 'تمت ترجمة هذا النص آليًا ولم يراجعه أحد بعد.',
  de: 'Dieser Text wurde von einer Maschine übersetzt und noch nicht von einem Menschen geprüft.',
  en: 'This text was translated by a machine and not yet checked by a person.',
  es: 'Este texto fue traducido por una máquina y todavía no lo ha revisado una persona.',
  fr: 'Ce texte a été traduit par une machine et n’a pas encore été relu par une personne.',
  it: 'Questo testo è stato tradotto da una macchina e non è ancora stato controllato da una persona.',
  'nl-u': 'Deze tekst is door een machine in de u-vorm gezet en nog niet door een mens nagekeken.',
  pl: 'Ten tekst został przetłumaczony przez maszynę i nie został jeszcze sprawdzony przez człowieka.',
  pt: 'Este texto foi traduzido por uma máquina e ainda não foi revisto por uma pessoa.',
  tr: 'Bu metin bir makine tarafından çevrildi ve henüz bir insan tarafından kontrol edilmedi.',
  uk: 'Цей текст переклала машина, і людина його ще не перевірила.',
};

export function machineSentence(lang: string): string | undefined {
  const known = [lang, lang.split('-')[0]!].find((one) => Object.hasOwn(MACHINE, one));
  return known && MACHINE[known];
}

/** For a language without a sentence of its own: said in English, which more of its readers know than Dutch. */
export const MACHINE_ELSEWHERE = {lang: 'en', text: MACHINE['en']!};
