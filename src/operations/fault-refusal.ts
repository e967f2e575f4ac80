import { Fault } from '../kernel/fault.ts';
import type { StaffOperation } from './operation.ts';
import { isStaffRefusal, refuse, type Refused } from './refusals.ts';

/**
 * Turns a Fault into a refusal with its sentence, if the operation declares that code.
 * @throws every other error, as it is
 */
export function refusalOf(error: unknown, { refusals }: Pick<StaffOperation, 'refusals'>): Refused {
  if (error instanceof Fault && isStaffRefusal(error.code) && refusals.includes(error.code))
    return refuse(error.code, { facts: { reason: error.message } });
  throw error;
}
