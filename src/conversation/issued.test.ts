import { beforeEach, expect, it } from 'vitest';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { memberRequest } from '../../test/support/member-request.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { inviteMember } from '../access/invitations.ts';
import { makeRecoveryCodes } from '../access/recovery-codes.ts';
import { beginEnrollment } from '../enrollment/begin.ts';
import { present } from '../kernel/assert.ts';
import { changeCode } from '../members/codes.ts';
import { findIssued } from './issued.ts';

onGuardedEngines('codes in what members write', (db) => {
  let service: Service;
  beforeEach(async () => {
    service = await startService(db(), { people: 3 });
  });
  const keyOf = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the person lives in the fixture').id,
  });
  const context = () => ({ keyring: service.fixture.keyring, world: service.world });
  const newCode = async (chosen?: string) =>
    db().transaction(async (tx) => {
      const { institutionId } = keyOf(0);
      const addressId = present(service.fixture.members[0], 'person 0').addressId;
      const changed = await changeCode(tx, context(), {
        institutionId,
        addressId,
        ...(chosen ? { chosen } : {}),
      });
      if ('refused' in changed) throw new Error(changed.refused);
      return changed.code;
    });
  /** Everything stored of inbound messages and of the work they made. */
  const kept = async () => {
    const { institutionId } = keyOf(0);
    const rows = await db().query(
      `select text, reading::text as reading from inbound where institution_id = $1
        union all select detail, subject from tasks where institution_id = $1
        union all select text, purpose from outbound where institution_id = $1
        union all select pending::text, null from conversations where institution_id = $1`,
      [institutionId],
    );
    return JSON.stringify(rows).toUpperCase();
  };

  it('never stores a member’s code of any version, in any spelling', async () => {
    const first = await newCode();
    const second = await newCode();
    const own = await newCode('banana');
    for (const code of [first, second, own]) {
      const apart = `${code.slice(0, 3)}-${code.slice(3)}`;
      for (const text of [
        `my code ${code} does not look right to me`,
        `is ${code.toLowerCase()} still good? a person please`,
        `why does ${code.slice(0, 3)}\u200b${code.slice(3)} stand there`,
        `talk to a person about ${apart}`,
        `#bal ${code}`,
        `#trans 5 7 ${code}`,
      ])
        await service.say(0, text);
      const all = await kept();
      expect(all).not.toContain(code);
      expect(all).not.toContain(apart);
      expect(all).not.toContain(`${code.slice(0, 3)}\u200b${code.slice(3)}`);
    }
  });

  it('never stores activation and recovery codes, from members or strangers', async () => {
    const { code: activation } = await db().transaction(async (tx) =>
      inviteMember(tx, context(), keyOf(0)),
    );
    const [recovery = ''] = await db().transaction(async (tx) =>
      makeRecoveryCodes(tx, context(), keyOf(0)),
    );
    for (const code of [activation, recovery]) {
      for (const text of [`here it is ${code} ok?`, `use ${code.toLowerCase()} for me`])
        await service.say(0, text);
      await service.say(0, `it says ${code.replaceAll('-', '')} here`);
      await service.say(1, `it says ${code} here`, { channel: 'sms', address: '+13145552600' });
      const all = await kept();
      expect(all).not.toContain(code);
      expect(all).not.toContain(code.replaceAll('-', ''));
    }
  });

  it('never stores a phone’s one-time code, even from a phone not enrolled yet', async () => {
    const request = await memberRequest(
      { db: db(), fixture: service.fixture, world: service.world },
      0,
    );
    const begun = await db().transaction(async (tx) =>
      beginEnrollment(tx, request, {
        ...keyOf(0),
        sessionId: request.session.id,
        channel: 'sms',
        address: '+13145552600',
        handle: 'phone',
        rights: { mayMoveMoney: false, perTransfer: null, perDay: null },
      }),
    );
    if ('refused' in begun) throw new Error(begun.refused);
    const { word } = begun;
    const apart = `${word.slice(0, 4)} ${word.slice(4)}`;
    const phone = { channel: 'sms', address: '+13145552600' } as const;
    for (const text of [word, `it is ${word} thanks`, `i got ${apart} from you`])
      await service.say(1, text, phone);
    const all = await kept();
    expect(all).not.toContain(word);
    expect(all).not.toContain(apart);
  });

  it('stores the rest of the text, and text that only looks like a code', async () => {
    const code = await newCode();
    await service.say(0, `dispute the 150000 at the dealer ${code} thanks`);
    await service.say(0, 'order A4K7QM of 125000 never came');
    const all = await kept();
    expect(all).toContain('DISPUTE THE 150000 AT THE DEALER ██████ THANKS');
    expect(all).toContain('ORDER A4K7QM OF 125000 NEVER CAME');
  });

  it('stores nothing of a text that tells a secret', async () => {
    for (const text of [
      'my pw is hunter2',
      'pín 1234',
      'account number 98765',
      'PIN=four three two one',
      'mi clave es 4821',
      'mot de passe : lune',
      '4111\u200b1111\u200b1111\u200b1111',
    ]) {
      await service.say(0, text);
      const [row] = await db().query<{ text: string; reading: string }>(
        `select text, reading::text as reading from inbound where institution_id = $1 order by received_at desc,
          batch_id desc limit 1`,
        [keyOf(0).institutionId],
      );
      expect([text, row?.text]).toEqual([text, '████████']);
      expect(JSON.parse(row?.reading ?? '')).toEqual({ intent: 'unknown', care: 'secrets' });
    }
  });

  it('asks the database once for a batch, and not at all for ordinary commands', async () => {
    let asked = 0;
    const tx = {
      query: async () => {
        asked += 1;
        return [];
      },
    };
    const { institutionId, memberId } = keyOf(0);
    const find = async (texts: readonly string[]) =>
      findIssued(
        tx,
        service.fixture.keyring,
        institutionId,
        texts.map((text) => ({ text, memberId })),
      );
    await find([
      '#bal 7',
      '#trans 50 7 0',
      'history 0',
      'OK 4821',
      'did check 1042 clear?',
      'STOP',
    ]);
    expect(asked).toBe(0);
    await find(['is KM4T7Q mine', 'and A4K7QM', '#bal 7']);
    expect(asked).toBe(1);
  });
});
