import { present } from '../../kernel/assert.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { JournalFormat } from './journal-format.ts';
import type { JournalAccount } from './journal-rows.ts';

/**
 * hledger's format. Every entry asserts its balance wherever dates and sequence agree, and the last
 * day asserts all accounts. `hledger check --strict` recomputes them.
 */
export const hledger: JournalFormat = {
  head: (currencies) =>
    currencies
      .map((code) => `commodity ${money(1000n * 10n ** BigInt(digitsOf(code)), code)}\n`)
      .join(''),
  account: ({ name }) => `account ${name}\n`,
  transaction: ({ id, effectiveOn, kind, memo, reversalOf, entries }, accounts) => {
    const comment = reversalOf === null ? '' : `  ; reversal of ${reversalOf}`;
    const title = oneLine(memo === '' ? kind : `${kind}: ${memo}`);
    const lines = entries.map((entry) => {
      const account = accountOf(accounts, entry.accountId);
      const assertion = entry.isInOrder ? ` = ${money(entry.balanceAfter, account.currency)}` : '';
      const check = entry.checkNumber === null ? '' : ` #${entry.checkNumber}`;
      const note = `${inComment(oneLine(entry.description))}${check}`.trim();
      const text = note === '' ? '' : `  ; ${note}`;
      return `    ${account.name}  ${money(entry.amount, account.currency)}${assertion}${text}\n`;
    });
    return `\n${effectiveOn.toString()} (${id}) ${title}${comment}\n${lines.join('')}`;
  },
  *balances(accounts, lastDay) {
    yield `\n${lastDay.toString()} closing balances\n`;
    for (const { name, currency, balance } of accounts) {
      yield `    ${name}  ${money(0n, currency)} = ${money(balance, currency)}\n`;
    }
  },
};

function accountOf(accounts: ReadonlyMap<string, JournalAccount>, id: string): JournalAccount {
  return present(accounts.get(id), 'every entry is on an account');
}

function digitsOf(currency: string): number {
  return currencyOf(currency)?.digits ?? 2;
}

function money(amount: bigint, currency: string): string {
  return `${decimal(amount, digitsOf(currency))} ${currency}`;
}

/** In a comment, `date:` and a bracketed date would move the entry to another day. */
function inComment(text: string): string {
  return text
    .replaceAll(/(date2?):/gi, '$1 :')
    .replaceAll('[', '(')
    .replaceAll(']', ')');
}

/** A semicolon would start a comment, and a bar separates payee and note. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s;|]+/g, ' ').trim();
}
