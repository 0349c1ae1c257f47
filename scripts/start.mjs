/** `npm start`: builds packs and bundles and serves the three host sites and the base pack. Installs nothing. */
import {build} from './build.mjs';
import {MOUNTS, policyFor} from './mounts.mjs';
import {STRICT_POLICY, startServer} from '../test/support/server.mjs';

const port = Number(process.env.PORT ?? 8080);

try {
  console.log('Inhoud en bundels worden gebouwd …');
  await build();
  const {origin} = await startServer({mounts: MOUNTS, port, policy: (pathname) => policyFor(STRICT_POLICY, pathname)});
  console.log(`
  Overzicht    ${origin}/
  Gemeente     ${origin}/gemeente/
  Ziekenhuis   ${origin}/ziekenhuis/
  Sportclub    ${origin}/sportclub/
  Basispakket  ${origin}/basis/
  Proeftuin    ${origin}/proeftuin/

Stoppen: Ctrl+C.`);
} catch (error) {
  const taken = error.code === 'EADDRINUSE';
  console.error(taken ? `Poort ${port} is bezet. Kies een andere: PORT=8081 npm start` : error.message);
  process.exitCode = 1;
}
