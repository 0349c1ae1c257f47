/** Lower case, without accents, ligatures opened, odd apostrophes and hyphens made plain. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐-―−]/g, '-');
}
