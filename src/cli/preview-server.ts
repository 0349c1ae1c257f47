import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {CHANGE_EVENT, type PackMessage} from '../workbench/protocol.js';

/** Only this computer can ask. */
const HOST = '127.0.0.1';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types mantelzorg-widgets mantelzorg-werkbank',
].join('; ');

const TYPES: Readonly<Record<string, string>> = {html: 'text/html', js: 'text/javascript', css: 'text/css'};

export interface PreviewServer {
  /** `http://127.0.0.1:8090/` */
  address: string;
  /** Tells every open page that the folders changed. */
  changed(): void;
  close(): Promise<void>;
}

/**
 * Serves one page, the pack it shows, and a stream of changes. What can be asked for is a fixed list of names, so no
 * address leads to a file of this computer; and only pages from here get an answer, so that a site whose name was
 * made to point here (DNS rebinding) cannot read along.
 *
 * @param page the files of the page by name; `index.html` is the page
 * @param port 0 takes any that is free
 */
export async function servePreview(page: ReadonlyMap<string, Uint8Array>, pack: () => Promise<PackMessage>, port: number): Promise<PreviewServer> {
  const readers = new Set<ServerResponse>();
  let hosts: readonly string[] = [];

  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number, why: string) => void response.writeHead(status, {'Content-Type': 'text/plain;charset=utf-8', Connection: 'close'}).end(why);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Cache-Control', 'no-store');
    if (!hosts.includes(request.headers.host ?? '')) return refuse(421, 'Deze pagina is er alleen op het adres dat «mantelzorg bekijk» noemt.');
    const site = request.headers['sec-fetch-site'];
    const link = request.headers['sec-fetch-mode'] === 'navigate';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !link) return refuse(403, 'Andere sites mogen hier niets opvragen.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Hier is alleen iets te lezen.');
    const [path = '/'] = (request.url ?? '/').split('?');
    const name = path === '/' ? 'index.html' : path.slice(1);
    if (name === 'wijzigingen') return follow(request, response);
    if (name === 'pakket') {
      const body = JSON.stringify(await pack());
      return void response.writeHead(200, {'Content-Type': 'application/json'}).end(request.method === 'HEAD' ? undefined : body);
    }
    const file = page.get(name);
    if (!file) return refuse(404, 'Niet gevonden');
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    response.writeHead(200, {'Content-Type': `${type};charset=utf-8`, 'Content-Length': file.length, 'Content-Security-Policy': POLICY});
    response.end(request.method === 'HEAD' ? undefined : file);
  }

  function follow(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, {'Content-Type': 'text/event-stream'});
    response.write('retry: 1000\n\n');
    readers.add(response);
    request.on('close', () => readers.delete(response));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const {port: taken} = server.address() as AddressInfo;
  hosts = [`${HOST}:${taken}`, `localhost:${taken}`, ...(taken === 80 ? [HOST, 'localhost'] : [])];
  return {
    address: `http://${HOST}:${taken}/`,
    changed() {
      for (const reader of readers) reader.write(`event: ${CHANGE_EVENT}\ndata: 1\n\n`);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
