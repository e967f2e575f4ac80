import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { approvalTests, type Approver } from '../../../test/support/approvals.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { rolledBack } from '../../database/rolled-back.ts';
import { present } from '../../kernel/assert.ts';
import { challengeFor } from '../../approvals/challenge.ts';
import { readApproval } from '../../approvals/store.ts';
import { beginApproval } from './begin-approval.ts';
import { makeTransfer } from '../shares/make-transfer.ts';
import { declineApproval } from './decline-approval.ts';

onSampledEngines('transfers that wait for approval', (db) => {
  const tests = approvalTests(db);
  const { activatePasskey, approve, ask, begin, checking, clock, key, list, messagesOf } = tests;
  const say = async (person: number, text: string) => tests.service().say(person, text);
  let first: Approver;
  beforeAll(async () => {
    await tests.findExisting();
    first = await activatePasskey(0);
  });

  it('move nothing, name exactly what is asked, and post once when a passkey signed it', async () => {
    const before = await checking(0);
    const { text } = await say(0, '#trans 120 7 0');
    expect(text).toBe(
      'Nothing moved yet. To move $120.00 from Checking 7 to Savings 0, approve it with your passkey in MyVantage by 10:46am. To cancel, reply NO.',
    );
    expect(await checking(0)).toBe(before);
    const [waiting] = await list(first.browser);
    expect(waiting).toMatchObject({
      amount: '120.00',
      currency: 'USD',
      from: { suffix: '7', name: 'Checking' },
      to: { suffix: '0', name: 'Savings' },
      askedBy: 'x',
      state: 'waiting',
    });
    const { id } = present(waiting, 'it waits');
    const response = await begin(first, id);
    expect(await checking(0)).toBe(before);
    expect(await approve(first, id, response)).toBeUndefined();
    expect(await checking(0)).toBe(before - 12_000n);
    expect((await list(first.browser))[0]).toMatchObject({ id, state: 'posted' });
    expect((await messagesOf(0)).at(-1)).toMatch(
      /^Moved \$120\.00, Checking 7 to Savings 0\. Now available: 7: .+ Receipt \d+-\d+, 10:42am\.$/,
    );
    // A replayed signature, and a new one.
    expect(await approve(first, id, response)).toBe('approval_over');
    expect(await first.browser.refusal(beginApproval, { id })).toBe('approval_over');
    expect(await checking(0)).toBe(before - 12_000n);
  });

  it('keep a proof that anyone can check', async () => {
    const { id } = await ask(0, first.browser, '#trans 101 7 0');
    await approve(first, id, await begin(first, id));
    const [row] = await db().query<{ proof: string }>(
      'select proof from approvals where institution_id = $1 and id = $2',
      [key(0).institutionId, id],
    );
    const proof: Record<string, string> = JSON.parse(present(row, 'it is there').proof);
    const bytes = (name: string) => Buffer.from(proof[name] ?? '', 'base64url');
    const client: { challenge: string } = JSON.parse(bytes('clientDataJSON').toString());
    const approval = present(await readApproval(db(), { ...key(0), id }), 'it is there');
    expect(client.challenge).toBe(challengeFor(approval, proof['nonce'] ?? '', false));
    const signed = Buffer.concat([
      bytes('authenticatorData'),
      createHash('sha256').update(bytes('clientDataJSON')).digest(),
    ]);
    expect(
      verifySignature('sha256', signed, pointKey(bytes('publicKey')), bytes('signature')),
    ).toBe(true);
  });

  it.each([
    ['the amount', 'amount = amount + 1'],
    ['the account from', 'from_share_id = gen_random_uuid()'],
    ['the account to', 'to_share_id = gen_random_uuid()'],
    ['both accounts', 'from_share_id = to_share_id, to_share_id = from_share_id'],
    ['the suffix from', `from_suffix = '9'`],
    ['the suffix to', `to_suffix = '9'`],
    ['the currency', `currency = 'CAD'`],
    ['the channel', `channel = 'sms'`],
    ['the expiry', `expires_at = expires_at + interval '1 second'`],
  ])('are refused if %s changed after signing', async (_what, change) => {
    const before = await checking(0);
    const { id } = await ask(0, first.browser, '#trans 102 7 0');
    const response = await begin(first, id);
    const where = 'where institution_id = $1 and id = $2';
    const [was] = await db().query(`select * from approvals ${where}`, [key(0).institutionId, id]);
    await db().query(`update approvals set ${change} ${where}`, [key(0).institutionId, id]);
    expect(await approve(first, id, response)).toBe('approval_changed');
    expect(await checking(0)).toBe(before);
    // What signing began is used up, also after the row is as it was.
    await db().query(
      `update approvals set amount = $3, from_share_id = $4, to_share_id = $5, from_suffix = $6, to_suffix = $7, currency = $8,
          channel = $9, expires_at = $10 ${where}`,
      [
        key(0).institutionId,
        id,
        ...[
          'amount',
          'from_share_id',
          'to_share_id',
          'from_suffix',
          'to_suffix',
          'currency',
          'channel',
          'expires_at',
        ].map((name) => was?.[name]),
      ],
    );
    expect(await approve(first, id, response)).toBe('passkey_refused');
    expect(await checking(0)).toBe(before);
    await first.browser.do(declineApproval, { id });
  });

  it('take the signature of their own transfer only', async () => {
    const before = await checking(0);
    const one = await ask(0, first.browser, '#trans 103 7 0');
    const other = await ask(0, first.browser, '#trans 104 7 0');
    const response = await begin(first, one.id);
    expect(await approve(first, other.id, response)).toBe('approval_changed');
    expect(await checking(0)).toBe(before);
    for (const { id } of [one, other]) await first.browser.do(declineApproval, { id });
  });

  it('are nobody else’s', async () => {
    const other = await activatePasskey(1);
    const { id } = await ask(0, first.browser, '#trans 105 7 0');
    expect(await list(other.browser)).toEqual([]);
    expect(await other.browser.refusal(beginApproval, { id })).toBe('not_found');
    expect(await other.browser.refusal(declineApproval, { id })).toBe('not_found');
    const response = await begin(first, id);
    expect(await approve(other, id, response)).toBe('not_found');
    // The member's own session, and the other one's passkey.
    const theirs = tests.requestOf(await first.browser.do(beginApproval, { id }));
    const { allowCredentials: _, ...any } = theirs;
    expect(await approve(first, id, other.authenticator.sign(any))).toBe('passkey_refused');
    await first.browser.do(declineApproval, { id });
  });

  it('belong to the session that began the signature', async () => {
    const { id } = await ask(0, first.browser, '#trans 106 7 0');
    const response = await begin(first, id);
    const again = tests.visitor();
    await tests.passkeySignIn(again, first.authenticator);
    expect(await approve({ ...first, browser: again }, id, response)).toBe('passkey_refused');
    await first.browser.do(declineApproval, { id });
  });

  it('end when the member declines, and the channel that asked hears it', async () => {
    const before = await checking(0);
    const { id } = await ask(0, first.browser, '#trans 107 7 0');
    const response = await begin(first, id);
    await first.browser.do(declineApproval, { id });
    expect((await messagesOf(0)).at(-1)).toMatch(
      /^You declined your transfer of \$107\.00, Checking 7 to Savings 0, so nothing moved\./,
    );
    expect(await approve(first, id, response)).toBe('approval_over');
    expect(await first.browser.refusal(declineApproval, { id })).toBe('approval_over');
    expect(await checking(0)).toBe(before);
  });

  it('expire once, in two processes at once, and nobody can approve them then', async () => {
    const before = await checking(0);
    const { id } = await ask(0, first.browser, '#trans 108 7 0');
    const response = await begin(first, id);
    const count = (await messagesOf(0)).length;
    // The challenge lives five minutes, so only the expiry can refuse it.
    clock.advance({ minutes: 4 });
    expect(await approve(first, id, response)).toBe('approval_expired');
    expect((await list(first.browser))[0]?.state).toBe('expired');
    expect((await Promise.all([tests.expire(), tests.expire()])).toSorted()).toEqual([0, 1]);
    expect(await tests.expire()).toBe(0);
    const told = await messagesOf(0);
    expect(told).toHaveLength(count + 1);
    expect(told.at(-1)).toMatch(/^Your transfer of \$108\.00, .+ was not approved in time/);
    expect(await first.browser.refusal(declineApproval, { id })).toBe('approval_expired');
    expect(await checking(0)).toBe(before);
  });

  it('post once when two signatures arrive at the same moment', async () => {
    const member = await activatePasskey(2);
    const before = await checking(2);
    const { id } = await ask(2, member.browser, '#trans 150 7 0');
    const responses = [await begin(member, id), await begin(member, id), await begin(member, id)];
    const outcomes = await Promise.all(
      responses.map(async (response) => approve(member, id, response)),
    );
    expect(outcomes.map((one) => one ?? 'approved').toSorted()).toEqual([
      'approval_over',
      'approval_over',
      'approved',
    ]);
    expect(await checking(2)).toBe(before - 15_000n);
    expect((await messagesOf(2)).filter((text) => text.startsWith('Moved'))).toHaveLength(1);
  });

  it('move the same money again only if the member signs that it is again', async () => {
    const transfer = async (amount: string) =>
      first.browser.do(makeTransfer, {
        from: '7',
        to: '0',
        amount,
        nonce: tests.service().world.ids.next(),
      });
    const { id } = await ask(0, first.browser, '#trans 133 7 0');
    const early = await begin(first, id);
    await transfer('133');
    const before = await checking(0);
    // Signed before the other one was made, and begun after it.
    expect(await approve(first, id, early)).toBe('approval_repeated');
    expect(await first.browser.refusal(beginApproval, { id })).toBe('approval_repeated');
    expect((await list(first.browser))[0]).toMatchObject({ id, state: 'waiting' });
    expect(await checking(0)).toBe(before);
    const options = await first.browser.do(beginApproval, { id, again: true });
    const response = first.authenticator.sign(tests.requestOf(options));
    expect(await approve(first, id, response)).toBeUndefined();
    expect(await checking(0)).toBe(before - 13_300n);
    const [row] = await db().query<{ proof: string }>(
      'select proof from approvals where institution_id = $1 and id = $2',
      [key(0).institutionId, id],
    );
    expect(JSON.parse(present(row, 'it is there').proof)).toMatchObject({ again: true });
  });

  it('are told in the language of the order', async () => {
    for (const [text, asked, ended] of [
      [
        '#transferir 131 7 0',
        /^Aún no se ha movido nada\. Para pasar \$131\.00 de corriente 7 a ahorros 0, apruébelo/,
        /^Rechazó su transferencia de \$131\.00, .+ y no se movió nada\./,
      ],
      [
        '#virement 132 7 0',
        /^Rien n'a encore été viré\. Pour virer 132,00.\$ de .+ 7 vers .+ 0, approuvez-le/,
        /^Vous avez refusé votre virement de 132,00.\$, .+ : rien n'a été viré\./,
      ],
    ] as const) {
      expect((await say(0, text)).text).toMatch(asked);
      const { id } = present((await list(first.browser))[0], 'it waits');
      await first.browser.do(declineApproval, { id });
      expect((await messagesOf(0)).at(-1)).toMatch(ended);
    }
  });

  it('are in the record: verify finds an altered one', async () => {
    await ask(0, first.browser, '#trans 114 7 0');
    expect(await tests.problems()).toEqual([]);
    const [row] = await db().query<{ id: string }>(
      `select id from approvals where institution_id = $1 and state = 'posted' limit 1`,
      [key(0).institutionId],
    );
    const { id } = present(row, 'one was posted');
    for (const change of ['amount = amount + 1', `state = 'declined'`, `proof = '{}'`]) {
      await rolledBack(db(), async (tx) => {
        await tx.query(`update approvals set ${change} where institution_id = $1 and id = $2`, [
          key(0).institutionId,
          id,
        ]);
        expect(JSON.stringify(await tests.problems(tx))).toContain('approvals');
      });
    }
    const { id: waiting } = present((await list(first.browser))[0], 'it waits');
    await first.browser.do(declineApproval, { id: waiting });
  });

  it('need a passkey that still exists', async () => {
    const { id } = await ask(0, first.browser, '#trans 113 7 0');
    const response = await begin(first, id);
    // Signed by a passkey that the member removed meanwhile.
    await db().query(
      'update passkeys set member_id = gen_random_uuid() where institution_id = $1 and member_id = $2',
      [key(0).institutionId, key(0).memberId],
    );
    expect(await approve(first, id, response)).toBe('passkey_refused');
    expect(await first.browser.refusal(beginApproval, { id })).toBe('approval_needs_passkey');
  });
});

/** Makes a key of the point in a COSE key on P-256, which lies behind two known heads. */
function pointKey(cose: Buffer) {
  const x = cose.subarray(10, 42).toString('base64url');
  const y = cose.subarray(45, 77).toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y } });
}
