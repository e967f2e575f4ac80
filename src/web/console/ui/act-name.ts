import { packs } from '../../../languages/index.ts';
import { staffOperations } from '../../../operations/staff-operations.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

/** Says what an act does, in the reader's language. One that never waits has its operation's own words. */
export function actName(
  { language }: Pick<SignedInRequest, 'language'>,
  operation: string,
): string {
  const names: Readonly<Record<string, string>> = packs[language].console.acts;
  return (
    names[operation] ?? staffOperations.find(({ id }) => id === operation)?.summary ?? operation
  );
}
