import { Fault } from '../kernel/fault.ts';

/** What staff ask for does not fit the task or case: the sentence says why. */
export function invalidWork(message: string): Fault {
  return new Fault({ code: 'work_invalid', message, retryable: false });
}
