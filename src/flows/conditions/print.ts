import type {ConditionAst, Word} from './ast.js';

/** The condition in the words an editor would type; {@link parseCondition} reads it back to the same tree. */
export function printCondition(ast: ConditionAst): string {
  switch (ast.t) {
    case 'and':
    case 'or':
      return ast.parts.map(printPart).join(ast.t === 'and' ? ' en ' : ' of ');
    case 'not':
      return `niet ${printPart(ast.part)}`;
    case 'is':
      return `${ast.name.text} ${ast.not ? '!=' : '='} ${printValues(ast.values)}`;
    case 'has':
      return `${ast.name.text} bevat ${printValues(ast.values)}`;
    case 'known':
      return `${ast.name.text} bekend`;
    case 'compare':
      return `${ast.name.text} ${ast.op} ${ast.value}`;
    case 'size':
      return `aantal ${ast.name.text} ${ast.op === '==' ? '=' : ast.op === '<>' ? '!=' : ast.op} ${ast.value}`;
    case 'ref':
      return ast.name.text;
  }
}

function printPart(part: ConditionAst): string {
  const text = printCondition(part);
  return part.t === 'and' || part.t === 'or' ? `(${text})` : text;
}

function printValues(values: Word[]): string {
  return values.map((value) => value.text).join(', ');
}
