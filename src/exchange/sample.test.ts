import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { institutionFromFiles } from '../../test/support/import-files.ts';
import { present } from '../kernel/assert.ts';
import { verify } from '../ledger/verify/verify.ts';
import { readMailingAddress } from '../members/mailing-address.ts';
import { findMemberByNumber } from '../members/members.ts';
import { readMapping } from './files/mapping.ts';
import { filesIn, openTable } from './open-files.ts';
import { balance } from './postings/balancing.ts';

const folder = fileURLToPath(new URL('../../deploy/import-sample/', import.meta.url));

onSampledEngines('the sample export of the guide', (db) => {
  it('becomes verified books and named members by its mapping alone', async () => {
    const mapping = readMapping(readFileSync(`${folder}mapping.json`, 'utf8'));
    if ('problems' in mapping) throw new Error(mapping.problems.join());
    const paths = filesIn(folder, mapping);
    expect(Object.keys(paths).sort()).toEqual(['holds', 'members', 'shares', 'transactions']);
    const { institution, world, keyring, bring } = await institutionFromFiles(db());
    const texts = Object.fromEntries(
      Object.entries(paths).map(([table, path]) => [table, readFileSync(path)]),
    );
    const report = await bring(texts, { mapping, debts: 'negative' });
    expect(report).toMatchObject({
      errors: [],
      differences: [],
      members: { added: 3 },
      accounts: { opened: 7 },
      transactions: { posted: 10, compared: 10 },
      holds: { placed: 1 },
    });
    const jose = present(
      await findMemberByNumber(db(), institution.id, '0000105'),
      'the sample has this member',
    );
    expect(jose).toMatchObject({ name: 'José Díaz', language: 'es' });
    expect(await readMailingAddress(db(), jose)).toEqual(['9 Oak Ave', 'St. Louis MO 63102']);
    const shares = openTable(present(paths.shares, 'it has accounts'), 'shares', {
      mapping,
      defaults: { currency: 'USD' },
    });
    const { accounts } = await balance(db(), { institution, world, debts: 'negative' }, shares);
    expect(accounts.filter(({ difference }) => difference !== 0n)).toEqual([]);
    expect(accounts).toHaveLength(7);
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });
});
