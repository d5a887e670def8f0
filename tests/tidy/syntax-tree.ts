/** Reading a syntax tree without its types: nodes, their children, names and texts. */

export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value;
}

export function* walk(root: unknown): Generator<SyntaxNode> {
  if (Array.isArray(root)) {
    for (const each of root) yield* walk(each);
  } else if (isNode(root)) {
    yield root;
    for (const value of Object.values(root)) {
      if (typeof value === 'object' && value !== null) yield* walk(value);
    }
  }
}

export function property(node: unknown, key: string): unknown {
  return typeof node === 'object' && node !== null ? Reflect.get(node, key) : undefined;
}

export function child(node: unknown, key: string): SyntaxNode | undefined {
  const value = property(node, key);
  return isNode(value) ? value : undefined;
}

export function childrenOf(node: unknown, key: string): SyntaxNode[] {
  const value = property(node, key);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text of a literal. */
export function textOf(node: SyntaxNode | undefined): string | undefined {
  const value = node?.type === 'Literal' ? property(node, 'value') : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** `a.b.c` for plain member accesses; for `a.b(…).c` the name without the arguments. */
export function dottedName(node: SyntaxNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'Identifier') return String(property(node, 'name'));
  if (node.type === 'CallExpression') return dottedName(child(node, 'callee'));
  if (node.type !== 'MemberExpression' || property(node, 'computed') === true) return undefined;
  const object = dottedName(child(node, 'object'));
  const name = property(child(node, 'property'), 'name');
  return object === undefined || typeof name !== 'string' ? undefined : `${object}.${name}`;
}
