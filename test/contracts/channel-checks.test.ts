import { expect, it } from 'vitest';
import { enrollableChannels } from '../../src/channels/descriptors.ts';
import { channelNames } from '../../src/kernel/vocabulary/channel.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';

/** Tables only for channels that members enroll on the site. All others take any channel. */
const enrolled = new Set(['enrolments']);

onGuardedEngines('the checks of channels', (db) => {
  it('list the channels that the program knows, in every table', async () => {
    const checks = await db().query<{ table: string; check: string }>(
      `select c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as check
        from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attname = 'channel' and c.conkey = array[a.attnum]
        where c.contype = 'c' and c.conrelid::regclass::text not like 'pg_%' order by 1`,
    );
    const listed = checks.map(({ table, check }) => [table, namesIn(check)]);
    const known = checks.map(({ table }) => [
      table,
      [...(enrolled.has(table) ? enrollableChannels : channelNames)].toSorted(),
    ]);
    expect(listed).toEqual(known);
    expect(checks.map(({ table }) => table)).toEqual(
      expect.arrayContaining(['addresses', 'conversations', 'enrolments']),
    );
  });
});

/** Finds the names in `CHECK ((channel = ANY (ARRAY['x'::text, …])))`. */
function namesIn(check: string): string[] {
  return [...check.matchAll(/'(\w+)'::text/g)].map(([, name = '']) => name).toSorted();
}
