/** TypeScript and JavaScript source comes in; what the tidy rules ask about goes out. Syntax errors throw. */
import { parseAst } from 'vitest/node';
import { findImpurities } from './impurities.ts';
import { findModuleState } from './module-state.ts';
import { child, childrenOf, dottedName, isNode, property, textOf, walk } from './syntax-tree.ts';
import type { SyntaxNode } from './syntax-tree.ts';

export interface SourceFile {
  /** From the top level, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface ScannedImport {
  /** As written; undefined for a dynamic import of something that is not a plain text. */
  readonly specifier: string | undefined;
  /** Nothing of it is left when the types are stripped. */
  readonly isType: boolean;
  /** From 1. */
  readonly line: number;
}

/** A named piece of source. `line` from 1. */
export interface Finding {
  readonly name: string;
  readonly line: number;
}

export interface ScannedFunction extends Finding {
  /**
   * Lines of its own: those of the named functions inside it count for themselves, so that a factory
   * of closures is measured as the class it stands for.
   */
  readonly lineCount: number;
  /** A declaration, as opposed to an expression, an arrow or a method. */
  readonly isDeclaration: boolean;
}

export interface ScannedFile {
  readonly path: string;
  readonly lineCount: number;
  readonly imports: readonly ScannedImport[];
  readonly functions: readonly ScannedFunction[];
  /** Syntax the house does without. */
  readonly banned: readonly Finding[];
  /** State of the module itself: `let`, `var`, static fields, collections that start empty or are changed. */
  readonly moduleState: readonly Finding[];
  /** Clock, randomness, environment and network reached without an import: `Date.now`, `process`, `fetch`. */
  readonly impurities: readonly Finding[];
  /** Dotted names of what is called: `test.skip`, `vi.mock`. */
  readonly calls: readonly Finding[];
}

/** Gives back what stands in one file. */
export function scanSource({ path, text }: SourceFile): ScannedFile {
  const program = parseAst(text, { lang: languageOf(path) }, path);
  const nodes = [...walk(program)];
  const lineAt = lineCounter(text);
  const locate = (node: SyntaxNode) => lineAt(node.start);
  return {
    path,
    lineCount: text.replace(/\n$/u, '').split('\n').length,
    imports: nodes.flatMap((node) => readImport(node, locate(node))),
    functions: nodes.flatMap((node) => readFunction(node, lineAt)),
    banned: nodes.flatMap((node) => namesOf(readBanned(node), locate(node))),
    moduleState: findModuleState(program).map(({ name, node }) => ({ name, line: locate(node) })),
    impurities: findImpurities(program).map(({ name, node }) => ({ name, line: locate(node) })),
    calls: nodes.flatMap((node) =>
      node.type === 'CallExpression' ? namesOf([dottedName(child(node, 'callee'))], locate(node)) : [],
    ),
  };
}

function languageOf(path: string): 'dts' | 'js' | 'ts' {
  if (path.endsWith('.d.ts')) return 'dts';
  return path.endsWith('.js') ? 'js' : 'ts';
}

function namesOf(names: readonly (string | undefined)[], line: number): Finding[] {
  return names.flatMap((name) => (name === undefined || name === '' ? [] : [{ name, line }]));
}

function lineCounter(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}

function readImport(node: SyntaxNode, line: number): ScannedImport[] {
  const source = child(node, 'source');
  if (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration') {
    if (source === undefined) return [];
    const specifiers = childrenOf(node, 'specifiers');
    const kinds = specifiers.map((each) => property(each, 'importKind') ?? property(each, 'exportKind'));
    const isType =
      property(node, 'importKind') === 'type' ||
      property(node, 'exportKind') === 'type' ||
      (kinds.length > 0 && kinds.every((kind) => kind === 'type'));
    return [{ specifier: textOf(source), isType, line }];
  }
  if (node.type === 'ExportAllDeclaration') {
    return [{ specifier: textOf(source), isType: property(node, 'exportKind') === 'type', line }];
  }
  if (node.type === 'ImportExpression') return [{ specifier: textOf(source), isType: false, line }];
  if (node.type === 'TSImportType') return [{ specifier: textOf(source), isType: true, line }];
  if (node.type === 'CallExpression' && dottedName(child(node, 'callee')) === 'require') {
    return [{ specifier: textOf(childrenOf(node, 'arguments')[0]), isType: false, line }];
  }
  return [];
}

function readFunction(node: SyntaxNode, lineAt: (offset: number) => number): ScannedFunction[] {
  const body = child(node, 'body');
  if (!isFunction(node) || body === undefined) return [];
  const countLines = (each: SyntaxNode) => lineAt(each.end) - lineAt(each.start) + 1;
  const inner = namedFunctionsIn(body).reduce((sum, each) => sum + countLines(each), 0);
  const name = property(child(node, 'id'), 'name');
  return [
    {
      name: typeof name === 'string' ? name : 'a function',
      line: lineAt(node.start),
      lineCount: countLines(node) - inner,
      isDeclaration: node.type === 'FunctionDeclaration',
    },
  ];
}

function isFunction(node: SyntaxNode | undefined): boolean {
  return node !== undefined && /^(?:Function|ArrowFunction)/u.test(node.type);
}

/** Outermost functions that have a name: declared, kept in a variable, or a method. */
function namedFunctionsIn(node: unknown): SyntaxNode[] {
  if (Array.isArray(node)) return node.flatMap(namedFunctionsIn);
  if (!isNode(node)) return [];
  const value = child(node, 'init') ?? child(node, 'value');
  const isHolder = /^(?:VariableDeclarator|Property|MethodDefinition)$/u.test(node.type);
  if (node.type === 'FunctionDeclaration' || (isHolder && isFunction(value))) return [node];
  return Object.values(node).flatMap(namedFunctionsIn);
}

const bannedTypes: ReadonlyMap<string, string> = new Map([
  ['TSEnumDeclaration', 'enum'],
  ['TSModuleDeclaration', 'namespace'],
  ['TSParameterProperty', 'parameter property'],
  ['Decorator', 'decorator'],
  ['TSImportEqualsDeclaration', 'import ='],
  ['TSExportAssignment', 'export ='],
  ['ExportDefaultDeclaration', 'default export'],
  ['TSTypeAssertion', 'angle-bracket assertion'],
]);

function readBanned(node: SyntaxNode): (string | undefined)[] {
  // `declare module` only describes somebody else's.
  if (property(node, 'declare') === true) return [];
  return [bannedTypes.get(node.type)];
}
