import type { z } from 'zod';

/**
 * Says what a setting must be, in place of the schema library's text. A schema's own sentence takes
 * precedence. It never repeats the value, which may be a secret.
 */
export const settingProblem: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `is missing; it ${nouns[issue.expected] ?? 'is needed'}`
        : (nouns[issue.expected] ?? 'has the wrong type');
    case 'too_big':
      return bound('at most', issue.maximum, issue.origin);
    case 'too_small':
      return bound(
        issue.inclusive === false ? 'more than' : 'at least',
        issue.minimum,
        issue.origin,
      );
    case 'invalid_value':
      return `is ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'invalid_key':
      return `has a name that is not allowed there: ${firstOf(issue.issues)}`;
    case 'invalid_element':
      return firstOf(issue.issues);
    case 'unrecognized_keys':
      return `has an unknown name: ${issue.keys.join(', ')}`;
    case 'invalid_format':
      return issue.format === 'url' ? 'must start with https://' : 'has the wrong format';
    case 'not_multiple_of':
      return 'is a whole number';
    case 'custom':
    case 'invalid_union':
    default:
      return 'has the wrong format';
  }
};

/**
 * Describes what is wrong with settings, one sentence each: `TMM_PORT: is a whole number from 1 to
 * 65535`.
 */
export function settingProblems(error: z.core.$ZodError | undefined): string[] {
  const byPath = new Map<string, string>();
  // Show only a setting's first problem: the others often follow from it.
  for (const { path, message } of error?.issues ?? []) {
    const name = path.join('.');
    if (!byPath.has(name)) byPath.set(name, `${name}: ${message}`);
  }
  return [...byPath.values()];
}

const nouns: Readonly<Record<string, string>> = {
  string: 'is a text in quotes',
  number: 'is a number',
  int: 'is a whole number',
  bigint: 'is a whole number',
  boolean: 'is true or false',
  array: 'is a list, such as [1, 2]',
  object: 'is an object, such as {"name": …}',
  record: 'is an object, such as {"name": …}',
};

function bound(which: string, limit: number | bigint, origin: string): string {
  if (origin === 'string') return `has ${which} ${limit} characters`;
  if (origin === 'array') return `has ${which} ${limit} entries`;
  return `is ${which} ${limit}`;
}

function firstOf(issues: readonly { readonly message: string }[]): string {
  return issues[0]?.message ?? 'has the wrong format';
}
