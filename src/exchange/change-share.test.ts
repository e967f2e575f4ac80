import { expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { institutionFromFiles } from '../../test/support/import-files.ts';
import { changeShare } from './change-share.ts';

const shares = `member_number,suffix,kind
104,9,share draft
104,60,loan
104,1,share
`;
const transactions = `external_id,member_number,suffix,effective_on,amount
1,104,9,2026-11-02,100.00
`;

onSampledEngines('a share changed by hand', (db) => {
  it('has the new owners, limit and terms, each once, and closes when it is empty', async () => {
    const books = await institutionFromFiles(db());
    await books.bring({ shares, transactions });
    const given = { ...books, actor: staffActor('Kim', 'asked at the counter') };
    const change = async (share: string, changes: Parameters<typeof changeShare>[2]['changes']) =>
      changeShare(db(), given, { share, changes });
    const wanted = { overdraft_limit: '250.00', joint_owners: '105:3' };
    expect(await change('104/9', wanted)).toEqual({
      changes: ['member 105 is a joint owner, as 3', 'the overdraft limit changed'],
    });
    expect(await change('104/9', wanted)).toEqual({ changes: [] });
    expect(await change('104/9', { joint_owners: '' })).toEqual({
      changes: ['member 105 is no longer a joint owner'],
    });
    expect(await change('104/60', { loan_rate: '4.99', loan_due_day: '15' })).toEqual({
      changes: ['loan terms recorded'],
    });
    expect(await change('104/9', { closed_on: '2026-11-30' })).toEqual({
      refused: expect.stringContaining('only an empty account can be closed'),
    });
    expect(await change('104/1', { closed_on: '2026-11-30' })).toEqual({
      changes: ['closed on 2026-11-30'],
    });
    expect(await change('104/7', { closed_on: '2026-11-30' })).toEqual({
      refused: expect.stringContaining('there is no account 104/7'),
    });
    expect(await change('104/9', { overdraft_limit: 'much' })).toEqual({
      refused: expect.stringContaining('overdraft_limit "much" is not an amount'),
    });
    const acts = await db().query(
      `select subject from acts where institution_id = $1 and what = 'share_changed' order by at, id`,
      [books.institution.id],
    );
    expect(acts).toEqual(['104/9', '104/9', '104/60', '104/1'].map((subject) => ({ subject })));
  });
});
