/** Where `npm start` and the whole-page tests put things: the host sites at the root, `dist/` in a folder as a site would. */
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

export const MOUNTS = {
  '/': path.join(ROOT, 'site/'),
  '/mantelzorg/': path.join(ROOT, 'dist/'),
  '/proeftuin/': path.join(ROOT, 'dist/proeftuin/'),
  '/vendor/voorbeeld-theme/': path.join(ROOT, 'node_modules/@nl-design-system-unstable/voorbeeld-design-tokens/dist/'),
  '/vendor/jquery/': path.join(ROOT, 'node_modules/jquery/dist/'),
};

/** The playground starts a worker, shows pictures of a pack in memory, and has a policy for the worker's address. */
const forPlayground = (strict) => strict.replace("img-src 'self'", "img-src 'self' blob: data:; worker-src 'self'").replace('trusted-types mantelzorg-widgets', 'trusted-types mantelzorg-widgets mantelzorg-werkbank');

/** jQuery 1.12 sets `innerHTML` while it starts, so the club's page cannot ask for Trusted Types; the rest of the policy holds. */
export function policyFor(strict, pathname) {
  if (pathname.startsWith('/proeftuin/')) return forPlayground(strict);
  return pathname.startsWith('/sportclub/') ? strict.replace(/; require-trusted-types-for.*/, '') : strict;
}
