import { dirname, join, normalize } from 'node:path';
import type { Source } from '../source.ts';
import {
  around,
  isFunction,
  parse,
  part,
  parts,
  textPart,
  type Node,
  type Parsed,
} from './syntax.ts';

/** Stands for a part of a text that is known only when the program runs. */
export const unread = '\u00a7';

/** An expression in its place, with what the parameters of the functions around it are. */
interface Value {
  readonly node: Node;
  readonly in: Parsed;
  readonly given: Given;
}
type Given = ReadonlyMap<Node, readonly Value[]>;

/** More variants of one text than this are as good as unknown. */
const variantsMax = 64;
const depthMax = 16;

/** Reads texts out of a program's source: follows names, imports, calls and interpolations. */
export class Program {
  readonly files: ReadonlyMap<string, Parsed>;
  /** The literals that some text was made of. */
  readonly used = new Set<Node>();
  /** Parameters whose calls are being looked at: a function that calls itself adds nothing. */
  readonly #asked = new Set<Node>();
  readonly #calls = new Map<string, Value[]>();

  constructor(source: Source) {
    this.files = new Map([...source].map(([file, text]) => [file, parse(file, text)]));
    for (const parsed of this.files.values())
      for (const node of parsed.nodes) {
        const name = textPart(part(node, 'callee'), 'name');
        if (node.type !== 'CallExpression' || name === undefined) continue;
        const calls = this.#calls.get(name) ?? [];
        this.#calls.set(name, [...calls, { node, in: parsed, given: new Map() }]);
      }
  }

  /** All that an expression may be as text; `unread` stands for what can't be told. */
  textsOf(parsed: Parsed, node: Node): readonly string[] {
    return this.#texts({ node, in: parsed, given: new Map() }, 0);
  }

  #texts(value: Value, depth: number): readonly string[] {
    if (depth > depthMax) return [unread];
    const found = this.#follow(value, depth).flatMap((one) => this.#textsOfOne(one, depth + 1));
    const unique = [...new Set(found)];
    return unique.length === 0 || unique.length > variantsMax ? [unread] : unique;
  }

  #textsOfOne(value: Value, depth: number): readonly string[] {
    const { node } = value;
    const at = (one: Node | undefined) =>
      one ? this.#texts({ ...value, node: one }, depth) : [''];
    switch (node.type) {
      case 'Literal': {
        this.used.add(node);
        const literal = node['value'];
        return [
          typeof literal === 'string' || typeof literal === 'number' ? String(literal) : unread,
        ];
      }
      case 'TemplateLiteral': {
        this.used.add(node);
        const pieces = parts(node, 'quasis').map(cooked);
        const between = parts(node, 'expressions');
        return product(pieces.flatMap((piece, index) => [[piece], at(between[index])]));
      }
      case 'BinaryExpression':
        return product([at(part(node, 'left')), at(part(node, 'right'))]);
      case 'ObjectExpression':
        return this.#property(value, 'text').flatMap((one) => this.#texts(one, depth));
      case 'CallExpression': {
        const joined = this.#joined(value, depth);
        return joined ?? [unread];
      }
      default:
        return [unread];
    }
  }

  /** `[a, b].join(c)`. */
  #joined(value: Value, depth: number): readonly string[] | undefined {
    const callee = part(value.node, 'callee');
    if (textPart(part(callee, 'property'), 'name') !== 'join') return undefined;
    const list = part(callee, 'object');
    const [array, ...others] = list ? this.#follow({ ...value, node: list }, depth) : [];
    if (array?.node.type !== 'ArrayExpression' || others.length > 0) return undefined;
    const [separator] = parts(value.node, 'arguments');
    const between = separator ? this.#texts({ ...value, node: separator }, depth) : [','];
    return product(
      parts(array.node, 'elements').flatMap((node, index) => [
        ...(index === 0 ? [] : [between]),
        this.#texts({ ...array, node }, depth),
      ]),
    );
  }

  /** What a value is in the end: names, calls and choices are followed. */
  #follow(value: Value, depth: number): readonly Value[] {
    if (depth > depthMax) return [value];
    const next = (name: string) => {
      const node = part(value.node, name);
      return node ? this.#follow({ ...value, node }, depth + 1) : [];
    };
    switch (value.node.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'ParenthesizedExpression':
        return next('expression');
      case 'AwaitExpression':
        return next('argument');
      case 'ConditionalExpression':
        return [...next('consequent'), ...next('alternate')];
      case 'LogicalExpression':
        return [...next('left'), ...next('right')];
      case 'Identifier':
        return this.#named(value, depth);
      case 'MemberExpression':
        return this.#member(value, depth);
      case 'CallExpression':
        return this.#called(value, depth) ?? [value];
      default:
        return [value];
    }
  }

  #member(value: Value, depth: number): readonly Value[] {
    const object = part(value.node, 'object');
    const name =
      value.node['computed'] === true ? undefined : textPart(part(value.node, 'property'), 'name');
    const found = (object ? this.#follow({ ...value, node: object }, depth + 1) : []).flatMap(
      (one) => this.#property(one, name).flatMap((each) => this.#follow(each, depth + 1)),
    );
    return found.length > 0 ? found : [value];
  }

  /** A property of an object; without a name, all of them, as of an array its elements. */
  #property(value: Value, name: string | undefined): readonly Value[] {
    if (value.node.type === 'ArrayExpression')
      return name === undefined
        ? parts(value.node, 'elements').map((node) => ({ ...value, node }))
        : [];
    if (value.node.type !== 'ObjectExpression') return [];
    return parts(value.node, 'properties').flatMap((one) => {
      const node = part(one, 'value');
      const isIt = name === undefined || textPart(part(one, 'key'), 'name') === name;
      return node && isIt ? [{ ...value, node }] : [];
    });
  }

  /** What a call gives back: the returns of the function, with its parameters as they are given. */
  #called(value: Value, depth: number): readonly Value[] | undefined {
    const callee = part(value.node, 'callee');
    if (callee?.type !== 'Identifier') return undefined;
    const [target] = this.#follow({ ...value, node: callee }, depth + 1);
    if (!target || !isFunction(target.node)) return undefined;
    const given = new Map(target.given);
    const values = parts(value.node, 'arguments');
    for (const [index, parameter] of parts(target.node, 'params').entries()) {
      const node = values[index];
      if (node) given.set(parameter, this.#follow({ ...value, node }, depth + 1));
    }
    const returned = target.in.returns.get(target.node) ?? [];
    return returned.flatMap((node) => this.#follow({ node, in: target.in, given }, depth + 1));
  }

  #named(value: Value, depth: number): readonly Value[] {
    const name = textPart(value.node, 'name') ?? '';
    for (const holder of around(value.in, value.node)) {
      if (isFunction(holder)) {
        const parameters = parts(holder, 'params');
        const index = parameters.findIndex((one) => nameOfParameter(one) === name);
        const parameter = parameters[index];
        if (parameter) return this.#parameter(value, { holder, parameter, index }, depth);
      }
      if (holder.type !== 'Program' && !isFunction(holder)) continue;
      const declared = value.in.declared.get(holder)?.get(name);
      if (declared) return this.#follow({ ...value, node: declared }, depth + 1);
    }
    return this.#imported(value, name, depth);
  }

  /** A parameter: what this call gives, else what any call of a function of this name gives. */
  #parameter(
    value: Value,
    at: { readonly holder: Node; readonly parameter: Node; readonly index: number },
    depth: number,
  ): readonly Value[] {
    const given = value.given.get(at.parameter);
    if (given) return given;
    if (this.#asked.has(at.parameter)) return [value];
    this.#asked.add(at.parameter);
    const name = nameOfFunction(value.in, at.holder) ?? '';
    const found = (this.#calls.get(name) ?? []).flatMap((call) => {
      if (!this.#isOf(call, value.in.file, name)) return [];
      const node = parts(call.node, 'arguments')[at.index];
      return node ? this.#follow({ ...call, node }, depth + 1) : [];
    });
    this.#asked.delete(at.parameter);
    return found.length > 0 ? found : [value];
  }

  #imported(value: Value, name: string, depth: number): readonly Value[] {
    const imported = value.in.imports.get(name);
    const target = imported && this.#fileOf(value.in.file, imported.path);
    const node = target?.declared.get(target.root)?.get(imported?.name ?? '');
    return target && node
      ? this.#follow({ node, in: target, given: new Map() }, depth + 1)
      : [value];
  }

  #fileOf(from: string, path: string): Parsed | undefined {
    return this.files.get(normalize(join(dirname(from), path)));
  }

  /** Whether a call by this name in another file, or in the same one, is of this file's function. */
  #isOf(call: Value, file: string, name: string): boolean {
    const path = call.in.imports.get(name)?.path;
    return path === undefined
      ? call.in.file === file
      : this.#fileOf(call.in.file, path)?.file === file;
  }
}

function nameOfParameter(parameter: Node): string | undefined {
  return textPart(parameter, 'name') ?? textPart(part(parameter, 'left'), 'name');
}

/** The name that a function is called by. */
export function nameOfFunction(parsed: Parsed, of: Node): string | undefined {
  const holder = parsed.parents.get(of);
  return (
    textPart(part(of, 'id'), 'name') ??
    textPart(part(holder, 'id'), 'name') ??
    textPart(part(holder, 'key'), 'name')
  );
}

function cooked(quasi: Node): string {
  const value = quasi['value'];
  return typeof value === 'object' && value !== null && 'cooked' in value
    ? String(value.cooked)
    : '';
}

/** Each way to put one of each together. */
function product(pieces: readonly (readonly string[])[]): readonly string[] {
  let texts: readonly string[] = [''];
  for (const piece of pieces) {
    texts = texts.flatMap((text) => piece.map((one) => text + one));
    if (texts.length > variantsMax) return [unread];
  }
  return texts;
}
