/** Clock, randomness, environment, network and log that are reached without an import. */
import type { NamedNode } from './module-state.ts';
import { child, childrenOf, dottedName, isNode, property, type SyntaxNode } from './syntax-tree.ts';

const globals =
  'process fetch performance setTimeout setInterval setImmediate globalThis global self window crypto navigator console require WebSocket EventSource XMLHttpRequest Temporal localStorage sessionStorage';
const impureGlobals = new Set(globals.split(' '));
/** Of these some parts are pure, so that the way they are used decides. */
const pureParts: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['Date', new Set(['UTC', 'parse', 'prototype'])],
]);

/** References to what is not pure; a name that the file binds itself is its own. */
export function findImpurities(program: SyntaxNode | object): NamedNode[] {
  const pairs = [...walkWithParent(program, undefined)];
  const own = new Set(pairs.flatMap(({ node }) => boundNames(node)));
  return pairs.flatMap(({ node, parent }) => {
    if (node.type === 'MetaProperty') return [{ name: 'import.meta', node }];
    if (node.type !== 'Identifier' || !isReference(node, parent)) return [];
    const name = String(property(node, 'name'));
    if (own.has(name) || !isImpure(name, node, parent)) return [];
    return [{ name: (parent?.type === 'MemberExpression' ? dottedName(parent) : undefined) ?? name, node }];
  });
}

function isImpure(name: string, node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (impureGlobals.has(name)) return true;
  if (name !== 'Date' && name !== 'Math') return false;
  const part = partOf(node, parent);
  if (name === 'Math') return part === undefined || part === 'random';
  const isGiven =
    parent?.type === 'NewExpression' &&
    child(parent, 'callee') === node &&
    childrenOf(parent, 'arguments').length > 0;
  const isAsked = parent?.type === 'BinaryExpression' && property(parent, 'operator') === 'instanceof';
  return !isGiven && !isAsked && pureParts.get(name)?.has(part ?? '') !== true;
}

/** `now` of `Date.now`; undefined for a computed one and for the whole. */
function partOf(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  if (parent?.type !== 'MemberExpression' || child(parent, 'object') !== node) return undefined;
  const part = property(child(parent, 'property'), 'name');
  return property(parent, 'computed') !== true && typeof part === 'string' ? part : undefined;
}

const namesOnly =
  /^(?:TS(?!(?:As|Satisfies|NonNull|Instantiation)Expression)|(?:Import|Export)\w*Specifier|Labeled|Break|Continue)/u;
const keyed = /^(?:Property|MethodDefinition|PropertyDefinition|AccessorProperty)$/u;

/** Whether the identifier stands for a value, rather than naming a key, a part or a type. */
function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined) return true;
  if (namesOnly.test(parent.type)) return false;
  const isComputed = property(parent, 'computed') === true;
  if (parent.type === 'MemberExpression') return child(parent, 'object') === node || isComputed;
  return !keyed.test(parent.type) || child(parent, 'value') === node || isComputed;
}

/** Names that a node binds: of a variable, a parameter, a function, a class or an import. */
function boundNames(node: SyntaxNode): string[] {
  if (node.type === 'VariableDeclarator') return namesIn(child(node, 'id'));
  if (/^Import\w*Specifier$/u.test(node.type)) return namesIn(child(node, 'local'));
  if (node.type === 'CatchClause') return namesIn(child(node, 'param'));
  if (/Function|^Class/u.test(node.type)) {
    return [child(node, 'id'), ...childrenOf(node, 'params')].flatMap(namesIn);
  }
  return [];
}

function namesIn(pattern: SyntaxNode | undefined): string[] {
  if (pattern === undefined) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(property(pattern, 'name'))];
    case 'ObjectPattern':
      return childrenOf(pattern, 'properties').flatMap((each) =>
        namesIn(each.type === 'RestElement' ? each : child(each, 'value')),
      );
    case 'ArrayPattern':
      return childrenOf(pattern, 'elements').flatMap(namesIn);
    case 'AssignmentPattern':
      return namesIn(child(pattern, 'left'));
    case 'RestElement':
      return namesIn(child(pattern, 'argument'));
    default:
      return [];
  }
}

function* walkWithParent(
  root: unknown,
  parent: SyntaxNode | undefined,
): Generator<{ node: SyntaxNode; parent: SyntaxNode | undefined }> {
  if (Array.isArray(root)) {
    for (const each of root) yield* walkWithParent(each, parent);
  } else if (isNode(root)) {
    yield { node: root, parent };
    for (const value of Object.values(root)) yield* walkWithParent(value, root);
  }
}
