import type { Random } from '../../src/kernel/random.ts';
import { daysDueFrom, daysDueUntil, isBusinessDay, isDayOfMonth } from './calendar.ts';
import { merchants, type Merchant } from './merchants.ts';
import type { Bill, DemoPerson, Habit, Pay, StandingTransfer } from './person.ts';
import type { Statements } from './statement.ts';

/**
 * One day of one member. The day has its own random numbers, so that it looks much the same at any
 * later start.
 */
export interface LifeDay {
  readonly person: DemoPerson;
  readonly statements: Statements;
  readonly random: Random;
  readonly on: Temporal.PlainDate;
  /** How many days ago it was. */
  readonly ago: number;
}

/**
 * Makes a day's rows: income first, then bills, then purchases, and dividends at the end of the
 * month.
 */
export function liveDay(day: LifeDay): void {
  const before = balanceOf(day, day.person.defaultShare);
  receive(day);
  moveByStanding(day);
  payBills(day);
  buy(day);
  if (before >= 0 && balanceOf(day, day.person.defaultShare) < 0) chargeFee(day);
  closeDay(day);
}

/** The least that people leave in their account by choice. */
const cushion = 2_500;
/** The fee for an overdraft. */
const courtesyFee = 1_500;

function receive(day: LifeDay): void {
  const { person, on, ago } = day;
  for (const pay of person.life.pay) {
    const isDue = daysDueFrom(on).some((due) => isPayday(pay, due));
    if (!isDue) continue;
    credit(day, {
      amount: spreadBy(day, pay.amount, pay.spread),
      kind: 'deposit',
      description: pay.description,
    });
  }
  for (const occasion of person.life.occasions) {
    if (occasion.amount < 0 || !isDue(day, occasion)) continue;
    const { description, amount } = occasion;
    credit(day, { amount, kind: 'deposit', description });
  }
  for (const { deposit, placed, suffix } of person.life.holds) {
    if (!deposit || placed !== ago) continue;
    const share = { number: person.number, suffix };
    day.statements.add(share, on, { kind: 'deposit', ...deposit });
  }
}

function isPayday({ every, offset = 0 }: Pay, due: Temporal.PlainDate): boolean {
  if (typeof every === 'object') return isDayOfMonth(due, every.day);
  const days = firstFriday.until(due).days - offset;
  return days % (every === 'week' ? 7 : 14) === 0;
}

const firstFriday = Temporal.PlainDate.from('2024-01-05');

function isDue(day: LifeDay, { month, day: nth }: { month: number; day: number }): boolean {
  return daysDueUntil(day.on).some((due) => due.month === month && isDayOfMonth(due, nth));
}

function moveByStanding(day: LifeDay): void {
  const { person, on } = day;
  const due = daysDueUntil(on);
  for (const standing of person.life.transfers) {
    if (due.some((one) => isDayOfMonth(one, standing.day))) move(day, standing);
  }
  // Some days after pay, the surplus goes to savings.
  const extra = balanceOf(day, person.defaultShare) - person.life.surplus;
  if (isBusinessDay(on) && on.dayOfWeek === 2 && extra > 5_000) {
    const amount = Math.min(Math.floor(extra / 5_000) * 5_000, 60_000);
    move(day, { amount, from: person.defaultShare, to: '0', kind: 'transfer' });
  }
}

function move(
  day: LifeDay,
  { from, to, amount, kind }: Pick<StandingTransfer, 'from' | 'to' | 'amount' | 'kind'>,
): void {
  const { person, statements, on } = day;
  if (balanceOf(day, from) - amount < cushion) return;
  const source = { number: person.number, suffix: from };
  if (kind === 'loan_payment') {
    payLoan(day, { from, to, amount });
  } else if (kind === 'household') {
    const joint = person.shares.find(({ suffix }) => suffix === to)?.jointWith;
    if (!joint) return;
    statements.add(source, on, { amount: -amount, kind, description: 'TO HOUSEHOLD' });
    const description = `FROM ${person.name.split(' ')[0]?.toUpperCase() ?? ''}`;
    statements.add(joint, on, { amount, kind, description });
  } else {
    const described = (suffix: string) => {
      const share = person.shares.find((one) => one.suffix === suffix);
      return `${share?.kind.toUpperCase() ?? ''} ${suffix}`;
    };
    const target = { number: person.number, suffix: to };
    const description = `TRANSFER TO ${described(to)}`;
    statements.add(source, on, { amount: -amount, kind, description });
    statements.add(target, on, { amount, kind, description: `TRANSFER FROM ${described(from)}` });
  }
}

/** Adds a month's interest to the debt, then subtracts the payment. */
function payLoan(
  { person, statements, on }: LifeDay,
  { from, to, amount }: { from: string; to: string; amount: number },
): void {
  const loan = { number: person.number, suffix: to };
  const rate = person.shares.find(({ suffix }) => suffix === to)?.yearlyRate ?? 0;
  const owed = statements.balance(loan);
  if (owed <= 0) return;
  const interest = Math.round((owed * rate) / 10_000 / 12);
  const paid = Math.min(amount, owed + interest);
  statements.add({ number: person.number, suffix: from }, on, {
    amount: -paid,
    kind: 'payment',
    description: `LOAN PAYMENT ${to}`,
  });
  statements.add(loan, on, { amount: interest, kind: 'interest', description: 'INTEREST' });
  statements.add(loan, on, { amount: -paid, kind: 'payment', description: 'PAYMENT THANK YOU' });
}

function payBills(day: LifeDay): void {
  const { person, on } = day;
  const due = daysDueUntil(on);
  for (const bill of person.life.bills) {
    const isOn = due.some(
      (one) => isDayOfMonth(one, bill.day) && (bill.months?.includes(one.month) ?? true),
    );
    if (!isOn) continue;
    const { description, by } = bill;
    settle(day, { amount: seasonal(day, bill), description, by });
  }
  for (const occasion of person.life.occasions) {
    if (occasion.amount >= 0 || !isDue(day, occasion)) continue;
    const { description, by, from } = occasion;
    if (from !== undefined) {
      const amount = -occasion.amount;
      move(day, { amount, from, to: person.defaultShare, kind: 'transfer' });
    }
    settle(day, { amount: -occasion.amount, description, by });
  }
}

function settle(
  day: LifeDay,
  {
    amount,
    description,
    by,
  }: { amount: number; description: string; by: Bill['by'] | 'mobile_check' },
): void {
  cover(day, amount);
  // A payment over the limit is returned unpaid.
  if (balanceOf(day, day.person.defaultShare) - amount < courtesyFee - limitOf(day.person)) return;
  if (by === 'check') {
    debit(day, { amount, kind: 'check', description: 'CHECK', check: 0 });
  } else {
    debit(day, { amount, kind: by === 'card' ? 'card' : 'withdrawal', description });
  }
}

function seasonal(day: LifeDay, { amount, spread, season }: Bill): number {
  const base = spreadBy(day, amount, spread);
  if (season === undefined) return base;
  const peak = season === 'summer' ? 7.5 : 1.5;
  const nearness = Math.cos(((day.on.month - peak) / 12) * 2 * Math.PI);
  return Math.round(base * (1 + nearness / 2));
}

/** Moves money back from savings, if there is any, before a bill overdraws the account. */
function cover(day: LifeDay, amount: number): void {
  const { defaultShare, life } = day.person;
  const missing = amount + cushion - balanceOf(day, defaultShare);
  if (missing <= 0 || life.comfort < 0) return;
  const rounded = Math.ceil(missing / 5_000) * 5_000;
  const spare = Math.floor((balanceOf(day, '0') - cushion) / 1_000) * 1_000;
  const back = Math.min(rounded, spare);
  if (back > 0) move(day, { amount: back, from: '0', to: defaultShare, kind: 'transfer' });
}

function buy(day: LifeDay): void {
  const { person, random, on } = day;
  const isWeekend = on.dayOfWeek >= 6;
  for (const habit of person.life.habits) {
    const often = (habit.weekly / 7) * (isWeekend ? 1.3 : 0.88);
    const times = Math.floor(often) + (random.below(1_000) < (often % 1) * 1_000 ? 1 : 0);
    for (let time = 0; time < times; time += 1) buyAt(day, habit);
  }
}

function buyAt(day: LifeDay, { at, needed }: Habit): void {
  const { person, random } = day;
  const choices = merchants[at];
  const merchant = choices[Math.min(random.below(choices.length), random.below(choices.length))];
  const { comfort } = person.life;
  const left = balanceOf(day, person.defaultShare);
  if (!merchant || (needed !== true && left < comfort)) return;
  const amount = at === 'cash' ? 2_000 * (1 + random.below(5)) : price(merchant, random);
  const floor = comfort < 0 ? courtesyFee - limitOf(person) : cushion;
  if (left - amount < floor) return;
  const { description } = merchant;
  debit(day, { amount, kind: at === 'cash' ? 'withdrawal' : 'card', description });
}

/** Draws a sum. Small ones are more frequent. */
function price({ low, high, tips, ends }: Merchant, random: Random): number {
  const part = Math.min(random.below(1_001), random.below(1_001)) / 1_000;
  const plain = Math.round(low + (high - low) * part);
  const end = ends?.[random.below(ends.length)];
  const marked = end === undefined ? plain : Math.floor(plain / 100) * 100 + end;
  const tip = tips?.[random.below(tips.length)] ?? 0;
  return marked + Math.round((marked * tip) / 100);
}

function chargeFee(day: LifeDay): void {
  debit(day, { amount: courtesyFee, kind: 'fee', description: 'COURTESY PAY FEE' });
}

function closeDay({ person, statements, on }: LifeDay): void {
  for (const { suffix, kind, yearlyRate, jointWith } of person.shares) {
    if (jointWith || kind === 'loan' || yearlyRate === undefined) continue;
    const share = { number: person.number, suffix };
    statements.endDay(share);
    if (on.day !== on.daysInMonth) continue;
    const amount = Math.round((statements.endMonth(share) * yearlyRate) / 10_000 / 365);
    if (amount > 0)
      statements.add(share, on, { amount, kind: 'dividend', description: 'DIVIDEND' });
  }
}

/** How far the main share may be overdrawn. */
function limitOf({ shares, defaultShare }: DemoPerson): number {
  return shares.find(({ suffix }) => suffix === defaultShare)?.overdraftLimit ?? 0;
}

function balanceOf({ person, statements }: LifeDay, suffix: string): number {
  return statements.balance({ number: person.number, suffix });
}

function credit(
  { person, statements, on }: LifeDay,
  movement: { amount: number; kind: string; description: string },
): void {
  statements.add({ number: person.number, suffix: person.defaultShare }, on, movement);
}

function debit(
  day: LifeDay,
  movement: { amount: number; kind: string; description: string; check?: number },
): void {
  credit(day, { ...movement, amount: -movement.amount });
}

function spreadBy({ random }: LifeDay, amount: number, percent = 0): number {
  const width = Math.round((amount * percent) / 100);
  return amount - width + random.below(2 * width + 1);
}
