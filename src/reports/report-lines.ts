import { totalOf, type DayFigures } from './day-figures.ts';

/** How a figure is written: a count, an amount, millionths of a dollar, or a share from 0 to 1. */
type LineKind = 'count' | 'money' | 'cost' | 'share';

interface LineRule {
  readonly kind: LineKind;
  /** Whether more of it is good news, bad news, or neither. */
  readonly more: 'good' | 'bad' | 'neither';
  /** `undefined` where there is nothing to take a share of. */
  of(figures: DayFigures): number | undefined;
}

const share = (part: number, whole: number) => (whole === 0 ? undefined : part / whole);
const count = (more: LineRule['more'], of: LineRule['of']): LineRule => ({
  kind: 'count',
  more,
  of,
});

/** Statuses of messages that a carrier took, and of those that never arrived. */
const arrived = ['wired', 'sent', 'delivered'];
const lost = ['failed', 'expired', 'unknown'];

const some = (by: Readonly<Record<string, number>>, names: readonly string[]) =>
  names.reduce((sum, name) => sum + (by[name] ?? 0), 0);

/** Every figure of a report, in order, each from the figures of its days. */
export const reportLines = {
  received: count('neither', ({ received }) => totalOf(received)),
  sent: count('neither', ({ sent }) => totalOf(sent)),
  people: count('good', ({ people }) => people),
  transfers: count('neither', ({ transfers }) => transfers),
  moved: { kind: 'money', more: 'neither', of: ({ moved }) => moved },
  arrived: {
    kind: 'share',
    more: 'good',
    of: ({ delivery }) =>
      share(some(delivery, arrived), some(delivery, arrived) + some(delivery, lost)),
  },
  lost: count('bad', ({ delivery }) => some(delivery, lost)),
  stopped: count('neither', ({ delivery }) => delivery['stopped'] ?? 0),
  within5: { kind: 'share', more: 'good', of: ({ within5, answered }) => share(within5, answered) },
  within30: {
    kind: 'share',
    more: 'good',
    of: ({ within30, answered }) => share(within30, answered),
  },
  understood: {
    kind: 'share',
    more: 'good',
    of: ({ intents }) => share(totalOf(intents) - (intents['unknown'] ?? 0), totalOf(intents)),
  },
  guessed: {
    kind: 'share',
    more: 'neither',
    of: ({ guessed, intents }) => share(guessed, totalOf(intents)),
  },
  refused: count('bad', ({ refusals }) => totalOf(refusals)),
  cost: { kind: 'cost', more: 'bad', of: ({ cost }) => totalOf(cost) },
  costEach: {
    kind: 'cost',
    more: 'bad',
    of: ({ cost, sent }) => share(totalOf(cost), totalOf(sent)),
  },
  memberLocks: count('bad', ({ memberLocks }) => memberLocks),
  doubts: count('bad', ({ doubts }) => totalOf(doubts)),
  refusedSignIns: count('bad', ({ refusedSignIns }) => refusedSignIns),
  unverified: count('bad', ({ strangers, suspended }) => strangers + suspended),
  possibleErrors: count('bad', ({ possibleErrors }) => possibleErrors),
  disputesOpened: count('bad', ({ disputesOpened }) => disputesOpened),
  disputesClosed: count('neither', ({ disputesClosed }) => disputesClosed),
  disputesOpen: count('neither', ({ disputesOpen }) => disputesOpen),
  deadlines: count('neither', ({ deadlines }) => deadlines),
  onTime: {
    kind: 'share',
    more: 'good',
    of: ({ deadlinesMet, deadlines }) => share(deadlinesMet, deadlines),
  },
} as const satisfies Record<string, LineRule>;

export type LineName = keyof typeof reportLines;

/** The figures of a report by section. */
export const reportSections = {
  volume: ['received', 'sent', 'people', 'transfers', 'moved'],
  delivery: ['arrived', 'lost', 'stopped', 'within5', 'within30'],
  understanding: ['understood', 'guessed'],
  refusals: ['refused'],
  cost: ['cost', 'costEach'],
  fraud: ['memberLocks', 'doubts', 'refusedSignIns', 'unverified', 'possibleErrors'],
  disputes: ['disputesOpened', 'disputesClosed', 'disputesOpen', 'deadlines', 'onTime'],
} as const satisfies Record<string, readonly LineName[]>;

export type ReportSection = keyof typeof reportSections;

/** Gives a figure of a report. */
export function lineOf(name: LineName, figures: DayFigures): number | undefined {
  return reportLines[name].of(figures);
}

/** A change by less than this part of a figure is none. */
const noticed = 0.005;

/** Tells whether a change of a figure is good news, bad news, or neither. */
export function newsOf(name: LineName, now: number, before: number): LineRule['more'] {
  const { more } = reportLines[name];
  if (more === 'neither' || Math.abs(now - before) <= Math.abs(before) * noticed) return 'neither';
  return now > before === (more === 'good') ? 'good' : 'bad';
}
