import type { z } from 'zod';
import type { FreshCondition } from './fresh-conditions.ts';
import type { MemberContext, RequestContext, StaffContext } from './request-context.ts';
import type { Refused, RefusalCode, WebRefusal } from './refusals.ts';
import type { StaffPermission } from './permissions.ts';

/**
 * What every operation declares. A page, an API, the command line and the app call the same one through `perform`, so all check the
 * same and refuse the same.
 *
 * Amounts are decimal strings such as `1204.33` beside a `currency`; instants and dates are ISO strings; a share is named by
 * its suffix.
 */
interface Declared<Input extends z.ZodType, Output extends z.ZodType> {
  /** A verb and a noun, `listShares`; of members' operations the `operationId` of the description. */
  readonly id: string;
  readonly summary: string;
  /** By name; an object. What is unknown in it is refused. */
  readonly input: Input;
  readonly output: Output;
}

/**
 * One thing that members, or strangers, can do. The API offers it as JSON, and the OpenAPI description is made of what runs. Path,
 * query and body come together in its input.
 */
export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> extends Declared<Input, Output> {
  /** GET changes nothing. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under `/api/v1`, in OpenAPI's notation: `/shares/{suffix}/history`. */
  readonly path: string;
  /** Groups operations in the reader. */
  readonly tag: 'Access' | 'Accounts' | 'Messages';
  readonly access: Who;
  /** Of a `member` operation that wants fresh proof under a condition: `run` gives it the facts, by `wantsProofWhen`. */
  readonly freshWhen?: FreshCondition;
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
 * One thing that staff can do: `tmm` calls it, and so do pages for staff. It has no method and no path, so members' API can't
 * offer it.
 */
export interface StaffOperation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends Declared<Input, Output> {
  readonly access: 'staff';
  /** Its line in the table of roles (`permissions.ts`): who may do it, and whether it needs a reason and fresh proof. */
  readonly permission: StaffPermission;
  readonly refusals: readonly RefusalCode[];
  run(request: StaffContext, input: z.output<Input>): Promise<z.input<Output> | Refused>;
}

/**
 * Who may run a members' operation. `fresh`: signed in, and verified (passkey, or password with second factor) within the last five
 * minutes. Such an operation may want a later proof still, see `wantsProofSince`.
 */
export type Access = 'anyone' | 'member' | 'fresh';

/** Declares an operation; only lets the types be inferred. */
export function operation<Input extends z.ZodType, Output extends z.ZodType>(
  declared: StaffOperation<Input, Output>,
): StaffOperation<Input, Output>;
export function operation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Who extends Access,
>(declared: Operation<Input, Output, Who>): Operation<Input, Output, Who>;
export function operation(declared: unknown): unknown {
  return declared;
}
