import type { z } from 'zod';
import type { StaffOperation } from '../operations/operation.ts';
import { perform, type Told } from '../operations/perform.ts';
import type { StaffContext } from '../operations/request-context.ts';

/** An operation refused. We print its sentence. */
export class RefusedError extends Error {
  /** The exit status: 2 if other options would help, 1 if the answer is no. */
  readonly exitStatus: 1 | 2;

  constructor({ text, fields, status }: Told) {
    const more = Object.entries(fields).filter(([, said]) => said !== text);
    super([text, ...more.map(([field, said]) => `${field}: ${said}`)].join(' '));
    this.name = 'RefusedError';
    this.exitStatus = status === 404 || status === 422 ? 2 : 1;
  }
}

/** Runs a staff operation. @returns its answer @throws RefusedError */
export async function ask<Input extends z.ZodType, Output extends z.ZodType>(
  request: StaffContext,
  operation: StaffOperation<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const { done, refused } = await perform(request, operation, input);
  if (refused) throw new RefusedError(refused);
  return done;
}
