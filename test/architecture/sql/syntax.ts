import { parseAst } from 'vitest/node';

/** A node of a syntax tree, as ESTree names its parts. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** A parsed file. */
export interface Parsed {
  readonly file: string;
  readonly root: Node;
  readonly nodes: readonly Node[];
  readonly parents: ReadonlyMap<Node, Node>;
  /** What each function, and the file itself, declares by name: not what functions within declare. */
  readonly declared: ReadonlyMap<Node, ReadonlyMap<string, Node>>;
  /** What each function returns. */
  readonly returns: ReadonlyMap<Node, readonly Node[]>;
  /** Local names of what is imported: the path as written, and the name there. */
  readonly imports: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

/** Parses a TypeScript file and links each node to the one that holds it. */
export function parse(file: string, text: string): Parsed {
  const root: unknown = parseAst(text, { lang: 'ts' }, file);
  if (!isNode(root)) throw new Error(`${file} could not be parsed`);
  const nodes: Node[] = [];
  const parents = new Map<Node, Node>();
  const visit = (node: Node): void => {
    nodes.push(node);
    for (const child of childrenOf(node)) {
      parents.set(child, node);
      visit(child);
    }
  };
  visit(root);
  const declared = new Map<Node, Map<string, Node>>();
  const returns = new Map<Node, Node[]>();
  for (const node of nodes) {
    const holder = holderOf(parents, node);
    const value = node.type === 'FunctionDeclaration' ? node : part(node, 'init');
    const name = textPart(part(node, 'id'), 'name');
    if (
      holder &&
      value &&
      name !== undefined &&
      /^(?:VariableDeclarator|FunctionDeclaration)$/.test(node.type)
    )
      declared.set(holder, (declared.get(holder) ?? new Map<string, Node>()).set(name, value));
    const returned = node.type === 'ReturnStatement' ? part(node, 'argument') : undefined;
    if (holder && returned) returns.set(holder, [...(returns.get(holder) ?? []), returned]);
    const body = isFunction(node) ? part(node, 'body') : undefined;
    if (body && body.type !== 'BlockStatement') returns.set(node, [body]);
  }
  return { file, root, nodes, parents, declared, returns, imports: importsOf(root) };
}

function importsOf(root: Node): Parsed['imports'] {
  return new Map(
    parts(root, 'body').flatMap((statement) => {
      const path = textPart(part(statement, 'source'), 'value');
      if (statement.type !== 'ImportDeclaration' || path === undefined) return [];
      return parts(statement, 'specifiers').flatMap((one) => {
        const local = textPart(part(one, 'local'), 'name');
        const name = textPart(part(one, 'imported'), 'name');
        return local !== undefined && name !== undefined ? [[local, { path, name }] as const] : [];
      });
    }),
  );
}

export function isFunction({ type }: Node): boolean {
  return /^(?:Function(?:Declaration|Expression)|ArrowFunctionExpression)$/.test(type);
}

/** The function or file that a node belongs to. */
function holderOf(parents: ReadonlyMap<Node, Node>, node: Node): Node | undefined {
  for (let at = parents.get(node); at; at = parents.get(at))
    if (isFunction(at) || at.type === 'Program') return at;
  return undefined;
}

/** A part of a node that is itself a node. */
export function part(node: Node | undefined, name: string): Node | undefined {
  const value = node?.[name];
  return isNode(value) ? value : undefined;
}

/** A part of a node that lists nodes. */
export function parts(node: Node | undefined, name: string): readonly Node[] {
  const value = node?.[name];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A part of a node that is text, such as an identifier's name. */
export function textPart(node: Node | undefined, name: string): string | undefined {
  const value = node?.[name];
  return typeof value === 'string' ? value : undefined;
}

/** The nodes around a node, the nearest first. */
export function* around({ parents }: Parsed, node: Node): Generator<Node> {
  for (let at = parents.get(node); at; at = parents.get(at)) yield at;
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value): Node[] => {
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
