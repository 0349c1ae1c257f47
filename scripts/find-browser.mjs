/**
 * A Chromium for the tests: `CHROME_PATH`, an installed headless shell, Chrome or Chromium, Playwright's own, or one that
 * this script installs (apt as root, else Playwright). The headless shell is the same engine without a browser around it:
 * pages take about half the time of a processor in it. Run by itself it prints the path.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {accessSync, constants, existsSync} from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
export const ADVICE = 'Geen Chromium gevonden: installeer chromium (Debian: apt-get install chromium) of zet CHROME_PATH op het pad ervan.';

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))), ...PLACES];
  return candidates.find(isProgram);
}

async function playwrights() {
  const {chromium} = await import('playwright-core');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

/** Standard output of installers goes to our standard error, so that the path stays the only output. */
function attempt(command, args, env = {}) {
  console.error(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, {stdio: ['ignore', 2, 2], env: {...process.env, ...env}}).status === 0;
}

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const lock = ['-o', 'DPkg::Lock::Timeout=400'];
  const quiet = {DEBIAN_FRONTEND: 'noninteractive'};
  // A failing update is no reason to stop: the lists on disk may do.
  attempt('apt-get', [...lock, 'update'], quiet);
  // Not every distribution has the headless shell by itself.
  return ['chromium-headless-shell', 'chromium'].some((browser) => attempt('apt-get', [...lock, 'install', '-y', '--no-install-recommends', browser, 'fonts-dejavu-core', 'fonts-liberation'], quiet));
}

/** @returns {Promise<string>} path of an executable; throws {@link ADVICE} when there is none to be had */
export async function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (isProgram(given)) return given;
    throw new Error(`CHROME_PATH wijst naar ${given}, maar daar staat geen programma.`);
  }
  const found = installed() ?? (await playwrights());
  if (found) return found;
  if (installWithApt()) {
    const fresh = installed();
    if (fresh) return fresh;
  }
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  if (attempt(npx, ['playwright', 'install', 'chromium'])) {
    const fresh = await playwrights();
    if (fresh) return fresh;
  }
  throw new Error(ADVICE);
}

/** Runs the browser once, so that a broken one is found here and not in the middle of a test. */
export function versionOf(file) {
  return execFileSync(file, ['--version', '--no-sandbox'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(await findBrowser());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
