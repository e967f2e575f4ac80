import type { Fixture } from '../support/fixture.ts';
import type { Person } from './person.ts';
import type { Answered } from './record.ts';

/** `7 $1,204.33`, `Checking 7: $1,204.33`: a share's balance in an answer. */
const told = /\b([07]):? \$([\d,]+)\.(\d\d)\b/g;

/** Finds answers whose balance differs from the books right after their message. */
export function misstated(
  record: readonly Answered[],
  { fixture, people }: { readonly fixture: Fixture; readonly people: readonly Person[] },
): string[] {
  const texts = new Map(
    people.flatMap((person) => person.inbox().map(({ id, text }) => [id, text])),
  );
  const members = new Map(fixture.members.map((member) => [member.id, member]));
  const balances = new Map<string, bigint>();
  return record.flatMap(({ key, memberId, intent, outcome, moved, replies }) => {
    for (const [accountId, after] of moved) balances.set(accountId, after);
    const member = members.get(memberId);
    const text = texts.get(replies[0]?.carrierId ?? '');
    if (!member || text === undefined || (intent !== 'balance' && outcome !== 'transferred'))
      return [];
    const figures = [...text.matchAll(told)];
    if (figures.length === 0) return [`${key} (${outcome}) tells no figure: ${text}`];
    return figures.flatMap(([, suffix, whole, cents]) => {
      const isChecking = suffix === '7';
      const accountId = isChecking ? member.checkingAccountId : member.savingsAccountId;
      const balance = balances.get(accountId) ?? (isChecking ? 100_000n : 50_000n);
      const figure = BigInt(`${whole?.replaceAll(',', '') ?? ''}${cents ?? ''}`);
      return figure === balance
        ? []
        : [`${key}: share ${suffix} has ${balance} cents, the answer says: ${text}`];
    });
  });
}
