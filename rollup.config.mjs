/**
 * How the files in `dist/` are made: one split build for pages with the loader, one self-contained file a widget,
 * the loader itself (after the split build: it carries the hashed names), and the classic script.
 * `scripts/build.mjs` runs them in that order; `bench/` uses the same plug-ins for what it compares with.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import {minifyTemplateLiterals} from 'rollup-plugin-minify-template-literals';

export const ROOT = path.dirname(fileURLToPath(import.meta.url));
const POLICY = 'mantelzorg-widgets';

/** @type {Record<string, string>} widget name (its tag without `mz-`, its folder in src/widgets) to the flow it opens with. */
export const WIDGETS = JSON.parse(readFileSync(path.join(ROOT, 'src/embed/widgets.json'), 'utf8'));

const posix = (file) => file.split(path.sep).join('/');

/** What every bundle of this package goes through. */
export function commonPlugins() {
  return [
    nodeResolve({browser: true, extensions: ['.ts', '.js', '.mjs'], exportConditions: ['browser', 'production']}),
    esbuild({target: 'es2022', tsconfig: path.join(ROOT, 'tsconfig.json')}),
    leaveOut(),
    distrustArrayFrom(),
    distrustForIn(),
    minifyTemplateLiterals({include: ['src/**/*.ts', 'bench/**/*.ts'], failOnError: true}),
    renameTrustedTypesPolicy(),
    minify(),
  ];
}

/** Names like `_nodes` are xstate's own; nothing of ours begins so, and no other file sees them. */
export function minify() {
  return terser({
    ecma: 2022,
    module: true,
    compress: {passes: 3, inline: 1, keep_fargs: false, unsafe_arrows: true, pure_getters: true},
    mangle: {properties: {regex: /^_[a-z]/, keep_quoted: true}},
    format: {comments: false},
  });
}

/**
 * Modules that libraries bring along and that nothing of ours reaches: `msg()` always gets an explicit id (so the
 * hash that would make one can go), and no xstate inspector listens on a host page.
 */
const LEFT_OUT = [
  [/\/@lit\/localize\/internal\/id-generation\.js$/, `export const generateMsgId = () => { throw new Error('msg() needs an id'); };`],
  [/\/xstate\/dist\/xstate-dev\.esm\.js$/, 'export const devToolsAdapter = () => {}, getGlobal = () => {}, registerService = () => {};'],
];

/**
 * Methods of xstate that nothing of ours reaches, by class. Dialogues go from reply to reply by `transition()`, which makes
 * an actor and never starts it; links and storage hold the log of replies, and never a snapshot. A new version that writes
 * them otherwise fails the build, and is looked at.
 */
const NEVER_CALLED = {
  StateMachine: ['getPersistedSnapshot', 'restoreSnapshot'],
  Actor: ['update', 'subscribe', 'on', 'select', 'start', '_process', '_stop', 'stop', '_complete', '_reportError', '_error', '_stopProcedure', '_send', 'send', 'attachDevTools', 'toJSON', 'getPersistedSnapshot'],
};

function leaveOut() {
  return {
    name: 'leave-out',
    load(id) {
      return LEFT_OUT.find(([pattern]) => pattern.test(posix(id)))?.[1] ?? null;
    },
    transform(code, id) {
      if (!/\/xstate\/dist\//.test(posix(id))) return null;
      const parts = code.split(/^(?=class )/m);
      let left = '';
      for (const part of parts) {
        const [, name] = /^class (\w+)/.exec(part) ?? [];
        left += (Object.hasOwn(NEVER_CALLED, name ?? '') ? NEVER_CALLED[name] : []).reduce((rest, method) => {
          const pattern = new RegExp(`^ {2}${method}\\(.*\\) \\{\\n[^]*?^ {2}\\}\\n`, 'm');
          if (!pattern.test(rest)) this.error(`${id} no longer has ${name}.${method} to leave out.`);
          return rest.replace(pattern, `  ${method}() {}\n`);
        }, part);
      }
      return {code: left, map: null};
    },
  };
}

/**
 * Prototype.js and its time replace `Array.from` by a function that knows no sets, and xstate hands it sets
 * (`test/browser/hostile.test.ts`). Remove once xstate spreads them.
 */
function distrustArrayFrom() {
  return {
    name: 'distrust-array-from',
    transform(code, id) {
      return /\/node_modules\/xstate\//.test(posix(id)) ? {code: code.replaceAll('Array.from(', '((list) => [...list])('), map: null} : null;
    },
  };
}

/**
 * On pages whose scripts add to `Object.prototype`, valibot's `for…in` meets their names in every object, and every
 * pack would be invalid (`test/browser/hostile.test.ts`). Remove once valibot asks for own keys.
 */
function distrustForIn() {
  return {
    name: 'distrust-for-in',
    transform(code, id) {
      if (!/\/node_modules\/valibot\//.test(posix(id))) return null;
      return {code: code.replace(/for \(const (\w+) in ([\w.$]+)\)/g, 'for (const $1 of Object.keys($2))'), map: null};
    },
  };
}

/**
 * Two Lits on one page must not both create a policy `lit-html`: the second one's module would throw.
 * Remove once lit-html lets its embedder name the policy.
 */
export function renameTrustedTypesPolicy() {
  let seen = 0;
  let renamed = 0;
  return {
    name: 'rename-trusted-types-policy',
    buildStart() {
      seen = renamed = 0;
    },
    transform(code, id) {
      if (!/\/lit-html\/(.*\/)?lit-html\.js$/.test(posix(id))) return null;
      seen++;
      const result = code.replace(/createPolicy\((['"])lit-html\1/, () => {
        renamed++;
        return `createPolicy("${POLICY}"`;
      });
      return {code: result, map: null};
    },
    buildEnd(error) {
      if (!error && seen !== renamed) this.error(`lit-html's Trusted Types policy was not renamed (${renamed} of ${seen} modules).`);
    },
  };
}

/** Whether a part of the built-in pack is a flow that some tag opens with by itself. */
export const opensByItself = (key) => Object.values(WIDGETS).some((flow) => key.startsWith(`flow.${flow}.`));

/**
 * Writes what the built-in pack consists of into the files that name its parts, and where packs lie seen from the file
 * built. Behind the loader `builtin.ts` stays as it is: the loader knows the flows that tags open with, and says so.
 * @param {Record<string, readonly [string, string]>} parts
 */
function builtinPack(parts, packsPath, {alone = false} = {}) {
  const listed = (wanted) => JSON.stringify(Object.fromEntries(Object.entries(parts).filter(([key]) => wanted(key))));
  const isFlow = (key) => key.startsWith('flow.');
  const fillIns = {
    'base/builtin.ts': [
      [/parts: page\(\)\.parts \?\? \{\}/, (found) => (alone ? `parts: ${listed(isFlow)}` : found)],
      [/(PACKS_PATH = )(['"]).*?\2/, (_, before) => before + JSON.stringify(packsPath)],
    ],
    'base/builtin-later.ts': [[/= \{\}/, () => `= ${listed((key) => !(alone ? isFlow(key) : opensByItself(key)))}`]],
    'respijtzoeker/builtin-offers.ts': [[/= false/, () => `= ${Object.hasOwn(parts, 'offers.all.nl')}`]],
    'gesprek/builtin-flows.ts': [[/= \{\}/, () => `= ${alone ? '{}' : listed((key) => isFlow(key) && !opensByItself(key))}`]],
  };
  return {
    name: 'builtin-pack',
    transform: {
      order: 'pre',
      handler(code, id) {
        const [, file] = posix(id).match(/\/src\/widgets\/(\w+\/builtin[\w-]*\.ts)$/) ?? [];
        if (!file) return null;
        let result = code;
        for (const [pattern, filled] of fillIns[file]) {
          if (!pattern.test(result)) this.error(`${file} no longer has ${pattern} to fill in.`);
          result = result.replace(pattern, filled);
        }
        return {code: result, map: null};
      },
    },
  };
}

/** Self-contained files that leave out all that lies apart. */
const LEAVES_APART = ['respijtzoeker', 'chat'];

/**
 * Files by themselves, without page or Lit in them: name, source, and whether every bundle leaves it out (`always`), every
 * self-contained file (`alone`), or only the self-contained finder and chat. What searches and knows places (`engine`) and
 * what reads messages (`verstaan`) would make these half as large again; what they leave out besides, few visitors need.
 */
export const APART = {
  engine: {source: 'offers/engine.ts', always: true},
  verstaan: {source: 'widgets/chat/engine.ts', always: true},
  'los-validate': {source: 'flows/model/validate.ts'},
  'los-qr': {source: 'widgets/base/take/qr.ts', alone: true},
  'los-pick': {source: 'offers/pick.ts'},
  'los-en': {source: 'locales/en.ts'},
  'los-nl-x-u': {source: 'locales/nl-x-u.ts'},
};

/** Leaves out what is a file by itself; `apart` is name to file, as the bundle sees it. */
function leaveApart(apart, {all = false, alone = false} = {}) {
  const wanted = Object.keys(apart).filter((name) => all || APART[name].always || (alone && APART[name].alone));
  return {
    name: 'leave-apart',
    resolveId: {
      order: 'pre',
      handler(source, importer) {
        const from = importer ? posix(path.join(path.dirname(importer), source)).replace(/\.js$/, '.ts') : '';
        const name = wanted.find((one) => from.endsWith(`/src/${APART[one].source}`));
        return name ? {id: `mz-${name}`, external: true} : null;
      },
    },
  };
}

const pathsOf = (apart, folder) => Object.fromEntries(Object.entries(apart).map(([name, file]) => [`mz-${name}`, `./${folder}${path.basename(file)}`]));

export function apartBuild({name, out}) {
  return {
    input: {[name]: path.join(ROOT, 'src', APART[name].source)},
    plugins: commonPlugins(),
    output: {dir: out, format: 'es', inlineDynamicImports: true, entryFileNames: 'chunks/[name]-[hash].js'},
  };
}

function buildTable(table) {
  return {
    name: 'build-table',
    load(id) {
      return posix(id).endsWith('/src/embed/build-table.ts') ? `export const BUILD = ${JSON.stringify(table)};` : null;
    },
  };
}

/**
 * `core` is everything that a widget needs from the start and that is not its own. What only `import()` reaches
 * (results, validation, locales) becomes chunks that load later; what several of those share joins the core, since
 * a request costs more than its few bytes. What few visitors ever fetch may cost them a request more.
 */
function manualChunks(widgetsDir) {
  const AT_LAST = /\/base\/(take|aside)\/|\/base\/plan-offers|\/offers\/pick|\/respijtzoeker\/|\/chat\/|\/model\/validate-(offers|understanding)/;
  let core;
  const reach = (start, info) => {
    const seen = new Set();
    const walk = (id) => {
      if (seen.has(id)) return;
      seen.add(id);
      info(id)?.importedIds.forEach(walk);
    };
    start.forEach(walk);
    return seen;
  };
  return (id, {getModuleInfo, getModuleIds}) => {
    if (!core) {
      const ids = [...getModuleIds()];
      core = reach(ids.filter((one) => getModuleInfo(one)?.isEntry), getModuleInfo);
      const later = new Set(ids.flatMap((one) => getModuleInfo(one)?.dynamicallyImportedIds ?? []).filter((one) => !AT_LAST.test(posix(one))));
      const count = new Map();
      for (const root of later) for (const one of reach([root], getModuleInfo)) count.set(one, (count.get(one) ?? 0) + 1);
      for (const [one, times] of count) if (times > 1 && !later.has(one)) core.add(one);
    }
    // One request for what picks offers and what draws them.
    if (!core.has(id) && /\/src\/(flows\/model\/offer|widgets\/base\/put-aside)\.ts$/.test(posix(id))) return 'offer';
    if (!core.has(id) && /\/base\/(plan-offers|offer-words)\.ts|\/src\/offers\/(pick|shard)\.ts/.test(posix(id))) return 'plan-offers';
    if (!core.has(id)) return undefined;
    const inside = posix(path.relative(widgetsDir, id));
    const own = Object.keys(WIDGETS).some((name) => inside.startsWith(`${name}/`));
    return own ? undefined : 'core';
  };
}

const source = (widgetsDir, name) => path.join(widgetsDir, name, 'define.ts');

export function splitBuild({names, widgetsDir, out, parts, apart = {}}) {
  return {
    input: Object.fromEntries(names.map((name) => [name, source(widgetsDir, name)])),
    plugins: [builtinPack(parts, '../packs/'), leaveApart(apart), ...commonPlugins()],
    output: {
      dir: out,
      paths: pathsOf(apart, ''),
      format: 'es',
      entryFileNames: 'chunks/[name]-[hash].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      hoistTransitiveImports: false,
      manualChunks: manualChunks(widgetsDir),
    },
  };
}

/** A file with one widget in it does not need the words of the finder and the chat in every language. */
function wordsOfOthers() {
  return {
    name: 'words-of-others',
    transform: (code, id) => (/\/src\/locales\/[\w-]+\.ts$/.test(posix(id)) ? {code: code.replace(/^ *['"](zoek|chat)\..*,$/gm, ''), map: null} : null),
  };
}

/**
 * One file with everything in it, but what the finder and the chat leave in files by themselves (`APART`). All of it stands in a block that does not run when the tag is already defined,
 * so that a second copy does not even start Lit (whose policy may exist only once).
 */
export function selfContainedBuild({name, widgetsDir, out, parts, version, apart = {}}) {
  const tag = `mz-${name}`;
  const message = `mantelzorg-widgets: <${tag}> is op deze pagina al gedefinieerd; dit exemplaar (${version}) doet niets.`;
  return {
    input: {[name]: source(widgetsDir, name)},
    plugins: [
      builtinPack(parts, './packs/', {alone: true}),
      leaveApart(apart, {all: LEAVES_APART.includes(name), alone: true}),
      ...(LEAVES_APART.includes(name) ? [] : [wordsOfOthers()]),
      ...commonPlugins(),
      {
        name: 'run-once',
        resolveImportMeta: (property) => (property === 'url' ? 'import.meta.url' : null),
        generateBundle(_, bundle) {
          for (const chunk of Object.values(bundle)) {
            if (/\bimport\s*\(|\bdocument\.currentScript\b/.test(chunk.code.replace(/import\("\.\/chunks\/[\w-]+\.js"\)/g, ''))) this.error(`${chunk.fileName} is not self-contained.`);
            chunk.code = `if(customElements.get("${tag}"))console.warn(${JSON.stringify(message)});else{${chunk.code.trim()}}\n`;
          }
        },
      },
    ],
    output: {dir: out, format: 'iife', inlineDynamicImports: true, entryFileNames: '[name].js', paths: pathsOf(apart, 'chunks/')},
  };
}

export function loaderBuild({out, table}) {
  return {
    input: {'mantelzorg-widgets': path.join(ROOT, 'src/embed/loader.ts')},
    plugins: [buildTable(table), ...commonPlugins()],
    output: {dir: out, format: 'es', entryFileNames: '[name].js', inlineDynamicImports: true},
  };
}

export function classicBuild({out}) {
  return {
    input: {'mantelzorg-widgets.classic': path.join(ROOT, 'src/embed/classic.ts')},
    plugins: commonPlugins(),
    output: {dir: out, format: 'iife', entryFileNames: '[name].js'},
  };
}
