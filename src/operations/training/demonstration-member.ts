import type { ChannelName } from '../../kernel/vocabulary/channel.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { ShareKind } from '../../kernel/vocabulary/share-kind.ts';
import type { CoreBalance, CoreEntry, CoreHold } from '../../core/core.ts';
import type { Institution } from '../../members/institution.ts';
import type { Member, MemberAddress } from '../../members/member.ts';
import type { Share } from '../../shares/share.ts';

const idOf = (last: number) => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

interface DemonstrationShare {
  readonly kind: ShareKind;
  readonly suffix: string;
  readonly balance: bigint;
}

const accounts: readonly DemonstrationShare[] = [
  { kind: 'savings', suffix: '0', balance: 500_00n },
  { kind: 'checking', suffix: '7', balance: 1_204_33n },
  { kind: 'loan', suffix: '40', balance: 8_150_00n },
];

/** The member with whom staff practice: in memory only, with no row in any table. */
export interface Demonstration {
  readonly member: Member;
  readonly address: MemberAddress;
  readonly shares: readonly Share[];
  readonly balances: ReadonlyMap<string, CoreBalance>;
  readonly entries: readonly CoreEntry[];
  readonly holds: ReadonlyMap<string, readonly CoreHold[]>;
}

const checking = idOf(21);
const held = 45_00n;

/** Makes the demonstration member as they are today. Pure. */
export function demonstrationOf(
  { id: institutionId, currency, zone }: Pick<Institution, 'id' | 'currency' | 'zone'>,
  now: Temporal.Instant,
  how: { readonly language: Language; readonly channel: ChannelName },
): Demonstration {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const memberId = idOf(1);
  const shares = accounts.map(({ kind, suffix }, index): Share => ({
    id: idOf(10 + index),
    institutionId,
    memberId,
    ordinal: index + 1,
    accountId: idOf(20 + index),
    kind,
    currency,
    suffix,
    role: 'owner',
    maySee: true,
    mayMoveFrom: kind !== 'loan',
    mayMoveTo: true,
  }));
  return {
    member: {
      id: memberId,
      institutionId,
      number: 'training',
      name: 'Robin Training',
      language: how.language,
      disclosedAt: now.subtract({ hours: 24 * 90 }),
    },
    address: {
      id: idOf(2),
      memberId,
      channel: how.channel,
      state: 'proven',
      mayMoveMoney: true,
      lastUsedOn: today.subtract({ days: 1 }),
    },
    shares,
    balances: balancesOf(currency, today),
    entries: entriesOf(checking, today, now),
    holds: new Map([
      [
        checking,
        [
          {
            id: idOf(30),
            amount: held,
            description: 'FUEL STOP',
            placedAt: now.subtract({ hours: 5 }),
          },
        ],
      ],
    ]),
  };
}

function balancesOf(currency: string, today: Temporal.PlainDate): ReadonlyMap<string, CoreBalance> {
  return new Map(
    accounts.map(({ balance }, index) => {
      const accountId = idOf(20 + index);
      const onHold = accountId === checking ? held : 0n;
      const made: CoreBalance = {
        ledger: balance,
        held: onHold,
        available: balance - onHold,
        overdraftLimit: 0n,
        currency,
        openedOn: today.subtract({ years: 2 }),
        closed: false,
      };
      return [accountId, made];
    }),
  );
}

const moved: readonly (readonly [
  daysAgo: number,
  amount: bigint,
  kind: string,
  description: string,
  check?: string,
])[] = [
  [1, -23_18n, 'card', 'CORNER GROCERY'],
  [3, -86_40n, 'card', 'CITY ELECTRIC'],
  [6, -120_00n, 'check', 'CHECK 1041', '1041'],
  [9, 1_450_00n, 'deposit', 'ACH DEPOSIT CITY SCHOOLS PAYROLL'],
  [12, -9_99n, 'card', 'MUSIC MONTHLY'],
];

/** The newest first. */
function entriesOf(
  accountId: string,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): readonly CoreEntry[] {
  let balance = accounts[1]?.balance ?? 0n;
  return moved.map(([daysAgo, amount, kind, description, checkNumber], index): CoreEntry => {
    const balanceAfter = balance;
    balance -= amount;
    return {
      accountId,
      sequence: BigInt(moved.length - index),
      amount,
      balanceAfter,
      effectiveOn: today.subtract({ days: daysAgo }),
      postedAt: now.subtract({ hours: 24 * daysAgo }),
      kind,
      description,
      ...(checkNumber === undefined ? {} : { checkNumber }),
    };
  });
}
