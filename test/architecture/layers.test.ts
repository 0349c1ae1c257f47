import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import ts from 'typescript';
import {allImports, importsOf, sourceFiles, type ImportOf} from '../support/imports.js';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * architecture.md section 2: per layer the layers and the packages that it may import. A package stands for its
 * subpaths too. A layer may always import itself.
 */
const LAYERS: Record<string, {folder: string; layers: string[]; packages: string[]}> = {
  model: {folder: 'src/flows/model/', layers: [], packages: ['valibot']},
  conditions: {folder: 'src/flows/conditions/', layers: ['model'], packages: []},
  semantics: {folder: 'src/flows/semantics/', layers: ['model', 'conditions'], packages: []},
  runtime: {folder: 'src/flows/runtime/', layers: ['model', 'conditions', 'semantics'], packages: ['xstate']},
  offers: {folder: 'src/offers/', layers: ['model'], packages: []},
  understanding: {folder: 'src/understanding/', layers: ['model'], packages: []},
  compiler: {
    folder: 'src/flows/compiler/',
    layers: ['model', 'conditions', 'semantics', 'offers', 'understanding'],
    packages: ['marked', 'papaparse', 'yaml', 'cspell-trie-lib'],
  },
  locales: {folder: 'src/locales/', layers: [], packages: ['@lit/localize']},
  base: {
    folder: 'src/widgets/base/',
    layers: ['model', 'conditions', 'semantics', 'runtime', 'offers', 'understanding', 'locales'],
    packages: ['lit', '@lit/localize', 'lean-qr'],
  },
  widgets: {
    folder: 'src/widgets/',
    layers: ['base', 'model', 'conditions', 'semantics', 'runtime', 'offers', 'understanding', 'locales'],
    packages: ['lit', '@lit/localize'],
  },
  embed: {folder: 'src/embed/', layers: ['widgets', 'base'], packages: []},
  workbench: {
    folder: 'src/workbench/',
    layers: ['widgets', 'base', 'compiler', 'model', 'conditions', 'semantics', 'runtime'],
    packages: ['lit', '@dagrejs/dagre', 'fflate'],
  },
  cli: {
    folder: 'src/cli/',
    layers: ['model', 'conditions', 'semantics', 'offers', 'understanding', 'compiler', 'workbench'],
    packages: ['node:'],
  },
};

function layerOf(file: string): string | undefined {
  const fitting = Object.entries(LAYERS).filter(([, layer]) => file.startsWith(layer.folder));
  return fitting.sort(([, a], [, b]) => b.folder.length - a.folder.length)[0]?.[0];
}

function isPackage(target: string, name: string): boolean {
  return name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`);
}

/** What is wrong with an import, or nothing. */
function fault(one: ImportOf): string | undefined {
  const from = layerOf(one.file);
  if (!from) return `${one.file} lies in no layer of architecture.md`;
  const rules = LAYERS[from]!;
  const place = `${one.file}:${one.line}`;
  if (!one.target.startsWith('src/')) {
    if (/^\.|^test\/|^site\/|^stories\//.test(one.target)) return `${place} imports ${one.target}, outside src/`;
    return rules.packages.some((name) => isPackage(one.target, name)) ? undefined : `${place}: ${from} must not import ${one.target}`;
  }
  const to = layerOf(one.target);
  if (to !== undefined && to !== from && !rules.layers.includes(to)) return `${place}: ${from} must not import ${to} (${one.target})`;
  // A widget does not know its neighbours.
  const folder = (file: string) => file.split('/').slice(0, 3).join('/');
  if (from === 'widgets' && to === 'widgets' && folder(one.file) !== folder(one.target)) {
    return `${place}: a widget must not import another one (${one.target})`;
  }
  return undefined;
}

const imports = allImports(ROOT, 'src');

test('every import in src/ follows the arrows of architecture.md', () => {
  assert.ok(imports.length > 20, 'the sources were found');
  assert.deepEqual(imports.map(fault).filter(Boolean), []);
});

test('a file imports itself through no ring', () => {
  const graph = new Map<string, string[]>();
  for (const one of imports) {
    if (one.target.startsWith('src/') && !one.dynamic && !one.typeOnly) graph.set(one.file, [...(graph.get(one.file) ?? []), one.target]);
  }
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) return void rings.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  assert.deepEqual(rings, []);
});

test('the layers without a page know no DOM and no Node', () => {
  const files = ['src/flows', 'src/offers', 'src/understanding']
    .filter((folder) => existsSync(path.join(ROOT, folder)))
    .flatMap((folder) => sourceFiles(ROOT, folder))
    .map((file) => path.join(ROOT, file));
  const config = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), ts.sys.readFile).config;
  const {options} = ts.convertCompilerOptionsFromJson({...config.compilerOptions, lib: ['ES2023'], types: [], noEmit: true}, ROOT);
  // Standard in browsers, workers and Node alike.
  const everywhere = new Set(['URL', 'TextEncoder', 'TextDecoder', 'structuredClone', 'AbortSignal']);
  const program = ts.createProgram(files, options);
  const unknown = files.flatMap((file) => {
    const source = program.getSourceFile(file)!;
    return program.getSemanticDiagnostics(source).flatMap((diagnostic) => {
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
      const name = /Cannot find name '(\w+)'/.exec(message)?.[1];
      if (!name || everywhere.has(name)) return [];
      const {line} = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
      return [`${path.relative(ROOT, file)}:${line + 1} ${name}`];
    });
  });
  assert.deepEqual(unknown, []);
});

test('the check sees static, dynamic, type and re-exporting imports', () => {
  const text = `import {a} from './a.js'; export * from '../conditions/b.js';
    const c = () => import('lit'); type D = import('marked').Token; import type {E} from 'node:fs';`;
  const seen = importsOf('src/flows/semantics/x.ts', text).map((one) => one.target);
  assert.deepEqual(seen, ['src/flows/semantics/a.ts', 'src/flows/conditions/b.ts', 'lit', 'marked', 'node:fs']);
});

test('the check refuses each kind of wrong arrow', () => {
  const wrong = (file: string, specifier: string) => fault(importsOf(file, `import '${specifier}';`)[0]!);
  assert.match(wrong('src/flows/model/x.ts', '../conditions/parse.js') ?? '', /model must not import conditions/);
  assert.match(wrong('src/flows/semantics/x.ts', 'xstate') ?? '', /must not import xstate/);
  assert.match(wrong('src/flows/runtime/x.ts', '../compiler/x.js') ?? '', /must not import compiler/);
  assert.match(wrong('src/flows/compiler/x.ts', 'node:fs') ?? '', /must not import node:fs/);
  assert.match(wrong('src/widgets/base/x.ts', '../../embed/loader.js') ?? '', /must not import embed/);
  assert.match(wrong('src/widgets/gesprek/x.ts', '../chat/x.js') ?? '', /another one/);
  assert.match(wrong('src/widgets/base/x.ts', '../gesprek/element.js') ?? '', /must not import widgets/);
  assert.match(wrong('src/embed/x.ts', 'lit') ?? '', /must not import lit/);
  assert.match(wrong('src/embed/x.ts', '../workbench/x.js') ?? '', /must not import workbench/);
  assert.match(wrong('src/workbench/x.ts', '../cli/x.js') ?? '', /must not import cli/);
  assert.match(wrong('src/cli/x.ts', 'marked') ?? '', /must not import marked/);
  assert.equal(wrong('src/cli/x.ts', 'node:fs/promises'), undefined);
  assert.equal(wrong('src/widgets/gesprek/x.ts', '../base/flow-host.js'), undefined);
});
