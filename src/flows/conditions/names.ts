/** How names, values and ids are spelled. */
export const NAME = /^[a-z0-9][a-z0-9-]*$/;

/** Words of the condition language; a name or value spelled like one could not be read back. */
export const RESERVED: ReadonlySet<string> = new Set(['en', 'of', 'niet', 'aantal', 'bevat', 'bekend']);

/** The nearest allowed spelling of `text`: lower case, no accents, hyphens for what else there is. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
}
