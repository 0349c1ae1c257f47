import {readFileSync} from 'node:fs';

/** The version in package.json, which lies two folders up from the sources and from dist/cli alike. */
export function version(): string {
  const {version: found} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {version: string};
  return found;
}
