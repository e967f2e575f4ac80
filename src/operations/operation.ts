import type { z } from 'zod';
import type { RequestContext, MemberContext } from './request-context.ts';
import type { Refused, WebRefusal } from './refusals.ts';

/**
 * One thing that can be done: the API offers it as JSON, a page calls the same `run`. So both check the same, refuse the same,
 * and the OpenAPI description is made of what runs.
 *
 * Amounts are decimal strings such as `1204.33` beside a `currency`; instants and dates are ISO strings; a share is named by
 * its suffix.
 */
export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  /** `operationId` of the description: a verb and a noun, `listShares`. */
  readonly id: string;
  /** GET changes nothing. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/v1`, in OpenAPI's notation: `/shares/{suffix}/history`. */
  readonly path: string;
  /** Groups operations in the reader. */
  readonly tag: 'Access' | 'Accounts' | 'Messages';
  readonly summary: string;
  readonly access: Who;
  /**
   * Of a `member` operation that wants fresh proof under a condition: the condition, as the description tells it (`The sum is
   * above …`). `run` looks at it where it knows the facts, and refuses with `wantsProof`.
   */
  readonly freshWhen?: string;
  /** Path, query and body together, by name; an object. What is unknown in it is refused. */
  readonly input: Input;
  readonly output: Output;
  /** All that it may refuse with, besides what every operation may. */
  readonly refusals: readonly WebRefusal[];
  /** Where the answer is a file: how its output becomes one, and of which types (`fileTypes`). */
  file?(done: unknown): { readonly name: string; readonly type: string; readonly content: string };
  readonly fileTypes?: readonly string[];
  run(
    request: Who extends 'anyone' ? RequestContext : MemberContext,
    input: z.output<Input>,
  ): Promise<z.input<Output> | Refused>;
}

/**
 * `fresh`: signed in, and verified (passkey, or password with second factor) within the last five minutes. Such an operation may want
 * a later proof still, see `wantsProofSince`.
 */
export type Access = 'anyone' | 'member' | 'fresh';

/** Declares an operation; only lets the types be inferred. */
export function operation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Who extends Access,
>(declared: Operation<Input, Output, Who>): Operation<Input, Output, Who> {
  return declared;
}
