/** TypeScript and JavaScript source comes in; what the tidy rules ask about goes out. Syntax errors throw. */
import { parseAst } from 'vitest/node';

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
  /** State of the module itself: `let`, `var` and collections that start empty. */
  readonly moduleState: readonly Finding[];
  /** Clock, randomness, environment and network reached without an import: `Date.now`, `process`, `fetch`. */
  readonly impurities: readonly Finding[];
  /** Dotted names of what is called: `test.skip`, `vi.mock`. */
  readonly calls: readonly Finding[];
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
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
    moduleState: childrenOf(program, 'body').flatMap((node) => namesOf(readModuleState(node), locate(node))),
    impurities: nodes.flatMap((node) => namesOf(readImpurity(node), locate(node))),
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

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}

function* walk(root: unknown): Generator<SyntaxNode> {
  if (Array.isArray(root)) {
    for (const each of root) yield* walk(each);
  } else if (isNode(root)) {
    yield root;
    for (const value of Object.values(root)) {
      if (typeof value === 'object' && value !== null) yield* walk(value);
    }
  }
}

function property(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
}

function child(node: unknown, key: string): SyntaxNode | undefined {
  const value = property(node, key);
  return isNode(value) ? value : undefined;
}

function childrenOf(node: unknown, key: string): SyntaxNode[] {
  const value = property(node, key);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  const value = node?.type === 'Literal' ? property(node, 'value') : undefined;
  return typeof value === 'string' ? value : undefined;
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

const collections = new Set(['Map', 'Set', 'WeakMap', 'WeakSet']);

function readModuleState(statement: SyntaxNode): (string | undefined)[] {
  const declaration = statement.type.startsWith('Export') ? child(statement, 'declaration') : statement;
  if (declaration?.type !== 'VariableDeclaration' || property(declaration, 'declare') === true) return [];
  const kind = property(declaration, 'kind');
  return childrenOf(declaration, 'declarations').map((each) => {
    const name = property(child(each, 'id'), 'name');
    const label = typeof name === 'string' ? name : 'a pattern';
    if (kind === 'let' || kind === 'var') return `${kind} ${label}`;
    return startsEmpty(child(each, 'init')) ? `an empty collection ${label}` : undefined;
  });
}

function startsEmpty(value: SyntaxNode | undefined): boolean {
  if (value?.type === 'ArrayExpression') return childrenOf(value, 'elements').length === 0;
  if (value?.type === 'ObjectExpression') return childrenOf(value, 'properties').length === 0;
  if (value?.type !== 'NewExpression') return false;
  const name = dottedName(child(value, 'callee')) ?? '';
  return collections.has(name) && childrenOf(value, 'arguments').length === 0;
}

const impureNames = new Set(['process', 'fetch', 'performance', 'setTimeout', 'setInterval', 'setImmediate']);
const impureMembers = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'import.meta']);

function readImpurity(node: SyntaxNode): (string | undefined)[] {
  if (node.type === 'MemberExpression') {
    const name = dottedName(node);
    const root = name?.split('.')[0] ?? '';
    return [name !== undefined && (impureMembers.has(name) || impureNames.has(root)) ? name : undefined];
  }
  if (node.type === 'VariableDeclarator') {
    const name = dottedName(child(node, 'init')) ?? '';
    return [impureNames.has(name) ? name : undefined];
  }
  if (node.type === 'MetaProperty') return ['import.meta'];
  const callee = dottedName(child(node, 'callee')) ?? '';
  if (node.type === 'CallExpression') return [impureNames.has(callee) ? callee : undefined];
  const isNow =
    node.type === 'NewExpression' && callee === 'Date' && childrenOf(node, 'arguments').length === 0;
  return [isNow ? 'new Date()' : undefined];
}

/** `a.b.c` for plain member accesses; for `a.b(…).c` the name without the arguments. */
function dottedName(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'Identifier') return String(property(node, 'name'));
  if (node.type === 'CallExpression') return dottedName(child(node, 'callee'));
  if (node.type !== 'MemberExpression' || property(node, 'computed') === true) return undefined;
  const object = dottedName(child(node, 'object'));
  const name = property(child(node, 'property'), 'name');
  return object === undefined || typeof name !== 'string' ? undefined : `${object}.${name}`;
}
