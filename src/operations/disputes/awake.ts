import { isRefused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';

/** After an act that told its member something: lets the message leave at once. */
export function awake({ queued }: Pick<StaffContext, 'queued'>) {
  return <Result>(result: Result): Result => {
    if (!isRefused(result)) queued();
    return result;
  };
}
