import type { IncomingRow, OwnMatch } from '../../ledger/import/own-postings.ts';
import { shown } from '../../ledger/import/fields.ts';
import { transactionOf } from './end-to-end-id.ts';
import type { Line, Named } from './sent-lines.ts';

/** Lines that earlier rows of the file took. */
export interface Claims {
  /** By transaction and account: the entry that settles it. */
  readonly named: Map<string, string>;
  /** Those that a waiting entry may be. */
  readonly likely: Set<string>;
}

/** Entries of one posting are at most so many days apart in the two systems. */
export const daysApart = 5;

/** Tells what a row is whose id we know: the core's own, or ours on it. `undefined`: neither. Pure but for the claims. */
export function matchKnown(row: IncomingRow, known: Named, claims: Claims): OwnMatch | undefined {
  const transactionId = transactionOf(row.endToEndId);
  const settled = known.settled.get(row.externalId);
  if (settled) {
    const isSame =
      isOf(row, settled) &&
      (row.endToEndId === undefined || transactionId === settled.transactionId);
    return isSame
      ? { is: 'settled' }
      : problem(
          `external_id "${shown(row.externalId)}" settled a posting of ours before, with another account, amount or end_to_end_id: an external_id must never be used again`,
        );
  }
  if (transactionId !== undefined) {
    const lines = known.lines.get(transactionId) ?? known.lost.get(transactionId);
    const found = lines && matchNamed(row, { lines, transactionId, claims });
    if (found?.is === 'settles')
      claims.named.set(lineKey({ ...row, transactionId }), row.externalId);
    if (found) return found;
    if (known.ours.has(transactionId))
      return problem(
        `end_to_end_id ${row.endToEndId ?? ''} is of a transaction of ours that never goes to the core`,
      );
  }
  const waiting = known.waiting.get(row.externalId);
  if (waiting?.state !== 'waiting') return undefined;
  return isOf(row, waiting)
    ? { is: 'waits', transactionId: waiting.transactionId, isNew: false }
    : problem(
        `external_id "${shown(row.externalId)}" waits for staff with another account or amount: an external_id must never be used again`,
      );
}

/** Tells whether a row without an id may be one of the lines that are out. Each line is one row at most. */
export function matchLikely(
  row: IncomingRow,
  sent: readonly Line[],
  claims: Claims,
): OwnMatch | undefined {
  const likely = sent.find(
    (line) =>
      line.amount === row.amount &&
      isNear(line.effectiveOn, row.effectiveOn) &&
      !claims.named.has(lineKey(line)) &&
      !claims.likely.has(lineKey(line)),
  );
  if (!likely) return undefined;
  claims.likely.add(lineKey(likely));
  return { is: 'waits', transactionId: likely.transactionId, isNew: true };
}

function matchNamed(
  row: IncomingRow,
  given: {
    readonly lines: readonly Line[];
    readonly transactionId: string;
    readonly claims: Claims;
  },
): OwnMatch {
  const { lines, transactionId, claims } = given;
  const line = lines.find(({ accountId }) => accountId === row.accountId);
  const id = row.endToEndId ?? '';
  if (!line) return problem(`end_to_end_id ${id} is of a posting of ours on other accounts`);
  if (line.state === 'settled')
    return problem(
      `end_to_end_id ${id} came back before, as entry ${shown(line.externalId ?? '')}: the core seems to have posted it twice`,
    );
  if (line.state === 'rejected')
    return problem(
      `end_to_end_id ${id} is of a posting that the core rejected and we reversed: it must not be in the core’s books`,
    );
  const first = claims.named.get(lineKey(line));
  if (first !== undefined)
    return problem(`end_to_end_id ${id} is in this file twice, in entry ${shown(first)} too`);
  if (line.amount !== row.amount)
    return problem(`end_to_end_id ${id} was sent with another amount`);
  return { is: 'settles', transactionId };
}

function problem(reason: string): OwnMatch {
  return { is: 'problem', reason };
}

function isOf(
  row: IncomingRow,
  line: { readonly accountId: string; readonly amount: bigint },
): boolean {
  return line.accountId === row.accountId && line.amount === row.amount;
}

function isNear(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Math.abs(one.until(other).days) <= daysApart;
}

function lineKey(line: { readonly transactionId: string; readonly accountId: string }): string {
  return `${line.transactionId}/${line.accountId}`;
}
