import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface ImportOf {
  /** Both relative to the repository, with forward slashes; a package keeps its name. */
  file: string;
  target: string;
  line: number;
  dynamic: boolean;
  /** Gone once compiled. */
  typeOnly: boolean;
}

export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), {withFileTypes: true, recursive: true})
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Every import of a file: static, `export … from`, `import()` and `import('…').Type`. */
export function importsOf(file: string, text: string): ImportOf[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: ImportOf[] = [];
  const add = (node: ts.Node, specifier: string, dynamic: boolean, typeOnly: boolean) => {
    const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts') : specifier;
    found.push({file, target, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, dynamic, typeOnly});
  };
  const visit = (node: ts.Node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = ts.isImportDeclaration(node) ? node.importClause?.isTypeOnly === true : node.isTypeOnly;
      add(node, node.moduleSpecifier.text, false, typeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(node, argument.text, true, false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node, node.argument.literal.text, false, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

export function allImports(root: string, folder: string): ImportOf[] {
  return sourceFiles(root, folder).flatMap((file) => importsOf(file, readFileSync(path.join(root, file), 'utf8')));
}
