import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { pulledStream } from './pulled-stream.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted() {
  const said = { parts: 0, ended: 0 };
  return {
    said,
    ...pulledStream({
      next: async () => {
        said.parts += 1;
        return `part ${said.parts}\n`;
      },
      ended: () => {
        said.ended += 1;
      },
      stallMilliseconds: 1_000,
    }),
  };
}

it('makes no part before the reader took the one before', async () => {
  const { said, stream } = counted();
  const reader = stream.getReader();
  const read = async () => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toBe('part 1\n');
  expect(await read()).toBe('part 2\n');
  await vi.advanceTimersByTimeAsync(500);
  // One waits to be taken.
  expect(said.parts).toBe(3);
});

it('lets go of a reader that takes nothing', async () => {
  const { said, stream } = counted();
  const reader = stream.getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(999);
  expect(said.ended).toBe(0);
  await vi.advanceTimersByTimeAsync(2);
  expect(said.ended).toBe(1);
  // What was made already can still be read; then it is over.
  expect((await reader.read()).done).toBe(false);
  expect((await reader.read()).done).toBe(true);
  expect(said.parts).toBe(2);
});

it.each(['reader', 'us'] as const)('ends once, by the %s', async (by) => {
  const pulled = counted();
  const { said, stream } = pulled;
  const reader = stream.getReader();
  await reader.read();
  if (by === 'reader') await reader.cancel();
  else pulled.end();
  pulled.end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(said.ended).toBe(1);
});

it('ends where a part can’t be made, and at the last one', async () => {
  for (const next of [
    async () => Promise.reject(new Error('the database is away')),
    async () => undefined,
  ]) {
    let ended = 0;
    const { stream } = pulledStream({ next, ended: () => (ended += 1), stallMilliseconds: 1_000 });
    expect((await stream.getReader().read()).done).toBe(true);
    expect(ended).toBe(1);
  }
});
