import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { activateAccess, waysIn } from './accesses.ts';
import { inviteMember, isInvitation, useInvitation } from './invitations.ts';
import { hashPassword, isOutdated, verifyPassword } from './password-hash.ts';
import { isPassword, setPassword } from './passwords.ts';
import { acceptRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts';
import { openSession, findSession } from './sessions.ts';
import { beginStep, readStep, takeStep } from './steps.ts';
import { acceptTotp, newTotpSecret, storeTotp, totpAddress, totpAt, totpStep } from './totp.ts';

onSampledEngines('credentials', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 6 });
  });
  const context = () => ({ world: service.world, keyring: service.fixture.keyring });
  const key = (person: number) => ({
    institutionId: service.fixture.institution.id,
    memberId: present(service.fixture.members[person], 'the fixture has this person').id,
  });

  describe('an invitation', () => {
    const check = async (person: number, code: string) =>
      isInvitation(db(), context(), { ...key(person), code });

    it('has 60 bits that are easy to read, however they are typed', async () => {
      const { code, expiresAt } = await inviteMember(db(), context(), key(0));
      expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
      expect(expiresAt).toEqual(service.clock.now().add({ hours: 7 * 24 }));
      expect(await check(0, code.toLowerCase().replaceAll('-', ' '))).toBe(true);
      expect(await check(1, code)).toBe(false);
      expect(
        await isInvitation(db(), context(), {
          institutionId: key(0).institutionId,
          memberId: undefined,
          code,
        }),
      ).toBe(false);
    });

    it('is not used up by any number of wrong codes', async () => {
      const { code } = await inviteMember(db(), context(), key(0));
      for (let tries = 0; tries < 50; tries += 1) expect(await check(0, 'wrong')).toBe(false);
      expect(await check(0, code)).toBe(true);
    });

    it('ends when it is used, a week old, or replaced', async () => {
      const first = await inviteMember(db(), context(), key(0));
      const second = await inviteMember(db(), context(), key(0));
      expect(await check(0, first.code)).toBe(false);
      expect(await useInvitation(db(), context(), key(0))).toBe(true);
      expect(await useInvitation(db(), context(), key(0))).toBe(false);
      expect(await check(0, second.code)).toBe(false);
      const third = await inviteMember(db(), context(), key(0));
      service.clock.advance({ hours: 7 * 24 });
      expect(await check(0, third.code)).toBe(false);
      expect(await useInvitation(db(), context(), key(0))).toBe(false);
    });

    it('ends everything from before when it is used', async () => {
      await inviteMember(db(), context(), key(1));
      await setPassword(db(), context(), { ...key(1), password: 'a lamp by the harbour' });
      await makeRecoveryCodes(db(), context(), key(1));
      const { token } = await openSession(db(), context(), { ...key(1), device: 'old' });
      await activateAccess(db(), context(), key(1));
      expect(await waysIn(db(), key(1))).toEqual({ passkeys: 0, recoveryCodesLeft: 0 });
      expect(
        await findSession(db(), context(), { institutionId: key(1).institutionId, token }),
      ).toBeUndefined();
    });
  });

  describe('a password', () => {
    it('is accepted in either form of its accents, and no other is', async () => {
      await setPassword(db(), context(), { ...key(2), password: 'été à la plage' });
      const is = async (password: string, memberId: string | undefined = key(2).memberId) =>
        isPassword(db(), context(), { institutionId: key(2).institutionId, memberId, password });
      expect(await is('été à la plage'.normalize('NFD'))).toBe(true);
      expect(await is('ete a la plage')).toBe(false);
      expect(await is('été à la plage', key(3).memberId)).toBe(false);
      expect(
        await isPassword(db(), context(), {
          institutionId: key(2).institutionId,
          memberId: undefined,
          password: 'x',
        }),
      ).toBe(false);
    });

    it('is stored encrypted: neither it nor its hash can be read', async () => {
      const [row] = await db().query<{ encrypted: Uint8Array }>(
        'select sealed as "encrypted" from passwords where institution_id = $1 and member_id = $2',
        [key(2).institutionId, key(2).memberId],
      );
      expect(Buffer.from(present(row, 'it was set').encrypted).toString('latin1')).not.toContain(
        'argon2',
      );
    });

    it('hashed at an older cost is rehashed at sign-in', async () => {
      const cheap = await hashPassword('a lamp by the harbour', service.world.random, {
        memory: 19_456,
        passes: 2,
        parallelism: 1,
      });
      expect(isOutdated(cheap)).toBe(true);
      expect(await verifyPassword('a lamp by the harbour', cheap)).toBe(true);
      const place = `passwords/${key(3).institutionId}/${key(3).memberId}/sealed`;
      await db().query(
        'insert into passwords (institution_id, member_id, sealed, changed_at) values ($1, $2, $3, $4)',
        [
          key(3).institutionId,
          key(3).memberId,
          service.fixture.keyring.encrypt('token', place, cheap),
          service.clock.now(),
        ],
      );
      const check = { ...key(3), password: 'a lamp by the harbour' };
      expect(await isPassword(db(), context(), check)).toBe(true);
      const [row] = await db().query<{ encrypted: Uint8Array }>(
        'select sealed as "encrypted" from passwords where institution_id = $1 and member_id = $2',
        [key(3).institutionId, key(3).memberId],
      );
      const hash = service.fixture.keyring.decrypt(
        'token',
        place,
        present(row, 'it is there').encrypted,
      );
      expect(isOutdated(hash)).toBe(false);
      expect(await isPassword(db(), context(), check)).toBe(true);
    });
  });

  describe('an authenticator app', () => {
    it('matches RFC 6238, appendix B', () => {
      // The RFC's secret in base 32, and the last six of its eight digits.
      const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
      for (const [seconds, code] of [
        [59, '287082'],
        [1_111_111_109, '081804'],
        [1_111_111_111, '050471'],
        [1_234_567_890, '005924'],
        [2_000_000_000, '279037'],
        [20_000_000_000, '353130'],
      ] as const) {
        const at = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
        expect(totpAt(secret, at)).toBe(code);
        expect(totpStep(secret, code, at)).toBe(BigInt(Math.floor(seconds / 30)));
      }
    });

    it('is accepted one step early or late, no more, and each step once', async () => {
      const secret = newTotpSecret(service.world.random);
      expect(secret).toMatch(/^[A-Z2-7]{32}$/);
      await storeTotp(db(), context(), { ...key(4), secret, step: 0n });
      const accept = async (offsetSeconds: number) =>
        acceptTotp(db(), context(), {
          ...key(4),
          code: totpAt(secret, service.clock.now().add({ seconds: offsetSeconds })),
        });
      expect(await accept(-60)).toBe(false);
      expect(await accept(60)).toBe(false);
      expect(await accept(-30)).toBe(true);
      expect(await accept(-30)).toBe(false);
      const both = await Promise.all([accept(0), accept(0)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await accept(30)).toBe(true);
      // Earlier steps are used up, too.
      expect(await accept(0)).toBe(false);
      service.clock.advance({ seconds: 60 });
      expect(await accept(0)).toBe(true);
      for (const code of ['', 'abcdef', '12345', '1234567'])
        expect(await acceptTotp(db(), context(), { ...key(4), code })).toBe(false);
      expect(await acceptTotp(db(), context(), { ...key(5), code: '123456' })).toBe(false);
    });

    it('has a QR code with its address', () => {
      expect(
        totpAddress('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', { issuer: 'MyVantage', label: '900001' }),
      ).toBe(
        'otpauth://totp/MyVantage:900001?issuer=MyVantage&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
      );
    });
  });

  it('there are ten recovery codes, each valid once, replaced by new ones', async () => {
    const codes = await makeRecoveryCodes(db(), context(), key(4));
    expect(new Set(codes).size).toBe(10);
    const [first = '', second = ''] = codes;
    const accept = async (code: string, person = 4) =>
      acceptRecoveryCode(db(), context(), { ...key(person), code });
    expect(await accept(first.toLowerCase())).toBe(true);
    expect(await accept(first)).toBe(false);
    expect(await accept(second, 5)).toBe(false);
    expect((await waysIn(db(), key(4))).recoveryCodesLeft).toBe(9);
    await makeRecoveryCodes(db(), context(), key(4));
    expect(await accept(second)).toBe(false);
  });

  it('a step can be read and taken once by its token, before it expires', async () => {
    const { institutionId } = key(0);
    const { token } = await beginStep(db(), context(), {
      institutionId,
      kind: 'totp',
      content: 'the secret',
    });
    const name = { institutionId, kind: 'totp', token } as const;
    expect(await readStep(db(), context(), name)).toMatchObject({ content: 'the secret' });
    expect(await readStep(db(), context(), { ...name, kind: 'activation' })).toBeUndefined();
    expect(await takeStep(db(), context(), name)).toMatchObject({ content: 'the secret' });
    expect(await takeStep(db(), context(), name)).toBeUndefined();
    const late = await beginStep(db(), context(), { institutionId, kind: 'second_factor' });
    service.clock.advance({ minutes: 5 });
    expect(
      await takeStep(db(), context(), {
        institutionId,
        kind: 'second_factor',
        token: late.token,
      }),
    ).toBeUndefined();
    await beginStep(db(), context(), { institutionId, kind: 'second_factor' });
    const rows = await db().query(
      'select 1 from sign_in_steps where institution_id = $1 and expires_at <= $2',
      [institutionId, service.clock.now()],
    );
    expect(rows).toEqual([]);
  });
});
