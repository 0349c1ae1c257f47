import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {request} from 'node:http';
import {createServer} from 'node:net';
import {after, before, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {servePreview, type PreviewServer} from '../../src/cli/preview-server.js';
import {startPreview} from '../../src/cli/preview.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const page = new Map([['index.html', '<!doctype html>'], ['bekijk.js', '1'], ['werkbank.css', '']].map(([name, text]) => [name!, new TextEncoder().encode(text)]));

let server: PreviewServer;
before(async () => {
  server = await servePreview(page, async () => ({layers: [{packDir: 'proef', files: []}]}), 0);
});
after(() => server.close());

interface Answer {
  status: number;
  body: string;
  headers: Record<string, unknown>;
}

/** As typed: `fetch` would tidy the path up, and send a Host of its own. */
function ask(path: string, {method = 'GET', headers = {}}: {method?: string; headers?: Record<string, string>} = {}): Promise<Answer> {
  const {port} = new URL(server.address);
  return new Promise((resolve, reject) => {
    const asked = request({host: '127.0.0.1', port, path, method, headers: {host: `127.0.0.1:${port}`, ...headers}}, (response) => {
      let body = '';
      response.on('data', (piece) => (body += piece));
      response.on('end', () => resolve({status: response.statusCode!, body, headers: response.headers}));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('the page is served under a strict policy, and kept nowhere', async () => {
  const {status, headers} = await ask('/');
  assert.equal(status, 200);
  assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self';.*require-trusted-types-for 'script'/);
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['access-control-allow-origin'], undefined);
});

test('only this computer is listened to', () => {
  assert.match(server.address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('a name of another site that points here gets nothing', async () => {
  for (const host of ['evil.example', `evil.example:${new URL(server.address).port}`, '127.0.0.1', '127.0.0.1.evil.example', `0.0.0.0:${new URL(server.address).port}`]) {
    for (const path of ['/', '/pakket', '/wijzigingen']) assert.equal((await ask(path, {headers: {host}})).status, 421, `${host} ${path}`);
  }
});

test('pages of other sites cannot ask for the pack', async () => {
  for (const site of ['cross-site', 'same-site']) {
    assert.equal((await ask('/pakket', {headers: {'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors'}})).status, 403);
  }
  assert.equal((await ask('/pakket', {headers: {'sec-fetch-site': 'same-origin'}})).status, 200);
});

test('no address leads to a file of this computer', async () => {
  const paths = ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '//etc/passwd', '/index.html/../../etc/passwd', '/\\..\\package.json', '/__proto__', '/constructor', '/%00', '/%', 'http://127.0.0.1/etc/passwd'];
  for (const path of paths) {
    const {status, body} = await ask(path);
    assert.equal(status, 404, path);
    assert.equal(body, 'Niet gevonden');
  }
});

test('nothing can be sent', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) assert.equal((await ask('/pakket', {method})).status, 405);
  const {status, body} = await ask('/', {method: 'HEAD'});
  assert.deepEqual([status, body], [200, '']);
});

test('a port that is taken or is none is told with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const {port} = other.address() as {port: number};
  await assert.rejects(startPreview('content/basis', {port}, {today: '2026-11-22'}), new RegExp(`Poort ${port} is bezet.*--poort ${port + 1}`));
  other.close();
});

test('the command prints its address, and Ctrl+C ends it', async () => {
  const child = spawn(process.execPath, ['bin/mantelzorg.mjs', 'bekijk', 'content/voorbeeld-sportclub', '--poort', '0'], {cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe']});
  let out = '';
  for await (const piece of child.stdout) {
    out += String(piece);
    if (out.includes('Ctrl+C')) break;
  }
  const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(out)?.[0];
  assert.ok(address, out);
  const response = await fetch(`${address}pakket`);
  const {layers} = (await response.json()) as {layers: {packDir: string; files: {path: string}[]}[]};
  assert.equal(layers[0]!.packDir, 'voorbeeld-sportclub');
  assert.ok(layers[0]!.files.some(({path}) => path === 'pakket.md'));
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('wrong use is told before anything starts', async () => {
  for (const [args, told] of [[['bestaat-niet'], /bestaat niet/], [['content/basis', '--poort', 'acht'], /geen poort/], [[], /ontbreekt/]] as const) {
    const child = spawn(process.execPath, ['bin/mantelzorg.mjs', 'bekijk', ...args], {cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe']});
    let error = '';
    for await (const piece of child.stderr) error += String(piece);
    assert.match(error, told);
  }
});
