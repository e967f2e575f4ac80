import { expect, it } from 'vitest';
import { onBothEngines, openTestDatabase } from '../../test/support/engines.ts';
import { present } from '../kernel/assert.ts';
import { openPostgres } from './open-postgres.ts';
import { publish, subscribe } from './signals.ts';

const soon = { timeout: 10_000 };

onBothEngines('signals', (db) => {
  it('arrive after the commit, and never after a rollback', async () => {
    const heard: (string | undefined)[] = [];
    await using _ = subscribe(db(), 'institutions', (payload) => heard.push(payload));
    await expect.poll(() => heard, soon).toEqual([undefined]);
    await expect(
      db().transaction(async (tx) => {
        await publish(tx, 'institutions', 'undone');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await db().transaction(async (tx) => {
      await publish(tx, 'institutions', '7');
      await tx.query('select 1');
      expect(heard).toEqual([undefined]);
    });
    await expect.poll(() => heard, soon).toEqual([undefined, '7']);
  });

  it('no longer arrive after the subscription ends', async () => {
    const heard: (string | undefined)[] = [];
    const listening = subscribe(db(), 'institutions', (payload) => heard.push(payload));
    await expect.poll(() => heard, soon).toEqual([undefined]);
    await listening[Symbol.asyncDispose]();
    await publish(db(), 'institutions', '8');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([undefined]);
  });
});

it('reach other processes, even after a broken connection', async () => {
  await using first = await openTestDatabase('postgresql');
  await using second = await openPostgres({ url: present(first.url, 'it has an address') });
  const heard: (string | undefined)[] = [];
  await using _ = subscribe(second, 'institutions', (payload) => heard.push(payload));
  await expect.poll(() => heard, soon).toEqual([undefined]);
  await publish(first, 'institutions', '1');
  await expect.poll(() => heard, soon).toEqual([undefined, '1']);
  await first.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`,
  );
  // Signals are lost meanwhile. The listener learns that some may be.
  await expect.poll(() => heard, soon).toEqual([undefined, '1', undefined]);
  await publish(first, 'institutions', '2');
  await expect.poll(() => heard, soon).toEqual([undefined, '1', undefined, '2']);
});
