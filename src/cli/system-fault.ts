import {printable} from './terminal.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'je mag hier niet bij',
  EPERM: 'je mag hier niet bij',
  EROFS: 'hier mag niets worden geschreven',
  ENOSPC: 'de schijf is vol',
  EDQUOT: 'de schijf is vol',
  ENOENT: 'het bestaat niet',
  EEXIST: 'er staat al iets met die naam',
  ENOTDIR: 'een deel van deze naam is een bestand en geen map',
  EISDIR: 'het is een map en geen bestand',
  EMFILE: 'er staan te veel bestanden open',
  ELOOP: 'de koppelingen verwijzen naar elkaar',
  ENAMETOOLONG: 'de naam is te lang',
  EADDRINUSE: 'deze poort is al in gebruik',
  EINVAL: 'dit kan hier niet',
  EIO: 'de schijf geeft een fout',
};

/** What the system refused, in a Dutch sentence; nothing for an error of another kind. */
export function systemFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {code, path} = error as NodeJS.ErrnoException;
  const reason = code === undefined || !Object.hasOwn(REASONS, code) ? undefined : REASONS[code];
  if (!reason) return undefined;
  return path === undefined ? `Het lukt niet: ${reason}.` : `«${printable(path)}» lukt niet: ${reason}.`;
}
