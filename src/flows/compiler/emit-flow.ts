import {slug} from '../conditions/names.js';
import type {Answer, Button, Control, Flow, Step} from '../model/flow.js';
import type {Block, Inline} from '../model/node.js';
import {emitBlocks, emitTerms} from './emit-blocks.js';
import type {AnswerSource, BlockSource, FlowSource, StepItem, StepSource} from './flow-ast.js';
import {lexInline} from './lex-markdown.js';
import {findLikeStep, resolveTarget} from './link-targets.js';
import type {PlacedText} from './mapped-text.js';
import {plainText} from './markdown-ast.js';
import type {Origin, PackContext} from './pack-context.js';
import {TextResolver, type TextScope} from './text-resolver.js';
import {isRightToLeft} from './translate/languages.js';
import type {SpokenFlow} from './translate/speech.js';
import type {Voices} from './voices.js';

/**
 * The compiled form of a flow, in the language of the source or of `spoken`. Everything that cannot be looked up is
 * reported and left out.
 */
export function emitFlow(flow: FlowSource, context: PackContext, voices: Voices, spoken?: SpokenFlow): Flow {
  const emitter = new FlowEmitter(flow, new TextResolver(context, voices), spoken);
  return emitter.emit();
}

class FlowEmitter {
  constructor(
    private readonly flow: FlowSource,
    private readonly resolver: TextResolver,
    private readonly spoken: SpokenFlow | undefined,
  ) {}

  emit(): Flow {
    const {flow, resolver, spoken} = this;
    const plain = (source: PlacedText | undefined, said: PlacedText | undefined) => {
      const text = said ?? source;
      return text ? resolver.voiceOf({translated: said !== undefined}).placeholders.plain(text, text.file) : '';
    };
    const title = plain(flow.title, spoken?.title);
    const description = plain(flow.description, spoken?.description);
    const steps = flow.steps.map((step) => this.step(step));
    const terms = emitTerms(resolver);
    return {
      id: flow.id,
      lang: spoken?.lang ?? 'nl',
      ...(spoken && isRightToLeft(spoken.lang) ? {dir: 'rtl'} : {}),
      title,
      ...(description ? {description} : {}),
      ...(spoken?.note ? {note: spoken.note} : {}),
      steps,
      ...(resolver.sources.length ? {sources: resolver.sources} : {}),
      ...(terms ? {terms} : {}),
    };
  }

  private step(source: StepSource): Step {
    const content = this.content(source, new Set([source]));
    const spokenTitle = this.spoken?.step(source);
    const spokenContent = this.spoken?.step(content);
    // What is taken over from another step must be there in this language as well, or all of it is the source's.
    const spoken = spokenTitle && spokenContent;
    const [head, body] = spoken ? [spokenTitle, spokenContent] : [source, content];
    const title = this.resolver.inlines(head.title, this.scope(head.flow), 'heading');
    const emitted: Step = {
      id: source.id,
      ...(source.entry ? {entry: true} : {}),
      title,
      ...this.shape(body.items, this.scope(body.flow)),
      ...(this.spoken && !spoken ? {lang: 'nl'} : {}),
    };
    return this.placed(emitted, {file: source.flow.file, at: source.at});
  }

  /** A step itself, or the one that it takes over; a ring of those is reported where it closes. */
  private content(step: StepSource, path: Set<StepSource>): StepSource {
    const like = step.items.find((item) => item.t === 'like');
    if (like?.t !== 'like') return step;
    const {context} = this.resolver;
    const found = findLikeStep(like.link, {file: step.flow.file, flow: step.flow, what: '«zoals»'}, context);
    const next = found?.flow.steps[found.index];
    if (!next) return {...step, items: []};
    if (path.has(next)) {
      context.diagnostics.error('pakket/kring', {file: step.flow.file, at: like.at}, `«zoals ${like.link.href}» leidt terug naar een stap die deze zelf overneemt.`, 'Schrijf in een van deze stappen de inhoud uit.');
      return {...step, items: []};
    }
    context.usedSteps.add(next);
    return this.content(next, path.add(next));
  }

  /** Text of another flow's file resolves its footnotes there, and its `#…` here. */
  private scope(source: FlowSource): TextScope {
    return {file: source.file, flow: this.flow, notes: source.notes, translated: source.translated === true};
  }

  /** What a layer adds to a step belongs to that layer's file. */
  private scopeOf(from: FlowSource | undefined, scope: TextScope): TextScope {
    return from ? this.scope(from) : scope;
  }

  private shape(items: readonly StepItem[], scope: TextScope): Omit<Step, 'id' | 'title' | 'entry'> {
    const seen = new Set<string>();
    const body: Block[] = [];
    const tail: Block[] = [];
    const controlled = items.findIndex((item) => item.t === 'answers' || item.t === 'ask');
    const split = controlled >= 0 ? controlled : items.findIndex((item) => item.t === 'button');
    const buttons = this.buttons(items, scope);
    const blocks = (source: BlockSource, from: FlowSource | undefined) => emitBlocks([source], this.scopeOf(from, scope), this.resolver, seen);
    let control: Control | undefined;
    items.forEach((item, index) => {
      if (item.t === 'block') (split >= 0 && index > split ? tail : body).push(...blocks(item.block, item.from));
      else if (!control && (item.t === 'answers' || item.t === 'ask')) control = this.control(item, items, scope);
    });
    return {
      ...(body.length ? {body} : {}),
      ...(control ? {control} : {}),
      ...(tail.length ? {tail} : {}),
      ...(buttons.length ? {buttons} : {}),
    };
  }

  private control(item: StepItem & {t: 'answers' | 'ask'}, items: readonly StepItem[], scope: TextScope): Control {
    if (item.t === 'ask') return item.kind === 'number' ? {t: 'number', name: item.name, min: item.min, max: item.max} : {t: item.kind, name: item.name};
    const answers = item.answers.flatMap((answer) => this.answer(answer, item.many, this.scopeOf(answer.from ?? item.from, scope)));
    if (item.many) {
      const pick = items.find((other) => other.t === 'pick');
      return {t: 'many', answers, ...(pick?.t === 'pick' && pick.min !== undefined ? {min: pick.min} : {}), ...(pick?.t === 'pick' && pick.max !== undefined ? {max: pick.max} : {})};
    }
    const submit = items.find((other) => other.t === 'submit');
    const {diagnostics} = this.resolver.context;
    const from = this.scopeOf(submit?.from, scope);
    const label: Inline[] = submit?.t === 'submit' ? this.resolver.inlines(submit.text ?? lexInline(submit.label, {file: from.file, diagnostics}), from, 'label') : [];
    return {t: 'one', answers, ...(label.length ? {submit: label} : {})};
  }

  private answer(answer: AnswerSource, many: boolean, scope: TextScope): Answer[] {
    const {context} = this.resolver;
    const label = this.resolver.inlines(answer.label, scope, 'label');
    const explain = emitBlocks(answer.explain, scope, this.resolver);
    const echo = answer.echo ? this.resolver.inlines(answer.echo, scope, 'label') : [];
    const when = context.conditions.lowerWhen(answer.when);
    const to = answer.link && resolveTarget(answer.link, {file: scope.file, flow: this.flow, what: 'Het antwoord'}, context);
    if (!many && !to) return [];
    const emitted: Answer = {
      id: answer.id,
      label,
      ...(explain.length ? {explain} : {}),
      ...(echo.length ? {echo} : {}),
      ...(when ? {when} : {}),
      ...(answer.effects.length ? {effects: answer.effects.map(({effect}) => effect)} : {}),
      ...(to ? {to} : {}),
      ...(answer.alone ? {alone: true} : {}),
      ...(answer.own ? {own: true} : {}),
    };
    return [this.placed(emitted, {file: scope.file, at: answer.at, when: answer.when})];
  }

  /** Remembers where something was written, for proofs. */
  private placed<T extends object>(emitted: T, origin: Origin): T {
    this.resolver.context.origins.set(emitted, origin);
    return emitted;
  }

  /** Buttons with the same text become one with several routes. */
  private buttons(items: readonly StepItem[], stepScope: TextScope): Button[] {
    const {context} = this.resolver;
    const buttons = new Map<string, Button & {texts: string[]}>();
    /** Labels of the chain so far: what an earlier route of the same button excludes need not be said again. */
    let chain: string[] = [];
    for (const item of items) {
      if (item.t !== 'button') {
        chain = [];
        continue;
      }
      const scope = this.scopeOf(item.from, stepScope);
      const text = plainText(item.source ?? item.label);
      if (!item.when || item.when.prior.length === 0) chain = [];
      const covered = chain.length === item.when?.prior.length && chain.every((label) => label === text) ? chain.length : 0;
      chain = item.when ? [...chain, text] : [];
      const when = context.conditions.lowerWhen(item.when, covered);
      const to = resolveTarget(item.link, {file: scope.file, flow: this.flow, what: 'De knop'}, context);
      if (!to) continue;
      const route = this.placed({...(when ? {when} : {}), to}, {file: scope.file, at: item.at, when: item.when});
      const id = slug(text) || `knop-${buttons.size + 1}`;
      const known = buttons.get(id);
      if (known && known.texts[0] === text) {
        known.routes.push(route);
      } else if (known) {
        context.diagnostics.error('stap/dubbel', {file: scope.file, at: item.at}, `De knoppen «${text}» en «${known.texts[0]}» lijken te veel op elkaar.`, 'Geef beide dezelfde tekst (dan zijn ze één knop), of een duidelijk andere.');
      } else {
        buttons.set(id, {id, label: this.resolver.inlines(item.label, scope, 'label'), routes: [route], texts: [text]});
      }
    }
    return [...buttons.values()].map(({id, label, routes}) => ({id, label, routes}));
  }
}
