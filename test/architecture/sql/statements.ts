import type { Source } from '../source.ts';
import { nameOfFunction, Program } from './resolve.ts';
import { around, part, parts, textPart, type Node, type Parsed } from './syntax.ts';

/** A statement that the program asks, in one of its variants. */
export interface Asked {
  readonly file: string;
  /** The function or constant around it. */
  readonly by: string;
  readonly text: string;
}

/** Methods and functions that ask a statement, with the place of the statement among their arguments. */
const asking: Readonly<Record<string, number>> = { query: 0, last: 0, script: 0, askLast: 1 };

const begins =
  /^\s*(?:select|insert\s+into|update|delete\s+from|with|declare|lock\s+table|truncate|explain)\s/i;

/**
 * Every statement of a program: what calls of `query` and the like are given, and each literal besides that reads like a statement.
 */
export function statementsOf(source: Source): readonly Asked[] {
  const program = new Program(source);
  const asked = [...program.files.values()].flatMap((parsed) =>
    parsed.nodes.flatMap((node): Asked[] => {
      const statement = statementOf(node);
      if (!statement) return [];
      return program
        .textsOf(parsed, statement)
        .map((text) => ({ file: parsed.file, by: holderOf(parsed, node), text }));
    }),
  );
  const others = [...program.files.values()].flatMap((parsed) =>
    parsed.nodes
      .filter((node) => isText(node) && !program.used.has(node))
      .flatMap((node) =>
        program
          .textsOf(parsed, node)
          .filter((text) => begins.test(text))
          .map((text) => ({ file: parsed.file, by: holderOf(parsed, node), text })),
      ),
  );
  return [...asked, ...others];
}

function statementOf(node: Node): Node | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = part(node, 'callee');
  const name = textPart(callee, 'name') ?? textPart(part(callee, 'property'), 'name') ?? '';
  const place = Object.hasOwn(asking, name) ? asking[name] : undefined;
  return place === undefined ? undefined : parts(node, 'arguments')[place];
}

function isText({ type, value }: Node): boolean {
  return type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string');
}

/** The outermost name around a node: of a function, a class or a constant. */
function holderOf(parsed: Parsed, node: Node): string {
  const names = [...around(parsed, node)].flatMap((one) => {
    const name = textPart(part(one, 'id'), 'name') ?? nameOfFunction(parsed, one);
    return name === undefined ? [] : [name];
  });
  return names.at(-1) ?? '';
}
