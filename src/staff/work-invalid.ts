import { Fault } from '../kernel/fault.ts';

/** Makes a fault for a request that does not fit the task or case. The sentence says why. */
export function invalidWork(message: string): Fault {
  return new Fault({ code: 'work_invalid', message, retryable: false });
}
