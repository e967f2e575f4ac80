import { expect, it } from 'vitest';
import { maskReply } from './mask-reply.ts';

it.each([
  ['Checking 7: $1,000.00 available', [], 'Checking #: $#,###.## available'],
  ['Call 555-0100 about 7', ['555-0100'], 'Call 555-0100 about #'],
  ['At most $500.00, of $1,500.00', ['$500.00'], 'At most $500.00, of $#,###.##'],
  ['Account 15550100', ['5550100'], 'Account ########'],
  ['Nothing', ['555-0100'], 'Nothing'],
])('masks %s', (reply, own, masked) => {
  expect(maskReply(reply, own)).toBe(masked);
});
