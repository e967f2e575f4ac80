import { seededRandom, type Random } from '../kernel/random.ts';
import { demoPeople, type DemoPerson, type DemoShare } from './people.ts';

/** One row as `tmm import` reads it; cents, money in positive. On a loan positive is what is owed. */
export interface DemoRow {
  readonly externalId: string;
  readonly memberNumber: string;
  readonly suffix: string;
  readonly effectiveOn: Temporal.PlainDate;
  readonly amount: number;
  readonly kind: string;
  readonly checkNumber: string;
  readonly description: string;
  readonly balance: number;
}

export interface DemoHold {
  readonly memberNumber: string;
  readonly suffix: string;
  readonly amount: number;
  readonly description: string;
  readonly days: number;
}

const merchants: readonly (readonly [description: string, low: number, high: number])[] = [
  ['CORNER MARKET', 1_200, 9_800],
  ['PANTRY GROCERY', 2_200, 14_500],
  ['RIVERSIDE FUEL', 2_400, 6_200],
  ['BREW AND BEAN COFFEE', 380, 1_150],
  ['TACO PALACE', 890, 3_200],
  ['METRO TRANSIT', 200, 1_000],
  ['CINEMA 12', 1_100, 3_800],
  ['HARDWARE PLUS', 900, 8_900],
  ['PHARMACY ONE', 600, 4_400],
  ['BOOK NOOK', 700, 3_500],
  ['PIZZA ON GRAND', 1_400, 4_200],
  ['STREAMFLIX', 1_599, 1_599],
  ['CITY PARKING', 300, 1_400],
  ['THRIFT AND CO', 500, 3_900],
];
const bills: readonly (readonly [day: number, description: string, low: number, high: number])[] = [
  [5, 'ARCH ELECTRIC', 5_400, 13_800],
  [12, 'GATEWAY WATER', 2_800, 4_900],
  [18, 'RIVER MOBILE', 4_500, 4_500],
];

/** Two years that end today, the same for the same day: each row with the balance after it. */
export function demoHistory(today: Temporal.PlainDate): { rows: DemoRow[]; holds: DemoHold[] } {
  const rows = demoPeople.flatMap((person) => lifeOf(person, today));
  return { rows, holds: holdsOf() };
}

class Books {
  readonly rows: DemoRow[] = [];
  readonly #balances = new Map<string, number>();
  readonly #person: DemoPerson;

  constructor(person: DemoPerson) {
    this.#person = person;
    for (const share of person.shares) this.#balances.set(share.suffix, 0);
  }

  balance(suffix: string): number {
    return this.#balances.get(suffix) ?? 0;
  }

  add(
    suffix: string,
    on: Temporal.PlainDate,
    row: { amount: number; kind: string; description: string; check?: number },
  ): void {
    if (row.amount === 0) return;
    const balance = this.balance(suffix) + row.amount;
    this.#balances.set(suffix, balance);
    this.rows.push({
      externalId: `${this.#person.number}-${suffix}-${this.rows.length + 1}`,
      memberNumber: this.#person.number,
      suffix,
      effectiveOn: on,
      amount: row.amount,
      kind: row.kind,
      checkNumber: row.check === undefined ? '' : String(row.check),
      description: row.description,
      balance,
    });
  }
}

const days = 730;

function lifeOf(person: DemoPerson, today: Temporal.PlainDate): DemoRow[] {
  const random = seededRandom(`life of ${person.number}`);
  const books = new Books(person);
  const start = today.subtract({ days });
  const own = person.shares.filter((share) => !share.jointWith);
  for (const share of own) {
    const isLoan = share.kind === 'loan';
    books.add(share.suffix, start, {
      amount: share.opening,
      kind: isLoan ? 'loan' : 'deposit',
      description: isLoan ? 'LOAN DISBURSED' : 'OPENING BALANCE',
    });
  }
  let check = 1_001 + random.below(40);
  const writeCheck = () => (check += 1);
  for (let day = 1; day <= days; day += 1) {
    liveOneDay({ person, books, random, own, on: start.add({ days: day }), day, writeCheck });
  }
  return books.rows;
}

interface Day {
  readonly person: DemoPerson;
  readonly books: Books;
  readonly random: Random;
  readonly own: readonly DemoShare[];
  readonly on: Temporal.PlainDate;
  readonly day: number;
  readonly writeCheck: () => number;
}

function liveOneDay({ person, books, random, own, on, day, writeCheck }: Day): void {
  const { life } = person;
  const main = person.defaultShare;
  const between = (low: number, high: number) => low + random.below(high - low + 1);
  const isPayday = life.pay.everyDays === 14 ? day % 14 === 4 : on.day === 1;
  if (isPayday) {
    books.add(main, on, { amount: life.pay.amount, kind: 'deposit', description: life.pay.from });
    if (books.balance(main) > life.saving + 60_000)
      transfer(books, on, { from: main, to: '0', amount: life.saving });
  }
  if (on.day === 2) {
    const isCheck = life.rent.by === 'check';
    books.add(main, on, {
      amount: -life.rent.amount,
      kind: life.rent.by,
      description: isCheck ? `CHECK ${life.rent.to}` : life.rent.to,
      ...(isCheck ? { check: writeCheck() } : {}),
    });
  }
  for (const [billDay, description, low, high] of bills) {
    if (on.day === billDay && life.spendingPerDay > 2_500)
      books.add(main, on, { amount: -between(low, high), kind: 'withdrawal', description });
  }
  if (on.day === 20 && life.loanPayment !== undefined)
    payLoan(books, on, { from: main, amount: life.loanPayment, own });
  spend({ person, books, random, on, between });
  // Nobody lives long below nothing: savings come back.
  const floor = -(own.find((share) => share.suffix === main)?.overdraftLimit ?? 0);
  if (books.balance(main) < floor + 1_500 && books.balance('0') > 20_000)
    transfer(books, on, { from: '0', to: main, amount: 20_000 });
  if (books.balance(main) < floor)
    books.add(main, on, {
      amount: floor - books.balance(main) + 3_000,
      kind: 'deposit',
      description: 'CASH DEPOSIT',
    });
  if (books.balance(main) > 900_000) transfer(books, on, { from: main, to: '0', amount: 300_000 });
  if (on.day === on.daysInMonth) payDividends(books, on, own);
}

function spend({
  person,
  books,
  random,
  on,
  between,
}: Pick<Day, 'person' | 'books' | 'random' | 'on'> & {
  between: (low: number, high: number) => number;
}): void {
  let left = Math.round((person.life.spendingPerDay * between(20, 180)) / 100);
  for (let count = random.below(4); count > 0 && left > 300; count -= 1) {
    const [description, low, high] = merchants[random.below(merchants.length)] ??
      merchants[0] ?? ['SHOP', 500, 2_000];
    const amount = Math.min(left, between(low, high));
    if (books.balance(person.defaultShare) - amount < -15_000) break;
    books.add(person.defaultShare, on, { amount: -amount, kind: 'card', description });
    left -= amount;
  }
  if (random.below(16) === 0)
    books.add(person.defaultShare, on, {
      amount: -2_000 * between(1, 5),
      kind: 'withdrawal',
      description: 'ATM WITHDRAWAL',
    });
}

function transfer(
  books: Books,
  on: Temporal.PlainDate,
  { from, to, amount }: { from: string; to: string; amount: number },
): void {
  if (amount <= 0 || books.balance(from) < amount) return;
  books.add(from, on, { amount: -amount, kind: 'transfer', description: `TRANSFER TO ${to}` });
  books.add(to, on, { amount, kind: 'transfer', description: `TRANSFER FROM ${from}` });
}

/** Interest is added to what is owed; the payment lowers it. */
function payLoan(
  books: Books,
  on: Temporal.PlainDate,
  { from, amount, own }: { from: string; amount: number; own: readonly DemoShare[] },
): void {
  const loan = own.find((share) => share.kind === 'loan');
  if (!loan || books.balance(loan.suffix) <= 0 || books.balance(from) < amount) return;
  const interest = Math.round((books.balance(loan.suffix) * 0.0549) / 12);
  books.add(loan.suffix, on, { amount: interest, kind: 'interest', description: 'INTEREST' });
  const paid = Math.min(amount, books.balance(loan.suffix));
  books.add(from, on, { amount: -paid, kind: 'payment', description: 'LOAN PAYMENT' });
  books.add(loan.suffix, on, { amount: -paid, kind: 'payment', description: 'PAYMENT RECEIVED' });
}

const rates: Readonly<Record<string, number>> = { savings: 0.0125, certificate: 0.041 };

function payDividends(books: Books, on: Temporal.PlainDate, own: readonly DemoShare[]): void {
  for (const share of own) {
    const dividend = Math.round((books.balance(share.suffix) * (rates[share.kind] ?? 0)) / 12);
    if (dividend > 0)
      books.add(share.suffix, on, { amount: dividend, kind: 'dividend', description: 'DIVIDEND' });
  }
}

function holdsOf(): DemoHold[] {
  return [
    { memberNumber: '104211', suffix: '7', amount: 5_000, description: 'RIVERSIDE FUEL', days: 2 },
    { memberNumber: '104211', suffix: '7', amount: 12_840, description: 'HOTEL DEPOSIT', days: 5 },
    {
      memberNumber: '104377',
      suffix: '7',
      amount: 45_000,
      description: 'CHECK DEPOSIT HOLD',
      days: 3,
    },
  ];
}
