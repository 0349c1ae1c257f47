import type {CompiledPack} from '../flows/compiler/compile-pack.js';
import {dutchSpeller} from '../flows/compiler/language/dutch-speller.js';
import type {Speller} from '../flows/compiler/language/speller.js';
import {packParts} from '../flows/compiler/pack-parts.js';
import {shortestWay} from '../flows/compiler/paths/shortest-way.js';
import {analyse, draft} from './analyse.js';
import type {Question, Reply} from './messages.js';
import {allScreens} from './screens.js';

/** The compiler in a worker: slow or broken work never stops the page. */
let pack: CompiledPack | undefined;

const speller = loadSpeller().catch(() => undefined);

const sha256 = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));

addEventListener('message', ({data}: MessageEvent<Question>) => {
  answer(data).then(tell, (reason: unknown) => tell({n: data.n, failed: String(reason)}));
});

function tell(reply: Reply): void {
  postMessage(reply);
}

async function answer(question: Question): Promise<Reply> {
  const {n} = question;
  switch (question.ask) {
    case 'analysis': {
      const found = await draft(question.project, sha256);
      pack = found?.pack;
      if (found) tell({n, built: found.built});
      return {n, analysis: analyse(question.project, await speller)};
    }
    case 'files':
      return {n, files: pack ? await packParts(pack, sha256) : []};
    case 'screens': {
      const flow = pack?.flows.find(({id}) => id === question.flow);
      return {n, screens: pack && flow ? allScreens(pack.flows, flow) : []};
    }
    case 'way': {
      const {flow, step, from} = question;
      return {n, way: pack && (shortestWay(pack.flows, {flow, step}, from) ?? shortestWay(pack.flows, {flow, step}))};
    }
  }
}

/** The dictionary lies beside this script. Without it everything but spelling is checked. */
async function loadSpeller(): Promise<Speller> {
  const response = await fetch(new URL('./woordenlijst.bin', import.meta.url));
  if (!response.ok || !response.body) throw new Error(`No dictionary (${response.status}).`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return dutchSpeller(new Uint8Array(await new Response(unpacked).arrayBuffer()));
}
