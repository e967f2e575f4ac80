import type { Database, Queries } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { describeRefusal } from '../ledger/import/import-orders.ts';
import type { Finding } from '../ledger/import/read-table.ts';
import { post } from '../ledger/post.ts';
import { type HoldsFile, type HoldsTaking, planHolds } from './plan-holds.ts';

export interface HoldCounts {
  readonly placed: number;
  readonly already: number;
  /** Those of earlier files that this one no longer has, or has with another content. */
  readonly released: number;
  readonly errors: readonly Finding[];
}

const chunkSize = 250;

/** Counts what `writeHolds` would do, without changes. */
export async function rehearseHolds(
  q: Queries,
  given: HoldsTaking,
  file: HoldsFile,
): Promise<Omit<HoldCounts, 'errors'>> {
  const { work, already, ended } = await planHolds(q, given, file);
  const orders = [...work.flatMap((one) => one.orders), ...ended];
  const placed = orders.filter(({ order }) => order === 'place_hold').length;
  return { placed, already, released: orders.length - placed };
}

/** Places the holds of a file, each once, changes those that changed, and releases those that the other system ended. */
export async function writeHolds(
  db: Database,
  given: HoldsTaking & { readonly world: World; readonly keyring?: Keyring | undefined },
  file: HoldsFile,
): Promise<HoldCounts> {
  const { institutionId, world, keyring } = given;
  // An account that could not be opened after all has its own error.
  const opened = new Set(file.accounts.map(({ share }) => share));
  const taken = file.taken.filter(({ share }) => opened.has(share));
  const plan = await planHolds(db, given, { ...file, taken });
  const counts = { placed: 0, already: plan.already, released: 0 };
  const errors: Finding[] = [];
  for (let start = 0; start < plan.work.length; start += chunkSize) {
    const steps = plan.work
      .slice(start, start + chunkSize)
      .flatMap(({ hold, orders }) => orders.map((order) => ({ hold, order })));
    const orders = steps.map(({ order }) => order);
    const outcomes = await post(db, { institutionId, world, keyring, orders, isHistory: true });
    for (const [index, { hold, order }] of steps.entries()) {
      const outcome = outcomes[index];
      if (outcome?.outcome === 'refused')
        errors.push({ file: 'holds', line: hold.line, reason: describeRefusal(outcome.reason) });
      else if (order.order === 'release_hold') counts.released += 1;
      else counts[outcome?.already === true ? 'already' : 'placed'] += 1;
    }
  }
  const orders = plan.ended;
  const outcomes =
    orders.length === 0
      ? []
      : await post(db, { institutionId, world, keyring, orders, isHistory: true });
  counts.released += outcomes.filter(({ outcome }) => outcome === 'posted').length;
  return { ...counts, errors };
}
