import type {Compiler} from './compiler-client.js';

interface Policy {
  createScriptURL(url: string): string;
}

type TrustedTypes = {createPolicy(name: string, rules: {createScriptURL(url: string): string}): Policy};

/** Name of the policy that a strict page must allow: it lets this one script be a worker, and nothing else. */
const POLICY = 'mantelzorg-werkbank';

let policy: Policy | undefined;

/** Starts the compiler, which lies beside this script. */
export function makeCompiler(address: URL): Compiler {
  const {trustedTypes} = globalThis as {trustedTypes?: TrustedTypes};
  policy ??= trustedTypes?.createPolicy(POLICY, {
    createScriptURL(url) {
      if (url !== address.href) throw new TypeError('Only the compiler may be a worker.');
      return url;
    },
  });
  return new Worker(policy?.createScriptURL(address.href) ?? address.href, {type: 'module'});
}
