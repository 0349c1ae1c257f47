import type {CompareOp} from '../model/condition.js';
import type {ConditionAst, ConditionProblem, OrderOp, Word} from './ast.js';
import {RESERVED} from './names.js';
import {tokeniseCondition, type ConditionToken} from './tokenise.js';

/** Longer conditions, or deeper brackets, nobody can read; the limits also bound the work. */
const MAX_LENGTH = 1000;
const MAX_DEPTH = 20;

/** Words from speech or from other languages, with what they are called here. */
const FOREIGN_WORDS: Record<string, string> = {
  and: 'en', or: 'of', not: 'niet', is: '=', gelijk: '=', isnt: '!=', contains: 'bevat', has: 'bevat', heeft: 'bevat', bevatten: 'bevat', in: 'bevat',
  ingevuld: 'bekend', known: 'bekend', beantwoord: 'bekend', meer: '>', groter: '>', minder: '<', kleiner: '<', minstens: '>=', minimaal: '>=',
  hoogstens: '<=', maximaal: '<=', geen: 'niet', maar: 'en', alsook: 'en', ofwel: 'of', count: 'aantal', tel: 'aantal',
};

class Stop extends Error {
  constructor(readonly problem: ConditionProblem) {
    super(problem.message);
  }
}

/** Reads a condition (content-format.md 2, "Conditions"). Gives the tree or the first problem, never both. */
export function parseCondition(text: string): {ast: ConditionAst; problem?: undefined} | {ast?: undefined; problem: ConditionProblem} {
  if (text.length > MAX_LENGTH) {
    return {problem: {rule: 'voorwaarde/taal', at: 0, message: `Deze voorwaarde is langer dan ${MAX_LENGTH} tekens.`, hint: 'Geef delen ervan een naam onder «begrippen».'}};
  }
  const {tokens, problem} = tokeniseCondition(text);
  if (problem) return {problem};
  try {
    return {ast: new Parser(tokens).parse()};
  } catch (error) {
    if (error instanceof Stop) return {problem: error.problem};
    throw error;
  }
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(private readonly tokens: ConditionToken[]) {}

  parse(): ConditionAst {
    if (this.peek().t === 'end') this.stop(this.peek(), 'Hier ontbreekt een voorwaarde.', 'Schrijf bijvoorbeeld «relatie = partner».');
    const ast = this.junction();
    const rest = this.peek();
    if (rest.t === ')') this.stop(rest, 'Deze haak sluit niets.', 'Haal de haak weg of zet er een ( bij.');
    if (rest.t !== 'end') this.trailing(rest);
    return ast;
  }

  private junction(): ConditionAst {
    const first = this.unary();
    const word = this.peek();
    if (!isWord(word, 'en') && !isWord(word, 'of')) return first;
    const parts = [first];
    while (this.peek().t === 'word' && (this.peek().text === 'en' || this.peek().text === 'of')) {
      const next = this.take();
      if (next.text !== word.text) {
        this.stop(next, '«en» en «of» staan hier door elkaar, dus is niet duidelijk wat bij elkaar hoort.', 'Zet haken om wat bij elkaar hoort: (a en b) of c.');
      }
      parts.push(this.unary());
    }
    return {t: word.text === 'en' ? 'and' : 'or', parts, at: first.at};
  }

  private unary(): ConditionAst {
    const token = this.peek();
    if (++this.depth > MAX_DEPTH) this.stop(token, 'Deze voorwaarde heeft te veel haken in elkaar.', 'Geef delen ervan een naam onder «begrippen».');
    let ast: ConditionAst;
    if (isWord(token, 'niet')) {
      this.take();
      ast = {t: 'not', part: this.unary(), at: token.at};
    } else if (token.t === '(') {
      this.take();
      ast = this.junction();
      const close = this.peek();
      if (close.t !== ')') {
        if (close.t === 'end') this.stop(token, 'Deze haak wordt niet gesloten.', 'Zet er een ) bij.');
        this.trailing(close);
      }
      this.take();
    } else {
      ast = this.atom();
    }
    this.depth--;
    return ast;
  }

  private atom(): ConditionAst {
    const token = this.peek();
    if (isWord(token, 'aantal')) return this.size();
    const name = this.name();
    const at = name.at;
    const next = this.peek();
    if (next.t === 'op') {
      this.take();
      if (next.text === '=' || next.text === '!=') return {t: 'is', name, not: next.text === '!=', values: this.values(), at};
      return {t: 'compare', name, op: next.text as OrderOp, value: this.number(), at};
    }
    if (isWord(next, 'bevat')) {
      this.take();
      return {t: 'has', name, values: this.values(), at};
    }
    if (isWord(next, 'bekend')) {
      this.take();
      return {t: 'known', name, at};
    }
    return {t: 'ref', name, at};
  }

  private size(): ConditionAst {
    const at = this.take().at;
    const name = this.name();
    const op = this.peek();
    if (op.t !== 'op') this.stop(op, `Na «aantal ${name.text}» ontbreekt een vergelijking.`, `Schrijf bijvoorbeeld «aantal ${name.text} > 2».`);
    this.take();
    const compare: CompareOp = op.text === '=' ? '==' : op.text === '!=' ? '<>' : (op.text as OrderOp);
    return {t: 'size', name, op: compare, value: this.number(), at};
  }

  private name(): Word {
    const token = this.peek();
    if (token.t === 'word' && !RESERVED.has(token.text)) {
      this.take();
      return {text: token.text, at: token.at};
    }
    if (token.t === 'word' && Object.hasOwn(FOREIGN_WORDS, token.text)) this.foreign(token);
    return this.stop(token, `Hier wordt een naam verwacht${found(token)}.`, 'Schrijf bijvoorbeeld «relatie = partner».');
  }

  private values(): Word[] {
    const values: Word[] = [];
    do {
      if (values.length) this.take();
      const token = this.peek();
      if (token.t !== 'word' || RESERVED.has(token.text)) {
        this.stop(token, `Hier wordt een waarde verwacht${found(token)}.`, 'Schrijf een waarde in kleine letters, of meer met komma’s ertussen.');
      }
      this.take();
      values.push({text: token.text, at: token.at});
    } while (this.peek().t === ',');
    return values;
  }

  private number(): number {
    const token = this.peek();
    if (token.t !== 'word' || !/^\d{1,6}$/.test(token.text)) this.stop(token, `Hier wordt een getal verwacht${found(token)}.`, 'Schrijf een heel getal, bijvoorbeeld 2.');
    this.take();
    return Number(token.text);
  }

  /** Something stands after a complete condition. */
  private trailing(token: ConditionToken): never {
    if (token.t === 'word' && Object.hasOwn(FOREIGN_WORDS, token.text)) this.foreign(token);
    const before = this.tokens[this.index - 1];
    if (token.t === 'word' && before?.t === 'word' && !RESERVED.has(token.text)) {
      this.stop(token, `Tussen «${before.text}» en «${token.text}» ontbreekt iets.`, 'Zet een komma tussen waarden, en «en» of «of» tussen voorwaarden.');
    }
    return this.stop(token, `Na deze voorwaarde staat nog iets${found(token)}.`, 'Zet «en» of «of» tussen twee voorwaarden.');
  }

  private foreign(token: ConditionToken): never {
    return this.stop(token, `«${token.text}» is geen woord van een voorwaarde.`, `Schrijf «${FOREIGN_WORDS[token.text]}».`);
  }

  private peek(): ConditionToken {
    return this.tokens[this.index]!;
  }

  private take(): ConditionToken {
    return this.tokens[this.index++]!;
  }

  private stop(token: ConditionToken, message: string, hint: string): never {
    throw new Stop({rule: 'voorwaarde/taal', at: token.at, message, hint});
  }
}

function isWord(token: ConditionToken, text: string): boolean {
  return token.t === 'word' && token.text === text;
}

function found(token: ConditionToken): string {
  return token.t === 'end' ? '' : `, maar er staat «${token.text}»`;
}
