import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { allowed, memberRequest } from '../../../test/support/member-request.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { present } from '../../kernel/assert.ts';
import { render } from '../../languages/wording.ts';
import { voiceOf } from '../../wording/voice.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { perform } from '../perform.ts';
import { resumeAddress } from '../messages/resume-address.ts';
import { removeAddress } from '../messages/remove-address.ts';
import { unlockMoney } from '../messages/unlock-money.ts';
import { unlockService } from '../messages/unlock-service.ts';
import { listHistory } from './list-history.ts';
import { makeTransfer } from './make-transfer.ts';
import { changeSuffix, renameShare, setDefaultShare, setTransferSource } from './names.ts';
import { reviewTransfer } from './review-transfer.ts';
import { downloadStatement, readStatement } from './statements.ts';

/**
 * What gives and takes away the right to move money in an open session, and the proof that this
 * session needs.
 */
onSampledEngines('a session', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 16 });
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const member = (person: number) => present(service.fixture.members[person], 'they live here');
  const ago = (minutes: number) => ({
    session: { verifiedAt: service.clock.now().subtract({ minutes }) },
  });
  const fresh = async (person: number) => memberRequest(place(), person);
  const stale = async (person: number) => memberRequest(place(), person, ago(10));
  const order = (amount: string) => ({ from: '7', to: '0', amount });
  const nonce = () => service.world.ids.next();
  const refusedBy = async (
    performed: Promise<{ readonly refused?: { readonly code: string } | undefined }>,
  ) => (await performed).refused?.code;
  const noticesTo = async (person: number) =>
    db().query<{ text: string; purpose: string }>(
      `select text, purpose from outbound where institution_id = $1 and address_id = $2 and purpose = 'notice' order by id`,
      [service.fixture.institution.id, member(person).addressId],
    );

  it('from before LOCK moves nothing until unlocked with fresh proof, and stays open', async () => {
    const open = await fresh(0);
    await service.say(0, 'LOCK');
    for (const request of [open, await fresh(0), await stale(0)]) {
      expect(await refusedBy(perform(request, reviewTransfer, order('5')))).toBe('money_locked');
      expect(
        await refusedBy(perform(request, makeTransfer, { ...order('5'), nonce: nonce() })),
      ).toBe('money_locked');
    }
    expect(await refusedBy(perform(await stale(0), unlockService, {}))).toBe('verify_first');
    allowed(await unlockService.run(await fresh(0), {}));
    allowed(
      await makeTransfer.run(open, makeTransfer.input.parse({ ...order('5'), nonce: nonce() })),
    );
  });

  it('can’t unlock with a proof from before the lock', async () => {
    const open = await fresh(15);
    service.clock.advance({ minutes: 1 });
    await service.say(15, 'LOCK');
    expect(await refusedBy(perform(open, unlockService, {}))).toBe('verify_first');
    expect(await refusedBy(perform(open, makeTransfer, { ...order('5'), nonce: nonce() }))).toBe(
      'money_locked',
    );
    allowed(await unlockService.run(await fresh(15), {}));
    const before = await fresh(15);
    service.clock.advance({ minutes: 1 });
    await service.say(15, 'STOP');
    const { addressId: id } = member(15);
    expect(await refusedBy(perform(before, unlockMoney, { id }))).toBe('verify_first');
    expect((await perform(await fresh(15), unlockMoney, { id })).done).toBeDefined();
  });

  it('says how to end a LOCK, in each language', async () => {
    await service.say(1, 'LOCK');
    for (const [language, said] of [
      ['en', /unlock the service under Messages/],
      ['es', /desbloquee el servicio en Mensajes/],
      ['fr', /débloquez le service sous Messages/],
    ] as const) {
      const request = { ...(await fresh(1)), language };
      const { refused } = await perform(request, makeTransfer, { ...order('5'), nonce: nonce() });
      expect(refused?.text).toMatch(said);
      expect(refused?.status).toBe(403);
    }
  });

  it('of a member without recorded disclosures moves nothing until the member agrees', async () => {
    await db().query(
      'update members set disclosed_at = null where institution_id = $1 and id = $2',
      [service.fixture.institution.id, member(2).id],
    );
    await db().query(`delete from consents where institution_id = $1 and member_id = $2`, [
      service.fixture.institution.id,
      member(2).id,
    ]);
    const read = allowed(await reviewTransfer.run(await fresh(2), order('5')));
    expect(read.agreeTo).toEqual(['regulation_e', 'esign']);
    const { refused } = await perform(await fresh(2), makeTransfer, {
      ...order('5'),
      nonce: nonce(),
    });
    expect(refused?.code).toBe('disclosures_first');
    expect(Object.keys(refused?.fields ?? {})).toEqual(['regulation_e']);
    const agreed = { ...order('5'), nonce: nonce(), agreedTo: read.agreeTo };
    expect((await perform(await fresh(2), makeTransfer, agreed)).done).toBeDefined();
    expect(allowed(await reviewTransfer.run(await fresh(2), order('5'))).agreeTo).toEqual([]);
  });

  it('moves more than the institution allows in a day only with fresh proof, at once or in parts', async () => {
    const make = async (amount: string) =>
      perform(await stale(3), makeTransfer, { ...order(amount), nonce: nonce() });
    expect(await refusedBy(make('500.01'))).toBe('verify_first');
    expect((await make('300')).done).toBeDefined();
    expect((await make('200')).done).toBeDefined();
    expect(await refusedBy(make('0.01'))).toBe('verify_first');
    expect(allowed(await reviewTransfer.run(await stale(3), order('1'))).wantsProof).toBe(true);
    const proven = { ...order('1'), nonce: nonce() };
    expect((await perform(await fresh(3), makeTransfer, proven)).done).toBeDefined();
    // A repeat returns the transfer as made, with or without a proof.
    const again = await perform(await stale(3), makeTransfer, proven);
    expect(again.done).toMatchObject({ already: true });
    service.clock.advance({ hours: 24 });
    expect((await make('1')).done).toBeDefined();
  });

  describe('redirects money only with fresh proof, and notifies every channel', () => {
    it.each([
      ['suffix', 4, changeSuffix, { suffix: '0', chosen: '9' }, 'suffix_changed'],
      ['nickname', 5, renameShare, { suffix: '0', nickname: 'Rainy day' }, 'nickname_changed'],
      ['default', 6, setDefaultShare, { suffix: '0' }, 'default_changed'],
      ['source', 7, setTransferSource, { suffix: '7' }, 'source_changed'],
    ] as const)('%s', async (_name, person, operation, input, what) => {
      await db().query(
        `update members set default_share_id = null, transfer_source_share_id = null where institution_id = $1 and id = $2`,
        [service.fixture.institution.id, member(person).id],
      );
      const before = (await noticesTo(person)).length;
      expect(await refusedBy(perform(await stale(person), operation, input))).toBe('verify_first');
      expect(await noticesTo(person)).toHaveLength(before);
      expect((await perform(await fresh(person), operation, input)).done).toBeDefined();
      const said = (await noticesTo(person)).slice(before).map(({ text }) => text);
      const { institution } = await fresh(person);
      const now = service.clock.now();
      expect(said).toEqual([
        render({ reply: 'announced', what }, voiceOf(institution, { language: 'en' }, 'x', now)),
      ]);
      const inAll = languages.map((language) =>
        render({ reply: 'announced', what }, voiceOf(institution, { language }, 'x', now)),
      );
      expect(new Set(inAll).size).toBe(3);
      // The same change again does nothing: it needs no proof, and we notify nobody.
      const same = 'chosen' in input ? { ...input, suffix: '9' } : input;
      expect((await perform(await stale(person), operation, same)).done).toBeDefined();
      expect(await noticesTo(person)).toHaveLength(before + 1);
    });

    it('removes an address, or resumes one that may move money', async () => {
      const id = member(8).addressId;
      await db().query(
        `update addresses set state = 'paused' where institution_id = $1 and id = $2`,
        [service.fixture.institution.id, id],
      );
      expect(await refusedBy(perform(await stale(8), resumeAddress, { id }))).toBe('verify_first');
      expect((await perform(await fresh(8), resumeAddress, { id })).done).toBeDefined();
      expect(await refusedBy(perform(await stale(8), removeAddress, { id }))).toBe('verify_first');
      expect((await perform(await fresh(8), removeAddress, { id })).done).toBeDefined();
    });
  });

  it('shows old transfers by the other side’s present name, in history, statement and file', async () => {
    allowed(
      await makeTransfer.run(
        await fresh(9),
        makeTransfer.input.parse({ ...order('5'), nonce: nonce() }),
      ),
    );
    allowed(await changeSuffix.run(await fresh(9), { suffix: '0', chosen: '3' }));
    const newest = async () => {
      const { entries } = allowed(
        await listHistory.run(await fresh(9), listHistory.input.parse({ suffix: '7', count: 1 })),
      );
      return entries[0];
    };
    const counter = { direction: 'to', kind: 'savings', suffix: '3', nickname: null };
    expect(await newest()).toMatchObject({ description: 'TRANSFER TO SAVINGS 3', counter });
    const month = service.clock.now().toString().slice(0, 7);
    const { entries } = allowed(await readStatement.run(await fresh(9), { suffix: '7', month }));
    expect(entries.at(-1)).toMatchObject({ description: 'TRANSFER TO SAVINGS 3', counter });
    for (const as of ['csv', 'ofx'] as const) {
      const { content } = allowed(
        await downloadStatement.run(await fresh(9), { suffix: '7', month, as }),
      );
      expect(content).toContain('TRANSFER TO SAVINGS 3');
      expect(content).not.toContain('SAVINGS 0');
    }
    await db().query(
      `update share_owners set may_see = false where institution_id = $1 and member_id = $2 and suffix = '3'`,
      [service.fixture.institution.id, member(9).id],
    );
    expect(await newest()).toMatchObject({
      description: 'TRANSFER TO SAVINGS',
      counter: { ...counter, suffix: null },
    });
  });
});
