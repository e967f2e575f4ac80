import { call, type Output } from '../api.ts';
import { added, isNothing } from '../figure.ts';
import { money } from '../format.ts';
import { say } from '../given.ts';
import { resource } from '../resource.ts';

export type Share = Output<'listShares'>['shares'][number];
export type Entry = Output<'listHistory'>['entries'][number];

/** The member's accounts. */
export const shares = resource(async () => (await call('listShares', {})).shares);

/** How many transactions the overview shows. */
const recentCount = 8;

/** The newest transactions of all accounts. */
export const recent = resource(
  async () => (await call('searchEntries', { count: recentCount })).entries,
);

/** Names an account by its nickname or kind, and its suffix. */
export function nameOf(share: Pick<Share, 'kind' | 'nickname' | 'suffix'>): string {
  return `${share.nickname ?? say(`kind_${share.kind}`)} ${share.suffix}`;
}

/** What a share has, or what a loan owes. */
export function figureOf(share: Share): string {
  return share.kind === 'loan' ? share.ledger : share.available;
}

/** Sums of one currency: what is there, and what is owed. */
export interface Totals {
  readonly currency: string;
  readonly available: string;
  readonly owed: string;
}

/** Adds up the open accounts by currency. The overdraft limit is no money of the member's. */
export function totalsOf(all: readonly Share[]): readonly Totals[] {
  const groups = Map.groupBy(
    all.filter(({ closed }) => !closed),
    ({ currency }) => currency,
  );
  return [...groups].map(([currency, group]) => ({
    currency,
    available: added(group.filter(({ kind }) => kind !== 'loan').map(figureOf)),
    owed: added(group.filter(({ kind }) => kind === 'loan').map(figureOf)),
  }));
}

/** The lines under a figure that add up to it: what is posted, less what is held. */
export function linesOf(share: Share): readonly (readonly [string, string])[] {
  if (share.kind === 'loan' || isNothing(share.held)) return [];
  return [
    [say('posted'), money(share.ledger, share.currency)],
    [`− ${say('held')}`, money(share.held, share.currency)],
  ];
}

/** Says what an account may be overdrawn by, apart from the lines that add up. */
export function overdraftOf({ kind, overdraftLimit, currency }: Share): string | undefined {
  if (kind === 'loan' || isNothing(overdraftLimit)) return undefined;
  return say('overdraft', { amount: money(overdraftLimit, currency) });
}
