import { expect, it } from 'vitest';
import { manualClock } from './clock.ts';
import { createSecurityLog } from './security-log.ts';

function watched() {
  const clock = manualClock('2026-11-29T12:00:00Z');
  const lines: Record<string, unknown>[] = [];
  const counts = new Map<string, number>();
  const nothing = () => {};
  const log = createSecurityLog({
    clock,
    logger: {
      debug: nothing,
      info: nothing,
      error: nothing,
      warn: (fields) => void lines.push({ ...fields }),
    },
    metrics: {
      count: (name, labels = {}, by = 1) => {
        const key = [name, ...Object.values(labels)].join(' ');
        counts.set(key, (counts.get(key) ?? 0) + by);
      },
      time: nothing,
      gauge: nothing,
    },
  });
  const total = () => {
    log.flush();
    return lines.reduce((sum, { further }) => sum + (typeof further === 'number' ? further : 1), 0);
  };
  return { clock, lines, counts, log, total };
}

it('writes the first of a kind with its outcome and source: full IPv4 addresses, half of IPv6 ones', () => {
  const { lines, log } = watched();
  log.note({ event: 'signIn', outcome: 'sign_in_refused', from: '198.51.100.7' });
  log.note({ event: 'request', outcome: 'cross_site', from: '2001:db8:1:2:3:4:5:6' });
  log.note({ event: 'request', outcome: 'not_found', from: '"} injected', memberId: 'm' });
  expect(lines).toEqual([
    { event: 'signIn', outcome: 'sign_in_refused', source: '198.51.100.7' },
    { event: 'request', outcome: 'cross_site', source: '2001:db8:1:2::/64' },
    { event: 'request', outcome: 'not_found', source: 'unknown', memberId: 'm' },
  ]);
});

it.each([
  ['one source', () => '198.51.100.7'],
  ['ten thousand sources', (index: number) => `2001:db8:${index.toString(16)}::1`],
  ['made-up sources', (index: number) => `not an address ${index}`],
])('a flood of ten thousand from %s leaves few lines and a right count', (_, from) => {
  const { clock, lines, counts, log, total } = watched();
  for (let index = 0; index < 10_000; index += 1) {
    log.note({ event: 'x_webhook', outcome: 'unsigned', from: from(index) });
    if (index % 100 === 0) clock.advance({ milliseconds: 100 });
  }
  expect(total()).toBe(10_000);
  expect(lines.length).toBeLessThanOrEqual(302);
  expect(counts.get('security_events x_webhook unsigned')).toBe(10_000);
});

it('counts each minute separately, and writes open counts on shutdown', () => {
  const { clock, lines, log } = watched();
  const note = () => log.note({ event: 'a', outcome: 'b', from: '192.0.2.1' });
  for (let index = 0; index < 5; index += 1) note();
  clock.advance({ minutes: 1 });
  note();
  const fields = { event: 'a', outcome: 'b', source: '192.0.2.1' };
  expect(lines).toEqual([fields, fields, fields, { ...fields, further: 2 }, fields]);
  log.flush();
  expect(lines).toHaveLength(5);
});

it('reports a rare source during a flood from another', () => {
  const { lines, log } = watched();
  for (let index = 0; index < 1_000; index += 1)
    log.note({ event: 'x_webhook', outcome: 'unsigned', from: '198.51.100.7' });
  log.note({ event: 'signIn', outcome: 'sign_in_refused', from: '203.0.113.5' });
  expect(lines.at(-1)).toMatchObject({ source: '203.0.113.5' });
});
