import { expect, it } from 'vitest';
import { readAccount } from './import-rows.ts';

const none = {
  joint_owners: '',
  loan_rate: '',
  loan_payment: '',
  loan_due_day: '',
  loan_due_on: '',
  loan_original: '',
  closed_on: '',
  balance: '',
};

it.each([
  ['USD', '9999999999999.99', 999_999_999_999_999n],
  // More than the books' columns can store, in a currency with four decimals.
  ['CLF', '999999999999999.9999', undefined],
  ['USD', '10000000000000', undefined],
  ['USD', '-1', undefined],
])('an overdraft limit in %s of %s', (currency, limit, expected) => {
  const row = readAccount(
    {
      member_number: '1',
      suffix: '7',
      kind: 'checking',
      currency,
      nickname: '',
      overdraft_limit: limit,
      ...none,
    },
    2,
  );
  if (expected === undefined) expect(row).toMatch(/^overdraft_limit ".*" is not an amount$/);
  else expect(row).toMatchObject({ overdraftLimit: expected });
});
