import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';

/** How often the folders are looked at, and how long a change must have been quiet before it is told. */
const LOOK_MS = 200;
const QUIET_MS = 60;
/** As deep as packs are read. */
const DEPTH = 5;

/**
 * Calls `changed` when something below the folders is saved, added, renamed or removed; gives how to stop. It looks
 * at names, sizes and times instead of asking the system for events: those get lost when an editor saves by renaming,
 * when the folder itself goes and comes back, and on network disks. A pack is some hundred files, so a look is cheap.
 */
export function watchFolders(folders: () => readonly string[], changed: () => void): () => void {
  let last: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const look = async () => {
    const now = await signature(folders());
    if (stopped) return;
    // Half a save is not told: only what is still the same a moment later.
    const settled = last === undefined || now === last || now === (await afterQuiet(folders));
    if (stopped) return;
    if (settled) {
      const news = last !== undefined && now !== last;
      last = now;
      if (news) changed();
    }
    timer = setTimeout(() => void look(), settled ? LOOK_MS : 0);
  };
  void look();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function afterQuiet(folders: () => readonly string[]): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  return signature(folders());
}

/** What the folders hold, as a text that differs when anything does. */
export async function signature(folders: readonly string[]): Promise<string> {
  const seen: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(folder, {withFileTypes: true}).catch(() => undefined);
    if (!entries) return void seen.push(`${folder} -`);
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth < DEPTH) await visit(path, depth + 1);
        continue;
      }
      const info = await stat(path).catch(() => undefined);
      seen.push(info ? `${path} ${info.size} ${info.mtimeMs} ${info.ino}` : `${path} -`);
    }
  };
  for (const folder of folders) await visit(folder, 0);
  return seen.join('\n');
}
