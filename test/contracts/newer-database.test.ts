import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openTestDatabase } from '../support/engines.ts';

const program = new URL('../../src/cli/main.ts', import.meta.url).pathname;

it('a command says that a database is newer than itself, and ends', async () => {
  await using db = await openTestDatabase();
  await db.query(`insert into migrations select (jsonb_populate_record(m, '{"name": "9999-later"}')).* from migrations m
    limit 1`);
  const began = performance.now();
  const ran = promisify(execFile)(
    process.execPath,
    [program, 'institution', 'list', '--database', db.url ?? ''],
    { timeout: 20_000 },
  );
  await expect(ran).rejects.toMatchObject({
    killed: false,
    stderr: expect.stringMatching(/newer/),
  });
  // Earlier than the connections' timeout.
  expect(performance.now() - began).toBeLessThan(9_000);
}, 30_000);
