import {suggest} from '../conditions/suggest.js';
import type {Target} from '../model/node.js';
import type {Place} from './diagnostics.js';
import type {FlowSource, LinkSource} from './flow-ast.js';
import type {PackContext} from './pack-context.js';
import type {SourceFile} from './source-file.js';

/** Where a link stands. `flow` is the one its `#…` belongs to; none for texts outside flows. */
export interface LinkScope {
  file: SourceFile;
  flow?: FlowSource;
  /** How to call the thing that links: "Het antwoord", "De knop", … */
  what: string;
}

/** Finds the step that `#stap`, `bestand.md` or `bestand.md#stap` leads to; reports what does not exist. */
export function resolveTarget(link: LinkSource, scope: LinkScope, context: PackContext): Target | undefined {
  const [path = '', hash = ''] = splitHref(link.href);
  if (path === '') {
    if (scope.flow) return findStep(scope.flow, hash, link, scope, context, false);
    return fail(link, scope, context, 'maar hier zijn geen stappen', 'Noem het gesprek erbij: ../gesprekken/bestand.md#stap.');
  }
  const id = flowId(path, scope.file.path);
  const flow = id === undefined ? undefined : context.flows.get(id);
  if (id !== undefined && context.unreadable.has(id)) return undefined;
  const gone = id === undefined ? undefined : context.removed.get(`gesprekken/${id}.md`);
  if (!flow && gone && reportRemoved(link, scope, context, gone, `het gesprek «${id}»`)) return undefined;
  if (!flow) {
    const typed = path.replace(/^.*\//, '').replace(/\.md$/i, '');
    const near = context.flows.has(typed) ? typed : suggest(typed, context.flows.keys());
    const folder = scope.file.path.startsWith('gesprekken/') ? '' : '../gesprekken/';
    return fail(link, scope, context, 'maar dat gesprek bestaat niet', near ? `Bedoelde je «${folder}${near}.md»?` : 'Maak het bestand in de map gesprekken, of verwijs naar een ander.');
  }
  if (flow.shared) return fail(link, scope, context, 'maar dat bestand is alleen bedoeld om stappen uit over te nemen', 'Verwijs naar een gesprek, of haal «gedeeld: ja» daar weg.');
  const own = flow === scope.flow;
  if (hash) return findStep(flow, hash, link, scope, context, !own);
  const [first] = flow.steps;
  return first?.id ? {...(own ? {} : {flow: flow.id}), step: first.id} : undefined;
}

/** `zoals`: the step itself instead of its address; steps of shared files are allowed here. */
export function findLikeStep(link: LinkSource, scope: LinkScope & {flow: FlowSource}, context: PackContext): {flow: FlowSource; index: number} | undefined {
  const [path = '', hash = ''] = splitHref(link.href);
  const id = path === '' ? scope.flow.id : flowId(path, scope.file.path);
  if (id !== undefined && context.unreadable.has(id)) return undefined;
  const flow = id === undefined ? undefined : context.flows.get(id);
  if (!flow) {
    const near = suggest(path.replace(/^.*\//, '').replace(/\.md$/i, ''), context.flows.keys());
    return void fail(link, scope, context, 'maar dat bestand bestaat niet', near ? `Bedoelde je «${near}.md#${hash || 'stap'}»?` : 'Schrijf `zoals bestand.md#stap`.');
  }
  const index = hash ? flow.steps.findIndex((step) => step.id === hash) : -1;
  if (index >= 0) return {flow, index};
  const gone = flow.removed?.get(hash);
  if (gone && reportRemoved(link, scope, context, gone, `de stap «${hash}»`)) return undefined;
  const near = suggest(hash, flow.steps.map((step) => step.id));
  return void fail(link, scope, context, 'maar die stap bestaat niet', near ? `Bedoelde je «${path}#${near}»?` : `Schrijf achter # de naam van een stap in «${flow.id}.md».`);
}

function findStep(flow: FlowSource, hash: string, link: LinkSource, scope: LinkScope, context: PackContext, away: boolean): Target | undefined {
  if (flow.steps.some((step) => step.id === hash)) return {...(away ? {flow: flow.id} : {}), step: hash};
  const gone = flow.removed?.get(hash);
  if (gone && reportRemoved(link, scope, context, gone, `de stap «${hash}»`)) return undefined;
  const near = suggest(hash, flow.steps.map((step) => step.id));
  const path = away ? link.href.slice(0, link.href.indexOf('#')) : '';
  const elsewhere = away ? undefined : [...context.flows.values()].find((other) => other !== flow && !other.shared && other.steps.some((step) => step.id === hash));
  const renamed = near === undefined && !away ? onlyOrphan(flow) : undefined;
  const hint = near !== undefined ? `Bedoelde je «${path}#${near}»?` : renamed !== undefined ? `Bedoelde je «#${renamed}»? Naar die stap leidt nu niets.` : elsewhere ? `Bedoelde je «${elsewhere.id}.md#${hash}»?` : nearestHint(flow, hash);
  return fail(link, scope, context, 'maar die stap bestaat niet', hint, `${flow.id}#${hash}`);
}

/**
 * A layer below still links to what a layer above takes away: told where that is said, since the text below is not the
 * editor's. Tells whether that is so; a link of the editor's own is simply wrong.
 */
function reportRemoved(link: LinkSource, {file, what}: LinkScope, context: PackContext, gone: Place, name: string): boolean {
  if (file.layer <= gone.file.layer) return false;
  const from = flowId(`${file.path.replace(/^.*\//, '')}`, file.path);
  const step = context.flows.get(from ?? '')?.steps.findLast((each) => each.flow.file === file && each.at <= link.at);
  const where = step ? `in de stap «${step.id}» van de basis` : 'in de basis';
  const {line} = file.position(link.at);
  const subject = link.text && link.text !== link.href ? `${lowerFirst(what)} «${link.text}»` : lowerFirst(what);
  context.diagnostics.error('koppeling/onbekend', gone, `Hier haal je ${name} weg, maar ${subject} ${where} leidt er nog heen (${file.name}, regel ${line}).`, step ? `Vervang ook de stap «${step.id}» door een eigen stap, of laat dit staan.` : 'Vervang ook dat bestand, of laat dit staan.');
  return true;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The one step with a name to which nothing in its file leads: probably it was called otherwise before. */
function onlyOrphan({steps}: FlowSource): string | undefined {
  const orphans = steps.filter((step, n) => n > 0 && step.named && !step.entry && (step.flow.file.text.match(new RegExp(`#${step.id}(?![a-z0-9-])`, 'g'))?.length ?? 0) < 2);
  return orphans.length === 1 ? orphans[0]!.id : undefined;
}

/** A heading without a name of its own, to which nothing leads, is probably the one that lost its name. */
function nearestHint({steps}: FlowSource, hash: string): string {
  const nameless = steps.filter((step, n) => n > 0 && !step.named && !step.entry && !step.flow.file.text.includes(`#${step.id}`));
  const [only] = nameless;
  if (hash && only && nameless.length === 1) return `Zet {#${hash}} achter de kop op regel ${only.flow.file.position(only.at).line}, of verwijs naar een stap die er is.`;
  return `Maak een kop «## … {#${hash || 'stap'}}», of verwijs naar een stap die er is.`;
}

/** The flow that a relative path means, seen from the file it stands in. */
function flowId(path: string, from: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const match = /^gesprekken\/([^/]+)\.md$/.exec(parts.join('/'));
  return match?.[1];
}

function splitHref(href: string): [path: string, hash: string] {
  const index = href.indexOf('#');
  return index < 0 ? [href, ''] : [href.slice(0, index), href.slice(index + 1)];
}

function fail(link: LinkSource, {file, flow, what}: LinkScope, context: PackContext, why: string, hint: string, cause = `${file.name} ${link.href}`): undefined {
  const subject = link.text && link.text !== link.href ? `${what} «${link.text}» verwijst` : `${what} verwijst`;
  const taken = flow && flow.file.path !== file.path ? ` in «${flow.id}.md», dat deze stap overneemt` : '';
  context.diagnostics.error('koppeling/onbekend', {file, at: link.at}, `${subject} naar «${link.href}», ${why}${taken}.`, hint, {cause});
  return undefined;
}
