/** Scripts that tell the language, roughly: enough to show the choice of languages and a person. */
const SCRIPTS: readonly [RegExp, string][] = [
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'uk'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Ethiopic}/gu, 'ti'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
];

/** The language of a text whose letters are mostly not Latin. */
export function scriptLanguage(text: string): string | undefined {
  const head = text.slice(0, 2000);
  const letters = head.match(/\p{L}/gu)?.length ?? 0;
  if (!letters) return undefined;
  for (const [script, lang] of SCRIPTS) if ((head.match(script)?.length ?? 0) * 2 > letters) return lang;
  return undefined;
}
