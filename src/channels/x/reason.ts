import type { XAnswer } from './answer.ts';
import { problem } from './wire.ts';

/** Why X refused a call, never in X's own words. */
export interface XReason {
  /** As stored with a message and logged: `x_403_64`, `x_403_usage_capped`, `x_403`. */
  readonly code: string;
  readonly numbers: readonly number[];
  /** The last parts of problem types and reasons: `usage-capped`, `client-not-enrolled`. */
  readonly names: readonly string[];
}

/** Reads X's reason from anywhere in the answer: error numbers (`errors[].code`), problem types (a URL) and reasons. */
export function reasonOf({ status, body }: Pick<XAnswer, 'status' | 'body'>): XReason {
  const { data } = problem.safeParse(body);
  const errors = data?.errors ?? [];
  const numbers = errors.flatMap(({ code }) => code ?? []);
  const names = [...(data ? [data] : []), ...errors].flatMap(({ reason, type }) => [
    ...nameOf(reason),
    ...nameOf(type),
  ]);
  const [first] = [...numbers.map(String), ...names.map((name) => name.replaceAll('-', '_'))];
  return { code: first === undefined ? `x_${status}` : `x_${status}_${first}`, numbers, names };
}

/** The last part of a problem's URL, if it is meaningful. */
function nameOf(text: string | undefined): string[] {
  const name = text?.split(/[/#]/).at(-1) ?? '';
  return /^[a-z][a-z0-9-]{2,60}$/.test(name) ? [name] : [];
}
