import type { z } from 'zod';
import type { RequestContext, MemberContext } from './request-context.ts';
import type { Access, Operation } from './operation.ts';
import { asEntered } from './as-entered.ts';
import { fieldFaults } from './field-faults.ts';
import {
  isRefused,
  isWatched,
  refuse,
  webRefusals,
  type Refused,
  type WebRefusal,
} from './refusals.ts';
import { assert } from '../kernel/assert.ts';
import { Fault } from '../kernel/fault.ts';
import { wantsProof } from './fresh.ts';

export { isFresh } from './fresh.ts';

/** What came of an operation: its answer, or why not, with a sentence for each field that is at fault. */
export type Performed<Output> =
  | { readonly done: Output; readonly refused?: undefined }
  | { readonly done?: undefined; readonly refused: Told };

/** A refusal as the visitor reads it. */
export interface Told {
  readonly code: Refused['refused'];
  readonly status: number;
  readonly text: string;
  /** By field: what is wrong with it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAt?: Temporal.Instant;
}

/**
 * Checks the input against the operation's schema and who asks against its access, then runs it. What pages and the API both do.
 * @param input path, query and body together; strings are welcome where the schema coerces them
 */
export async function perform<Input extends z.ZodType, Output extends z.ZodType>(
  request: RequestContext | MemberContext,
  operation: Operation<Input, Output>,
  input: unknown,
): Promise<Performed<z.output<Output>>> {
  const performed = await carryOut(request, operation, input);
  request.metrics.count('web_operations', {
    operation: operation.id,
    outcome: performed.refused?.code ?? 'done',
  });
  if (performed.refused) noteRefused(request, operation.id, performed.refused.code);
  return performed;
}

async function carryOut<Input extends z.ZodType, Output extends z.ZodType>(
  request: RequestContext | MemberContext,
  operation: Operation<Input, Output>,
  input: unknown,
): Promise<Performed<z.output<Output>>> {
  const missing = lacking(request, operation.access);
  if (missing) return { refused: tell(request, missing) };
  const read = operation.input.safeParse(fieldsOf(input));
  if (!read.success) {
    const told = tell(request, refuse('input_invalid'));
    return { refused: { ...told, fields: fieldFaults(read.error, input, request.language) } };
  }
  // The guard above has seen to it that a member's operation is run by a member.
  const result = await operation.run(request, read.data).catch((error: unknown) => {
    // A core elsewhere did not answer a question that nothing else can answer.
    if (error instanceof Fault && error.code === 'books_away') return refuse('books_away');
    throw error;
  });
  if (isRefused(result)) {
    assert(
      result.refused !== 'verify_first' ||
        operation.freshWhen !== undefined ||
        operation.access === 'fresh',
      'an operation that may want fresh proof says when',
    );
    return { refused: tell(request, result) };
  }
  return { done: operation.output.parse(result) };
}

/** Hands a refusal that may be part of an attack to the security log. @param event what was tried */
export function noteRefused(
  request: RequestContext | MemberContext,
  event: string,
  outcome: WebRefusal,
): void {
  if (!isWatched(outcome)) return;
  request.security.note({
    event,
    outcome,
    from: request.from,
    memberId: request.session?.memberId,
  });
}

/** The sentence of a refusal in the visitor's language. */
export function tell(request: Pick<RequestContext, 'language'>, refused: Refused): Told {
  const texts = webRefusals[refused.refused];
  const text = texts[request.language].replaceAll(
    /\{(\w+)\}/g,
    (place, name: string) => refused.facts?.[name] ?? place,
  );
  return {
    code: refused.refused,
    status: texts.status,
    text,
    fields: refused.field ? { [refused.field]: text } : {},
    ...(refused.retryAt ? { retryAt: refused.retryAt } : {}),
  };
}

/** Each field as operations read it: also such that the database can keep it. */
function fieldsOf(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? asEntered(name, value) : value,
    ]),
  );
}

function lacking(request: RequestContext | MemberContext, access: Access): Refused | undefined {
  if (access === 'anyone') return undefined;
  if (!request.session || !('member' in request)) return refuse('sign_in_first');
  if (access === 'member') return undefined;
  return wantsProof(request);
}
