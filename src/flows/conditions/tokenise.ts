import type {ConditionProblem} from './ast.js';
import {NAME, slug} from './names.js';

export interface ConditionToken {
  t: 'word' | 'op' | '(' | ')' | ',' | 'end';
  text: string;
  at: number;
}

/** Signs that mean something elsewhere, with what they are called here. */
const FOREIGN_SIGNS: Record<string, string> = {
  '&&': 'en', '&': 'en', '||': 'of', '|': 'of', '==': '=', '===': '=', '=>': '>=', '=<': '<=', '<>': '!=', '!==': '!=', '!': 'niet', '/': 'of', ';': ',',
};

const OPERATORS: Record<string, string> = {'=': '=', '!=': '!=', '≠': '!=', '>=': '>=', '≥': '>=', '<=': '<=', '≤': '<=', '>': '>', '<': '<'};

const LEXEME = /\s+|[()]|,|[=!<>≠≥≤&|+*/;-]+|[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_-]*|./suy;

/** Cuts a condition into words and signs; stops at the first thing that is neither. */
export function tokeniseCondition(text: string): {tokens: ConditionToken[]; problem?: ConditionProblem} {
  const tokens: ConditionToken[] = [];
  const lexeme = new RegExp(LEXEME);
  for (let match = lexeme.exec(text); match; match = lexeme.exec(text)) {
    const found = match[0];
    const at = match.index;
    if (found.trim() === '') continue;
    if (found === '(' || found === ')' || found === ',') tokens.push({t: found, text: found, at});
    else if (Object.hasOwn(OPERATORS, found)) tokens.push({t: 'op', text: OPERATORS[found]!, at});
    else if (NAME.test(found)) tokens.push({t: 'word', text: found, at});
    else return {tokens, problem: {rule: 'voorwaarde/taal', at, ...explain(found)}};
  }
  tokens.push({t: 'end', text: '', at: text.length});
  return {tokens};
}

function explain(found: string): {message: string; hint: string} {
  if (Object.hasOwn(FOREIGN_SIGNS, found)) {
    return {message: `«${found}» is geen teken van een voorwaarde.`, hint: `Schrijf «${FOREIGN_SIGNS[found]}».`};
  }
  if (/^[+*-]+=?$/.test(found)) {
    return {message: `Een voorwaarde rekent niet en onthoudt niets; «${found}» kan hier dus niet.`, hint: 'Vergelijk met =, !=, >=, <=, >, <, bevat of bekend.'};
  }
  if (/[\p{L}\p{N}]/u.test(found)) {
    const better = slug(found.replace(/_/g, '-'));
    const why = /\p{Lu}/u.test(found) ? 'heeft een hoofdletter' : 'heeft een teken dat niet mag';
    return {
      message: `«${found}» ${why}: namen en waarden bestaan uit kleine letters, cijfers en streepjes.`,
      hint: better ? `Schrijf «${better}».` : 'Kies een andere naam.',
    };
  }
  if (/["'“”‘’„]/.test(found)) return {message: 'Om een waarde staan geen aanhalingstekens.', hint: 'Laat de aanhalingstekens weg.'};
  if (found === '.') return {message: 'Een voorwaarde kent geen punt.', hint: 'Laat de punt weg.'};
  if (/[[\]{}]/.test(found)) return {message: `«${found}» is geen teken van een voorwaarde.`, hint: 'Gebruik ronde haken: ( en ).'};
  return {message: `«${found}» is geen teken van een voorwaarde.`, hint: 'Gebruik namen, =, !=, >=, <=, >, <, bevat, bekend, aantal, en, of, niet en ronde haken.'};
}
