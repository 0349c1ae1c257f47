import {resolve} from 'node:path';
import {UsageError} from './usage.js';
import {TODAY_OPTION, todayOf, type Command} from './command.js';
import {previewClient} from './preview-client.js';
import {servePreview, type PreviewServer} from './preview-server.js';
import {loadPack} from './load-pack.js';
import type {Terminal} from './terminal.js';
import {watchFolders} from './watch-folders.js';
import type {PackMessage} from '../workbench/protocol.js';

const PORT = 8090;

export const PREVIEW: Command = {
  name: 'bekijk',
  alias: 'preview',
  usage: '<pakket>',
  summary: 'toont een pakket terwijl je schrijft',
  about: `
Opent een adres op je eigen computer, waar je de widget met dit pakket ziet, met
ernaast de problemen, een kaart van elk gesprek, alle schermen, de talen en de
feiten. Bewaar je een bestand, dan loopt de pagina mee, en blijft de widget waar
hij was. Alleen jouw computer kan erbij. Stoppen: Ctrl+C.`,
  options: {
    poort: {value: '<nummer>', help: `poort van het adres (anders ${PORT})`},
    ...TODAY_OPTION,
  },
  async run(call, terminal) {
    const today = call.text('vandaag') === undefined ? undefined : todayOf(call, terminal);
    const [folder] = call.arguments('het pakket');
    const port = portOf(call.text('poort'));
    await loadPack(folder);
    const preview = await startPreview(folder, {port, ...(today === undefined ? {} : {today})}, terminal);
    terminal.out(`Bekijk «${folder}» op ${preview.address}\nStoppen: Ctrl+C.\n`);
    await interrupted();
    await preview.close();
    return 0;
  },
};

function portOf(typed: string | undefined): number {
  if (typed === undefined) return PORT;
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : -1;
  if (port < 0 || port > 65_535) throw new UsageError(`«${typed}» is geen poort. Schrijf bijvoorbeeld --poort 8091.`);
  return port;
}

/** Serves a pack's folder and follows what changes in it, until it is closed. `today` stays the same; without it the days go on. */
export async function startPreview(folder: string, {port, today}: {port: number; today?: string}, terminal: Pick<Terminal, 'today' | 'progress'>): Promise<PreviewServer> {
  terminal.progress?.('De pagina wordt klaargezet …');
  const page = await previewClient();
  let folders: readonly string[] = [folder];
  const pack = async (): Promise<PackMessage> => {
    try {
      const {name, parent, files, layers: {bases, baseProblem}} = await loadPack(folder);
      // What lies below is followed too.
      folders = [folder, ...bases.map(({packDir}) => resolve(parent, packDir))];
      const layers = [{packDir: name, files}, ...bases];
      return {
        ...(baseProblem ? {baseProblem} : {}),
        ...(today === undefined ? {} : {today}),
        layers: layers.map(({packDir, files}) => ({packDir, files: files.map(({path, bytes}) => ({path, base64: Buffer.from(bytes).toString('base64')}))})),
      };
    } catch (error) {
      if (error instanceof UsageError) return {fault: `${error.message} Zet de map terug, dan gaat het hier vanzelf verder.`};
      return {fault: 'De map is nu niet te lezen. Bewaar nog eens, of kijk of je erbij mag.'};
    }
  };
  const server = await servePreview(page, pack, port).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`Poort ${port} is bezet: er draait daar al iets, misschien een andere «mantelzorg bekijk». Kies een andere: --poort ${port + 1}.`);
    if (error.code === 'EACCES') throw new UsageError(`Poort ${port} mag je niet gebruiken. Kies een poort boven 1023: --poort ${PORT}.`);
    throw error;
  });
  const stop = watchFolders(() => folders, () => server.changed());
  return {
    ...server,
    async close() {
      stop();
      await server.close();
    },
  };
}

/** Waits for Ctrl+C, or for whoever started this to say that it is enough. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
