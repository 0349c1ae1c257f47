import {readMessage} from './tokens.js';
import type {Vocabulary} from './vocabulary.js';

/** A word of an expression. */
export interface ExpressionWord {
  id: number;
  text: string;
}

const RANGE = /(\d{1,3})\s*(?:t\/m|–)\s*(\d{1,3})/;

/** The words of an expression of a pack; `8 t/m 24` in it is one word that every number between those is. */
export function readExpression(text: string, vocabulary: Vocabulary): ExpressionWord[] {
  const range = RANGE.exec(text);
  if (!range) return readMessage(text).tokens.map((token) => ({id: vocabulary.add(token.text), text: token.text}));
  const [all, min = '', max = ''] = range;
  const number = {id: vocabulary.addRange(Number(min), Number(max)), text: all};
  return [...readExpression(text.slice(0, range.index), vocabulary), number, ...readExpression(text.slice(range.index + all.length), vocabulary)];
}
