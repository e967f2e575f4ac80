import { expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { back, sentPostings, since } from '../../../test/support/sent-postings.ts';
import { correctionOf } from '../../ledger/correction.ts';
import { post } from '../../ledger/post.ts';
import { verify } from '../../ledger/verify/verify.ts';
import { present } from '../../kernel/assert.ts';
import { rejectPosting } from './reject-posting.ts';
import { endToEndId, transactionOf } from './end-to-end-id.ts';

onSampledEngines('what the core rejects', (db) => {
  it('is reversed once when the core rejects it, and never sent again', async () => {
    const { send, bring, balances, id, deciding, institution, keyring, today } =
      await sentPostings(db());
    await send();
    const rejected = `end_to_end_id,reason\n${id.toUpperCase()},closed\n`;
    const dry = await bring({ rejected }, { isDryRun: true });
    expect(dry.rejected).toEqual({ reversed: 1, already: 0 });
    expect((await bring({ rejected })).rejected).toEqual({ reversed: 1, already: 0 });
    expect(await balances()).toEqual({ '104/1': 500n, '104/9': 10_000n });
    expect((await bring({ rejected })).rejected).toEqual({ reversed: 0, already: 1 });
    expect(await send()).toBeUndefined();
    const events = await db().query(
      `select what from acts where institution_id = $1 and what = 'posting_rejected'`,
      [institution.id],
    );
    expect(events).toHaveLength(1);
    const late = await bring({ transactions: back({ today, id }) }, { since });
    expect(late.errors[0]?.reason).toContain('the core rejected and we reversed');
    expect((await bring({ rejected: 'end_to_end_id\nX\n' })).errors[0]?.reason).toMatch(
      /none of ours/,
    );
    expect(
      await rejectPosting(db(), deciding, {
        id: '0'.repeat(12) + '7' + '0'.repeat(3) + '8' + '0'.repeat(15),
        reason: '',
      }),
    ).toEqual({
      refused: expect.stringContaining('nothing with the id'),
    });
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  it('is not reversed once the core has a part of it', async () => {
    const { send, bring, balances, id, deciding, today } = await sentPostings(db());
    await send();
    const [top = '', row = ''] = back({ today, id }).split('\n');
    await bring({ transactions: `${top}\n${row}\n` }, { since });
    const before = await balances();
    expect(await rejectPosting(db(), deciding, { id, reason: 'late' })).toEqual({
      refused: expect.stringContaining('a part of'),
    });
    expect(await balances()).toEqual(before);
  });

  const undo = (given: Awaited<ReturnType<typeof sentPostings>>) => {
    const { id, place, keyring, today } = given;
    const transactionId = present(transactionOf(id), 'it is ours');
    return {
      reverse: async (of = transactionId) => {
        const [outcome] = await post(db(), {
          ...place,
          keyring,
          orders: [
            {
              order: 'reversal',
              key: `staff:${of}`,
              effectiveOn: today,
              transactionId: of,
              description: 'REVERSED',
              forced: true,
            },
          ],
        });
        if (outcome?.outcome !== 'posted') throw new Error('the reversal posts');
        return outcome.transactionId;
      },
      correct: async () => {
        const found = await db().transaction(async (tx) =>
          correctionOf(tx, {
            ...place,
            transactionId,
            amount: 1_500n,
            description: 'CORRECTED',
            on: today,
          }),
        );
        if (!('order' in found)) throw new Error('it can be corrected');
        const [outcome] = await post(db(), { ...place, keyring, orders: [found.order] });
        if (outcome?.outcome !== 'posted') throw new Error('the correction posts');
        return outcome.transactionId;
      },
    };
  };

  it('is not reversed in full after a correction', async () => {
    const books = await sentPostings(db());
    const { send, balances, id, deciding } = books;
    await send();
    const { correct, reverse } = undo(books);
    const correction = await correct();
    const before = await balances();
    expect(await rejectPosting(db(), deciding, { id, reason: 'closed' })).toEqual({
      refused: expect.stringContaining('it was corrected here'),
    });
    expect(await balances()).toEqual(before);
    await reverse(correction);
    expect(await rejectPosting(db(), deciding, { id, reason: 'closed' })).toEqual({ done: true });
    expect(await balances()).toEqual({ '104/1': 500n, '104/9': 10_000n });
  });

  it('ends when the core rejects what staff reversed here before, sent or not', async () => {
    const books = await sentPostings(db());
    const { send, balances, id, deciding, linesOf } = books;
    await send();
    const { reverse } = undo(books);
    const reversal = endToEndId(await reverse());
    await send();
    expect(await rejectPosting(db(), deciding, { id: reversal, reason: 'closed' })).toEqual({
      refused: expect.stringContaining('it is a reversal'),
    });
    for (const one of [id, reversal]) {
      expect(await rejectPosting(db(), deciding, { id: one, reason: 'closed' })).toEqual({
        done: true,
      });
      expect(await balances()).toEqual({ '104/1': 500n, '104/9': 10_000n });
    }
    expect(await send()).toBeUndefined();
    expect(new Set((await linesOf()).map((line) => line['state']))).toEqual(new Set(['rejected']));
  });
});
