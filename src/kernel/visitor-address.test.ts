import { expect, it } from 'vitest';
import { networkOf } from './network.ts';
import { visitorAddress } from './visitor-address.ts';

it.each([
  // [remote, X-Forwarded-For, proxies, visitor]
  ['192.0.2.1', undefined, 0, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.5', 0, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.5', 1, '203.0.113.5'],
  ['192.0.2.1', '198.51.100.9, 203.0.113.5', 1, '203.0.113.5'],
  ['192.0.2.1', '198.51.100.9, 203.0.113.5, 10.0.0.1', 2, '203.0.113.5'],
  ['192.0.2.1', '203.0.113.5', 2, '192.0.2.1'],
  ['192.0.2.1', '', 1, '192.0.2.1'],
  ['192.0.2.1', '203.0.113.5:50123', 1, '203.0.113.5'],
  ['192.0.2.1', '[2001:db8::1]:50123', 1, '2001:db8::1'],
  ['192.0.2.1', '[2001:db8::1]', 1, '2001:db8::1'],
  ['192.0.2.1', '2001:db8::1', 1, '2001:db8::1'],
  ['192.0.2.1', 'unknown', 1, 'unknown'],
])('%s with %s behind %i proxies comes from %s', (remote, forwardedFor, proxies, visitor) => {
  expect(visitorAddress({ remote, forwardedFor }, proxies)).toBe(visitor);
});

it('connections of one visitor through a proxy that adds ports count as one visitor', () => {
  const from = (port: number) =>
    networkOf(visitorAddress({ remote: '10.0.0.1', forwardedFor: `203.0.113.5:${port}` }, 1));
  expect(from(50_123)).toBe(from(50_124));
});
