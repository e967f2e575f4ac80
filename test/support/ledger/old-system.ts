/**
 * Another bank's system, for the tests of import. It keeps accounts in plain cents, writes its own
 * CSV, and shares nothing with the books.
 */
export interface OldSystem {
  readonly accounts: string;
  readonly transactions: string;
  /** Last balance in cents by `member/suffix`. */
  readonly balances: ReadonlyMap<string, number>;
  readonly overdrawn: number;
  readonly rows: number;
}

const kinds = ['deposit', 'withdrawal', 'check', 'fee', 'dividend', 'payment', 'transfer'];
const texts = ['PAYROLL', 'SHELL, OIL', 'THE "CORNER" SHOP', 'Café Zoë', '', 'ATM 5TH AVE'];

export function oldSystem(options: {
  readonly members: number;
  readonly rows: number;
  readonly seed: number;
}): OldSystem {
  let state = options.seed;
  const below = (limit: number): number => {
    // Park and Miller's generator.
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const accountLines = ['member_number,suffix,kind,currency,nickname,overdraft_limit'];
  const shares: { member: string; suffix: string; loan: boolean; balance: number }[] = [];
  for (let index = 0; index < options.members; index += 1) {
    const member = String(10_000 + index);
    for (const [suffix, kind] of [
      ['0', 'savings'],
      ['7', 'checking'],
      ['L1', 'loan'],
    ] as const) {
      if (suffix === 'L1' && index % 4 !== 0) continue;
      const limit = kind === 'checking' && index % 3 === 0 ? '500.00' : '';
      accountLines.push(`${member},${suffix},${kind},USD,"${kind}, mine",${limit}`);
      shares.push({ member, suffix, loan: kind === 'loan', balance: below(500_000) - 20_000 });
    }
  }
  const transactionLines = [
    'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance',
  ];
  const overdrawn = new Set<string>();
  const balances = new Map<string, number>();
  for (let index = 0; index < options.rows; index += 1) {
    const share = shares[below(shares.length)];
    if (!share) continue;
    // Three years of days, a few rows a day.
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor((index * 1_000) / options.rows)));
    const kind = kinds[below(kinds.length)] ?? 'deposit';
    const size = 1 + below(60_000);
    const raises = kind === 'deposit' || kind === 'dividend';
    // An entry that lowers a deposit raises the debt on a loan.
    const cents = raises === share.loan ? -size : size;
    share.balance += cents;
    const name = `${share.member}/${share.suffix}`;
    balances.set(name, share.balance);
    if (share.balance < 0) overdrawn.add(name);
    const text = texts[below(texts.length)] ?? '';
    const quoted = /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const check = kind === 'check' ? String(1_000 + below(9_000)) : '';
    const shown = below(10) === 0 ? '' : plain(share.balance);
    transactionLines.push(
      [
        `OLD-${index}`,
        share.member,
        share.suffix,
        day.toISOString().slice(0, 10),
        plain(cents),
        kind,
        check,
        quoted,
        shown,
      ].join(','),
    );
  }
  return {
    accounts: `${accountLines.join('\r\n')}\r\n`,
    transactions: `${transactionLines.join('\n')}\n`,
    balances,
    overdrawn: overdrawn.size,
    rows: options.rows,
  };
}

function plain(cents: number): string {
  const size = Math.abs(cents);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return cents < 0 ? `-${text}` : text;
}
