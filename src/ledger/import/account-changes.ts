import { currencyOf, type Amount } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { FoundAccounts } from './import-accounts.ts';
import type { ImportOptions } from './import-options.ts';
import type { AccountLine } from './import-rows.ts';
import type { ReadFiles } from './read-files.ts';
import type { Finding } from './read-table.ts';
import type { Reading } from './readings.ts';
import type { TransactionLine } from './import-rows.ts';

/** An account of the file that is in the books. */
export interface AccountState {
  readonly ledgerBalance: Amount;
  readonly isTouched: boolean;
  readonly isClosed: boolean;
  readonly overdraftLimit: Amount;
}

/**
 * Says which limits change and which accounts close. A limit that may not change is a note.
 * An account closes at zero.
 */
export function accountChanges(given: {
  readonly files: ReadFiles;
  readonly found: FoundAccounts;
  readonly states: ReadonlyMap<string, AccountState>;
  readonly work: readonly { readonly share: string; readonly reading: Reading<TransactionLine> }[];
  readonly options: ImportOptions;
}): { errors: Finding[]; notes: Finding[]; changes: Finding[] } {
  const { files, found, states, options } = given;
  const planned = new Map(given.work.map(({ share, reading }) => [share, reading]));
  const errors: Finding[] = [];
  const notes: Finding[] = [];
  const changes: Finding[] = [];
  for (const [share, line] of files.accounts) {
    const state = states.get(found.ids.get(share) ?? '');
    const add = (to: Finding[], reason: string) =>
      to.push({ file: 'accounts', line: line.line, share, reason });
    const limit = changedLimit(line, state);
    if (limit !== undefined) {
      if (options.mayChange === true) add(changes, `overdraft limit ${limit}`);
      else
        add(
          notes,
          `the overdraft limit stays ${figure(state?.overdraftLimit ?? 0n, line)}: changes are taken with --since only`,
        );
    }
    const { closedOn } = line.details;
    if (!closedOn || state?.isClosed === true) continue;
    const reading = planned.get(share);
    const ends = endOf(reading, state);
    if (ends === 0n) add(changes, `closed on ${closedOn.toString()}`);
    else
      add(
        errors,
        `closed_on is given, but account ${share} ends at ${figure(ends, line)}: only an empty account can be closed`,
      );
  }
  return { errors, notes, changes };
}

/** The new limit in words; `undefined` if nothing changes. */
function changedLimit(line: AccountLine, state: AccountState | undefined): string | undefined {
  const { limit } = line.details;
  if (limit === undefined || !state || state.isClosed || state.overdraftLimit === limit)
    return undefined;
  return `${figure(limit, line)}, before ${figure(state.overdraftLimit, line)}`;
}

function endOf(
  reading: Reading<TransactionLine> | undefined,
  state: AccountState | undefined,
): Amount {
  if (!state?.isTouched) return reading?.closing ?? 0n;
  return (reading?.rows ?? []).reduce((sum, { amount }) => sum + amount, state.ledgerBalance);
}

function figure(amount: Amount, { currency }: AccountLine): string {
  return decimal(amount, currencyOf(currency)?.digits);
}
