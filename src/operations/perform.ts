import type { z } from 'zod';
import { assert } from '../kernel/assert.ts';
import { Fault } from '../kernel/fault.ts';
import { filled } from '../languages/say.ts';
import { asEntered } from './as-entered.ts';
import { fieldFaults } from './field-faults.ts';
import { refusalOf } from './fault-refusal.ts';
import { askSecondPerson } from './dual-control/ask.ts';
import { runAlone } from './dual-control/alone.ts';
import { refusedTo, wayOf } from './may-run.ts';
import type { Operation, StaffOperation } from './operation.ts';
import {
  isRefused,
  isWatched,
  refuse,
  factsOf,
  sentenceOf,
  type RefusalCode,
  type Refused,
} from './refusals.ts';
import type { RefusalFacts } from './refusals/refusal-facts.ts';
import {
  isStaffs,
  isVisitors,
  type OperationContext,
  type StaffContext,
} from './request-context.ts';

export { isFresh } from './fresh.ts';

/** The outcome of an operation: its answer, or a refusal with a sentence for each faulty field. */
export type Performed<Output> =
  | { readonly done: Output; readonly refused?: undefined }
  | { readonly done?: undefined; readonly refused: Told };

/** A refusal as the visitor reads it. */
export interface Told {
  readonly code: Refused['refused'];
  readonly status: RefusalFacts['status'];
  readonly text: string;
  /** For each field, what is wrong with it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly retryAt?: Temporal.Instant;
}

/**
 * Runs an operation: decides whether the principal may, checks the input against its schema, and
 * calls `run`. Pages, the API and the command line all use it.
 * @param input path, query and body together; strings are fine where the schema coerces them
 */
export async function perform<Input extends z.ZodType, Output extends z.ZodType>(
  request: OperationContext,
  operation: Operation<Input, Output> | StaffOperation<Input, Output>,
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
  request: OperationContext,
  operation: Operation<Input, Output> | StaffOperation<Input, Output>,
  input: unknown,
): Promise<Performed<z.output<Output>>> {
  const missing = refusedTo(request, operation);
  if (missing) return { refused: tell(request, missing) };
  const read = operation.input.safeParse(fieldsOf(input));
  if (!read.success) {
    const told = tell(request, refuse('input_invalid'));
    return { refused: { ...told, fields: fieldFaults(read.error, input, request.language) } };
  }
  const result = await run(request, operation, read.data).catch((error: unknown) => {
    // A remote core did not answer, and nothing else can.
    if (error instanceof Fault && error.code === 'books_away') return refuse('books_away');
    throw error;
  });
  if (isRefused(result)) {
    assert(
      result.refused !== 'verify_first' || mayWantProof(operation),
      'an operation that may need fresh proof says when',
    );
    return { refused: tell(request, result) };
  }
  return { done: operation.output.parse(result) };
}

async function run<Input extends z.ZodType, Output extends z.ZodType>(
  request: OperationContext,
  operation: Operation<Input, Output> | StaffOperation<Input, Output>,
  input: z.output<Input>,
): Promise<z.input<Output> | Refused> {
  if (operation.access !== 'staff') {
    assert(isVisitors(request), 'only visitors of the site run members’ operations');
    return operation.run(request, input);
  }
  assert(isStaffs(request), 'only staff run staff operations');
  const way = wayOf(request, operation);
  const act = async (given: StaffContext) =>
    operation.run(given, input).catch((error: unknown) => refusalOf(error, operation));
  if (way === 'does') return act(request);
  const kept = operation.storable ? await operation.storable(request, input) : input;
  if (isRefused(kept)) return kept;
  return way === 'asks'
    ? askSecondPerson(request, operation, kept)
    : runAlone(request, operation, kept, act);
}

function mayWantProof(operation: Operation | StaffOperation): boolean {
  return (
    operation.access === 'fresh' ||
    (operation.access === 'staff'
      ? operation.refusals.includes('verify_first')
      : operation.freshWhen !== undefined)
  );
}

/**
 * Writes a refusal that may be part of an attack to the security log.
 * @param event what the visitor tried
 */
export function noteRefused(request: OperationContext, event: string, outcome: RefusalCode): void {
  if (!isWatched(outcome)) return;
  const { principal, security, from } = request;
  const memberId = principal && 'memberId' in principal ? principal.memberId : undefined;
  security.note({ event, outcome, from, memberId });
}

/** Gives the sentence of a refusal in the caller's language. */
export function tell(request: Pick<OperationContext, 'language'>, refused: Refused): Told {
  const text = filled(sentenceOf(refused.refused, request.language), refused.facts);
  return {
    code: refused.refused,
    status: factsOf(refused.refused).status,
    text,
    fields: refused.field ? { [refused.field]: text } : {},
    ...(refused.retryAt ? { retryAt: refused.retryAt } : {}),
  };
}

/** Cleans each field for operations, and for storage in the database. */
function fieldsOf(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? asEntered(name, value) : value,
    ]),
  );
}
