/** State that a module keeps for itself between two calls. */
import { child, childrenOf, dottedName, property, textOf, walk, type SyntaxNode } from './syntax-tree.ts';

/** A named node of the tree. */
export interface NamedNode {
  readonly name: string;
  readonly node: SyntaxNode;
}

/** `let`, `var`, static fields, collections that start empty, and collections that the file changes. */
export function findModuleState(program: SyntaxNode | object): NamedNode[] {
  const nodes = [...walk(program)];
  const changed = new Set(nodes.flatMap(changedNames));
  return [
    ...childrenOf(program, 'body').flatMap((statement) => readStatement(statement, changed)),
    ...nodes.filter(isStaticState).map((node) => ({ name: 'a static field', node })),
  ];
}

function readStatement(statement: SyntaxNode, changed: ReadonlySet<string>): NamedNode[] {
  const node = statement.type.startsWith('Export') ? child(statement, 'declaration') : statement;
  if (node?.type !== 'VariableDeclaration' || property(node, 'declare') === true) return [];
  const kind = property(node, 'kind');
  return childrenOf(node, 'declarations').flatMap((each) => {
    const id = property(child(each, 'id'), 'name');
    const label = typeof id === 'string' ? id : 'a pattern';
    if (kind === 'let' || kind === 'var') return [{ name: `${kind} ${label}`, node }];
    const value = withoutTypes(child(each, 'init'));
    if (startsEmpty(value)) return [{ name: `an empty collection ${label}`, node }];
    return isCollection(value) && changed.has(label)
      ? [{ name: `a changing collection ${label}`, node }]
      : [];
  });
}

function withoutTypes(value: SyntaxNode | undefined): SyntaxNode | undefined {
  return value !== undefined && /^(?:TS(?:As|Satisfies|NonNull)|Parenthesized)Expression$/u.test(value.type)
    ? withoutTypes(child(value, 'expression'))
    : value;
}

const collections = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);
const makers = new Set(['Object.create', 'Object.fromEntries', 'Array.from', 'Array.of']);

function isCollection(value: SyntaxNode | undefined): boolean {
  if (value?.type === 'ArrayExpression' || value?.type === 'ObjectExpression') return true;
  const callee = dottedName(child(value, 'callee')) ?? '';
  if (value?.type === 'CallExpression') return makers.has(callee);
  return value?.type === 'NewExpression' && collections.has(callee);
}

function startsEmpty(value: SyntaxNode | undefined): boolean {
  if (value?.type === 'ArrayExpression') return childrenOf(value, 'elements').length === 0;
  if (value?.type === 'ObjectExpression') return childrenOf(value, 'properties').length === 0;
  const callee = dottedName(child(value, 'callee')) ?? '';
  if (value?.type === 'CallExpression') return callee === 'Object.create';
  return isCollection(value) && childrenOf(value, 'arguments').length === 0;
}

function isStaticState(node: SyntaxNode): boolean {
  if (node.type === 'StaticBlock') return true;
  if (!/^(?:PropertyDefinition|AccessorProperty)$/u.test(node.type)) return false;
  if (property(node, 'static') !== true || property(node, 'declare') === true) return false;
  return property(node, 'readonly') !== true || startsEmpty(withoutTypes(child(node, 'value')));
}

const changing = new Set(
  'set add delete clear push pop shift unshift splice sort reverse fill copyWithin'.split(' '),
);
const changingOther = new Set([
  'Object.assign',
  'Object.defineProperty',
  'Reflect.set',
  'Reflect.deleteProperty',
]);

/** Names of what this node changes the inside of. */
function changedNames(node: SyntaxNode): string[] {
  if (node.type === 'CallExpression') {
    const callee = child(node, 'callee');
    if (changingOther.has(dottedName(callee) ?? '')) return rootName(childrenOf(node, 'arguments')[0]);
    if (callee?.type !== 'MemberExpression') return [];
    const part = child(callee, 'property');
    const method = textOf(part) ?? property(part, 'name');
    return typeof method === 'string' && changing.has(method) ? rootName(child(callee, 'object')) : [];
  }
  const isDelete = node.type === 'UnaryExpression' && property(node, 'operator') === 'delete';
  const target =
    node.type === 'AssignmentExpression'
      ? child(node, 'left')
      : isDelete || node.type === 'UpdateExpression'
        ? child(node, 'argument')
        : undefined;
  return target?.type === 'MemberExpression' ? rootName(target) : [];
}

/** The variable at the root of `a.b[c]`; what a call gives back has none. */
function rootName(node: SyntaxNode | undefined): string[] {
  if (node?.type === 'Identifier') return [String(property(node, 'name'))];
  return node?.type === 'MemberExpression' ? rootName(child(node, 'object')) : [];
}
