/**
 * A static server on the loopback for tests, the bench and `npm start`. It sends the strict policy of quality.md and
 * can misbehave per path. It reads files itself instead of through a library because each fault needs the bytes.
 */
import {createReadStream} from 'node:fs';
import {readFile, stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import path from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import {promisify} from 'node:util';
import {brotliCompress, constants} from 'node:zlib';
import {lookup} from 'mrmime';

const compress = promisify(brotliCompress);
const TEXT = /\.(m?js|css|html|json|svg|txt)$/;
const HASHED = /(-[\w-]{8}\.js|\.[0-9a-f]{10}\.json)$/;

export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types mantelzorg-widgets',
].join('; ');

/**
 * Types and options: server.d.mts.
 * @param {import('./server.mjs').Options} options
 */
export async function startServer({
  mounts,
  pages = {},
  policy = STRICT_POLICY,
  port = 0,
  latency = 0,
  cors = true,
  brotli = false,
  cache = false,
}) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const compressed = new Map();
  const log = [];
  const faults = new Map();
  const reports = [];

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
      console.error(`server: ${request.url}: ${error.message}`);
    });
  });

  async function answer(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname === '/csp-report') return takeReport(request, response);
    log.push({method: request.method ?? 'GET', path: url.pathname, query: url.search, headers: request.headers});
    if (latency) await wait(latency);
    if (cors) response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');

    const fault = takeFault(url.pathname);
    if (fault?.kind === 'drop') return void request.socket.destroy();
    if (fault?.kind === 'slow') await wait(fault.ms);
    if (fault?.kind === 'status') return void response.writeHead(fault.status, {'Content-Type': 'text/plain'}).end('fault');
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405).end();

    const document = pages[url.pathname];
    if (document !== undefined) return send(response, url.pathname, Buffer.from(document), 'text/html;charset=utf-8', fault, request);
    const file = await locate(url.pathname);
    if (!file) return void response.writeHead(404, {'Content-Type': 'text/plain'}).end('Niet gevonden');
    if (file.redirect) return void response.writeHead(301, {Location: file.redirect}).end();
    const type = lookup(file.path) ?? 'application/octet-stream';
    const full = /^(text|application\/(json|javascript))/.test(type) && !type.includes('charset') ? `${type};charset=utf-8` : type;
    if (!fault && !TEXT.test(file.path)) {
      response.writeHead(200, {'Content-Type': full});
      return void createReadStream(file.path).pipe(response);
    }
    return send(response, file.path, await readFile(file.path), full, fault, request);
  }

  async function send(response, name, body, type, fault, request) {
    const headers = {'Content-Type': fault?.kind === 'type' ? fault.type : type};
    const own = typeof policy === 'function' ? policy(new URL(request.url, 'http://localhost').pathname) : policy;
    if (own && type.startsWith('text/html')) headers['Content-Security-Policy'] = `${own}; report-uri /csp-report`;
    headers['Cache-Control'] = cache && HASHED.test(name) ? 'public, max-age=31536000, immutable' : cache ? 'no-cache' : 'no-store';
    if (fault?.kind === 'tamper') {
      const text = body.toString('utf8');
      body = Buffer.from(fault.edit ? fault.edit(text) : text.replace(/[a-z]{4}/, 'xxxx'));
    }
    if (brotli && !fault && TEXT.test(name) && /\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      const key = `${name}\n${body.length}`;
      if (!compressed.has(key)) compressed.set(key, await compress(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 11}}));
      body = compressed.get(key);
      headers['Content-Encoding'] = 'br';
      headers['Vary'] = 'Accept-Encoding';
    }
    response.writeHead(200, {...headers, 'Content-Length': body.length});
    if (fault?.kind === 'cut') {
      response.write(body.subarray(0, fault.at ?? Math.floor(body.length / 2)), () => request.socket.destroy());
    } else {
      response.end(request.method === 'HEAD' ? undefined : body);
    }
  }

  async function locate(pathname) {
    const decoded = decodeURIComponent(pathname);
    const prefix = prefixes.find((one) => (one.endsWith('/') ? decoded.startsWith(one) : decoded === one));
    if (prefix === undefined) return undefined;
    const root = mounts[prefix];
    const file = prefix.endsWith('/') ? path.join(root, decoded.slice(prefix.length)) : root;
    if (file !== root && !file.startsWith(root.endsWith(path.sep) ? root : root + path.sep)) return undefined;
    const info = await stat(file).catch(() => undefined);
    if (info?.isFile()) return {path: file};
    if (!info?.isDirectory()) return undefined;
    if (!pathname.endsWith('/')) return {redirect: `${pathname}/`};
    const index = path.join(file, 'index.html');
    return (await stat(index).catch(() => undefined))?.isFile() ? {path: index} : undefined;
  }

  function takeFault(pathname) {
    const fault = faults.get(pathname);
    if (fault?.times !== undefined && --fault.times <= 0) faults.delete(pathname);
    return fault;
  }

  async function takeReport(request, response) {
    let body = '';
    for await (const piece of request) body += piece;
    reports.push(JSON.parse(body)['csp-report']);
    response.writeHead(204).end();
  }

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const {port: taken} = /** @type {import('node:net').AddressInfo} */ (server.address());

  return {
    origin: `http://127.0.0.1:${taken}`,
    port: taken,
    log,
    /** Violations of the policy that browsers reported. */
    reports,
    pages,
    /** No fault repairs the path. */
    setFault(pathname, fault) {
      if (fault) faults.set(pathname, {...fault});
      else faults.delete(pathname);
    },
    reset() {
      faults.clear();
      log.length = 0;
      reports.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
