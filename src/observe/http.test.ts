import { afterEach, expect, it, vi } from 'vitest';
import { createHealth, type HealthChecks } from './http.ts';

afterEach(() => {
  vi.useRealTimers();
});

const well: HealthChecks = {
  database: async () => {},
  conversation: async () => {},
  oldestQueuedSeconds: async () => 3.4,
  paused: () => [],
};

const health = async (checks: Partial<HealthChecks> = {}) => {
  const answer = await createHealth({ ...well, ...checks }).request('/health');
  return { status: answer.status, told: await answer.json() };
};

it('is ok if the database and the conversation answer', async () => {
  expect(await health()).toEqual({
    status: 200,
    told: { status: 'ok', database: 'ok', conversation: 'ok', oldest_queued_seconds: 3 },
  });
  const late = await health({ oldestQueuedSeconds: async () => 121 });
  expect(late).toMatchObject({ status: 200, told: { status: 'degraded' } });
});

it('fails if either is gone', async () => {
  const gone = async () => Promise.reject(new Error('gone'));
  expect(await health({ database: gone })).toEqual({
    status: 503,
    told: { status: 'failing', database: 'unreachable', conversation: 'ok' },
  });
  expect(await health({ conversation: gone })).toEqual({
    status: 503,
    told: { status: 'failing', database: 'ok', conversation: 'unreachable' },
  });
});

it('fails if the database accepts no writes, and says why', async () => {
  for (const [code, told] of [
    ['25006', 'read_only'],
    ['53100', 'full'],
    ['08006', 'unreachable'],
  ]) {
    const database = async () => Promise.reject(Object.assign(new Error('no'), { code }));
    expect(await health({ database })).toMatchObject({ status: 503, told: { database: told } });
  }
});

it('is degraded if a channel waits for staff', async () => {
  expect(await health({ paused: () => ['x'] })).toMatchObject({
    status: 200,
    told: { status: 'degraded', paused: ['x'] },
  });
});

it('does not wait for a check that hangs', async () => {
  vi.useFakeTimers();
  const asked = health({ conversation: async () => new Promise(() => {}) });
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await asked).toMatchObject({ status: 503, told: { conversation: 'unreachable' } });
});
