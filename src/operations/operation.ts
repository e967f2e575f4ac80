import type { z } from 'zod';
import type { FreshCondition } from './fresh-conditions.ts';
import type { MemberContext, RequestContext, StaffContext } from './request-context.ts';
import type { Refused, RefusalCode, WebRefusal } from './refusals.ts';
import type { Shown } from '../staff/approvals/approval.ts';
import type { StaffPermission } from './permissions.ts';

/**
 * What every operation declares. Pages, the API, the command line and the app call it through
 * `perform`, so they share the same checks and refusals.
 *
 * Amounts are decimal strings such as `1204.33` beside a `currency`; instants and dates are ISO
 * strings; a share is named by its suffix.
 */
interface Declared<Input extends z.ZodType, Output extends z.ZodType> {
  /**
   * A verb and a noun, such as `listShares`. For members' operations, also the `operationId` of the
   * description.
   */
  readonly id: string;
  readonly summary: string;
  /** The input by field name. Unknown fields are refused. */
  readonly input: Input;
  readonly output: Output;
}

/**
 * An operation for members or strangers. The API offers it as JSON, and the OpenAPI description is
 * generated from it. Its input joins path, query and body.
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
  /**
   * For a `member` operation that needs a fresh proof under a condition: `run` passes the facts by
   * `wantsProofWhen`.
   */
  readonly freshWhen?: FreshCondition;
  /** The refusals it may return, besides those of every operation. */
  readonly refusals: readonly WebRefusal[];
  /** For an answer that is a file: how to make it, and in which types (`fileTypes`). */
  file?(done: unknown): {
    readonly name: string;
    readonly type: string;
    readonly content: string | Uint8Array<ArrayBuffer>;
  };
  readonly fileTypes?: readonly string[];
  run(
    request: Who extends 'anyone' ? RequestContext : MemberContext,
    input: z.output<Input>,
  ): Promise<z.input<Output> | Refused>;
}

/**
 * An operation for staff. `tmm` calls it, and so can pages for staff.
 * It has no method and no path, so the members' API can't offer it.
 */
export interface StaffOperation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> extends Declared<Input, Output> {
  readonly access: 'staff';
  /**
   * Its line in the table of roles (`permissions.ts`): who may run it, and whether it needs a
   * reason and a fresh proof.
   */
  readonly permission: StaffPermission;
  readonly refusals: readonly RefusalCode[];
  /**
   * For an operation that takes two persons, and whose answer is for the asker's eyes alone, such as
   * an activation code or an export: a yes allows it, and the asker then carries it out themselves,
   * once. So the answer is neither stored nor shown to who approves.
   */
  readonly forAsker?: true;
  /**
   * For an operation that takes two persons: what it would change, with the values before and
   * after. The second person approves exactly this. Absent: its input is shown.
   */
  difference?(request: StaffContext, input: z.output<Input>): Promise<Shown | Refused>;
  /**
   * For an operation that takes two persons: its input as it is stored until somebody decides. It
   * names members and addresses by their ids, so that no phone number is stored. Absent: as given.
   */
  storable?(request: StaffContext, input: z.output<Input>): Promise<z.output<Input> | Refused>;
  run(request: StaffContext, input: z.output<Input>): Promise<z.input<Output> | Refused>;
}

/**
 * Who may run a members' operation. `fresh` means signed in and verified within the last five
 * minutes, by passkey or by password with second factor. Such an operation may need an even later
 * proof: see `wantsProofSince`.
 */
export type Access = 'anyone' | 'member' | 'fresh';

/** Declares an operation. Only lets TypeScript infer the types. */
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
