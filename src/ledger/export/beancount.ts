import { present } from '../../kernel/assert.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import type { JournalFormat } from './journal-format.ts';

/**
 * beancount's format. It opens each account, and a `balance` after the last day asserts its total.
 */
export const beancount: JournalFormat = {
  head: (currencies) =>
    currencies.map((code) => `option "operating_currency" "${code}"\n`).join(''),
  account: ({ name, currency, openedOn }, firstDay) => {
    const day = Temporal.PlainDate.compare(openedOn, firstDay) < 0 ? openedOn : firstDay;
    return `${day.toString()} open ${name} ${currency}\n`;
  },
  transaction: ({ id, effectiveOn, postedAt, kind, memo, reversalOf, entries }, accounts) => {
    const head = `\n${effectiveOn.toString()} * "${quoted(kind)}" "${quoted(memo)}"\n`;
    const meta = [
      `  txn: "${id}"\n`,
      `  posted: "${postedAt.toString()}"\n`,
      ...(reversalOf === null ? [] : [`  reversal-of: "${reversalOf}"\n`]),
    ];
    const lines = entries.map(({ accountId, amount, description, checkNumber }) => {
      const account = present(accounts.get(accountId), 'every entry is on an account');
      const check = checkNumber === null ? '' : `    check: "${quoted(checkNumber)}"\n`;
      const text = description === '' ? '' : `    text: "${quoted(description)}"\n`;
      return `  ${account.name}  ${money(amount, account.currency)}\n${text}${check}`;
    });
    return `${head}${meta.join('')}${lines.join('')}`;
  },
  *balances(accounts, lastDay) {
    // beancount checks an assertion at the start of its day.
    const day = lastDay.add({ days: 1 }).toString();
    yield '\n';
    for (const { name, currency, balance } of accounts) {
      // Without an explicit zero tolerance, beancount would ignore a cent.
      const exactly = money(balance, currency).replace(' ', ' ~ 0 ');
      yield `${day} balance ${name}  ${exactly}\n`;
    }
  },
};

function money(amount: bigint, currency: string): string {
  return `${decimal(amount, currencyOf(currency)?.digits ?? 2)} ${currency}`;
}

function quoted(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/["\\]/g, '\\$&');
}
