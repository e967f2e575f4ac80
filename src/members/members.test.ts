import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { staffActor } from '../../test/support/actor.ts';
import { onGuardedEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { seededRandom } from '../kernel/random.ts';
import { lexicon } from '../languages/reading.ts';
import { wordsOf } from '../reading/lexicon/tables.ts';
import { loadShares } from '../shares/load-shares.ts';
import { changeNickname, changeSuffix } from '../shares/share-names.ts';
import { recordInAuditLog } from './audit-log.ts';
import { setAddressState, verifyAddressAgain } from './address-state.ts';
import { addressesOf, openAddress } from './bind-address.ts';
import { bindAddresses } from '../messages/bind-addresses.ts';
import { maskedCode, ownCode, randomCode } from './code-rules.ts';
import { changeCode, codeOfVersion, openCodes } from './codes.ts';
import { changeSettings, createInstitution } from './institution.ts';

describe('codes', () => {
  it('look like codes and like nothing else when random', () => {
    const random = seededRandom('codes');
    for (let count = 0; count < 2_000; count += 1) {
      const code = randomCode(random);
      expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{6}$/);
      expect(code).toMatch(/\d/);
      expect(code).toMatch(/[A-Z]/);
    }
  });

  it('chosen by members are six letters or digits, and no member number, carrier word or trivial run', () => {
    expect(ownCode('km4t7q', '104211')).toEqual({ code: 'KM4T7Q' });
    for (const bad of ['short', 'toolong1', 'a b c d', 'ñandú1', ''])
      expect(ownCode(bad, '1')).toEqual({ refused: 'code_malformed' });
    expect(ownCode('104211', '104211')).toEqual({ refused: 'code_is_number' });
    expect(ownCode('revoke', '1')).toEqual({ refused: 'code_is_word' });
    for (const bad of ['aaaaaa', '123456', 'FEDCBA', 'ababab'])
      expect(ownCode(bad, '1')).toEqual({ refused: 'code_too_simple' });
    expect(maskedCode('KM4T7Q')).toBe('K••••Q');
    const shape = fc.stringMatching(/^[ ]?[A-Za-z0-9]{6}[ ]?$/);
    fc.assert(
      fc.property(shape, fc.stringMatching(/^\d{1,10}$/), (text, number) => {
        const own = ownCode(text, number);
        if ('refused' in own) return own.refused !== 'code_malformed';
        return own.code === text.trim().toUpperCase() && !number.includes(own.code);
      }),
      { seed: 1, numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.string().filter((text) => !/^[A-Za-z0-9]{6}$/.test(text.trim())),
        (text) => 'refused' in ownCode(text, '1'),
      ),
      { seed: 1, numRuns: 300 },
    );
  });

  it('are no command keyword, including STOP and its synonyms', () => {
    const words = lexicon.begins
      .flatMap((pack) => Object.values(pack.words).flatMap(wordsOf))
      .filter((word) => /^[a-z]{6}$/.test(word));
    expect(words).toContain('cancel');
    for (const word of words) expect(ownCode(word, '1')).toEqual({ refused: 'code_is_word' });
  });
});

onGuardedEngines('members', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
  });
  const context = () => ({ keyring: service.fixture.keyring, world: service.world });
  const place = (person: number) => ({
    institutionId: service.fixture.institution.id,
    addressId: service.fixture.members[person]?.addressId ?? '',
  });

  it('have encrypted codes and addresses: no row holds plain text', async () => {
    const codes = await openCodes(
      db(),
      service.fixture.keyring,
      service.fixture.institution.id,
      service.fixture.members.map(({ addressId }) => addressId),
    );
    expect(codes.size).toBe(4);
    const rows = JSON.stringify([
      await db().query(
        "select encode(sealed, 'escape') as a, encode(lookup, 'escape') as b from codes",
      ),
      await db().query(
        "select encode(address, 'escape') as a, encode(lookup, 'escape') as b from addresses",
      ),
    ]);
    for (const { code } of codes.values()) expect(rows).not.toContain(code);
    for (const { address } of service.fixture.members) expect(rows).not.toContain(address);
    expect(
      await openAddress(
        db(),
        service.fixture.keyring,
        service.fixture.institution.id,
        place(0).addressId,
      ),
    ).toBe(service.fixture.members[0]?.address);
  });

  it('can change their code, but never back to a used one', async () => {
    const first = (
      await openCodes(db(), service.fixture.keyring, place(0).institutionId, [place(0).addressId])
    ).get(place(0).addressId);
    const own = await db().transaction(async (tx) =>
      changeCode(tx, context(), { ...place(0), chosen: 'maya42' }),
    );
    expect(own).toEqual({ version: 2, code: 'MAYA42' });
    expect(
      await db().transaction(async (tx) =>
        changeCode(tx, context(), { ...place(0), chosen: first?.code ?? '' }),
      ),
    ).toEqual({ refused: 'code_used_before' });
    expect(await codeOfVersion(db(), service.fixture.keyring, { ...place(0), version: 1 })).toBe(
      first?.code,
    );
    const changed = await Promise.all(
      Array.from({ length: 5 }, async () =>
        db().transaction(async (tx) => changeCode(tx, context(), place(0))),
      ),
    );
    expect(new Set(changed.map((one) => ('version' in one ? one.version : 0)))).toEqual(
      new Set([3, 4, 5, 6, 7]),
    );
  });

  it('get no code on a suspended address, and none is decrypted', async () => {
    await setAddressState(db(), place(1).institutionId, {
      addressIds: [place(1).addressId],
      state: 'suspended',
      reason: 'sim',
    });
    expect(
      (await openCodes(db(), service.fixture.keyring, place(1).institutionId, [place(1).addressId]))
        .size,
    ).toBe(0);
    const another = async () => db().transaction(async (tx) => changeCode(tx, context(), place(1)));
    await expect(another()).rejects.toMatchObject({ code: 'address_not_proven' });
    await setAddressState(db(), place(1).institutionId, {
      addressIds: [place(1).addressId],
      state: 'paused',
      reason: 'by the member',
    });
    await expect(another()).rejects.toMatchObject({ code: 'address_not_proven' });
    await verifyAddressAgain(db(), place(1).institutionId, {
      addressId: place(1).addressId,
      at: service.clock.now(),
    });
    expect(await another()).toMatchObject({ version: 2 });
  });

  it('have values encrypted for their place: a copy in another row can’t be decrypted', async () => {
    const [, , third, fourth] = service.fixture.members;
    await db().query(
      `update codes set sealed = (select sealed from codes c where c.address_id = $1 and c.version = 1)
        where address_id = $2 and version = 1`,
      [third?.addressId, fourth?.addressId],
    );
    await expect(
      openCodes(db(), service.fixture.keyring, place(3).institutionId, [place(3).addressId]),
    ).rejects.toMatchObject({ code: 'undecryptable' });
  });

  it('have an address that belongs to one member until it is removed', async () => {
    const [, , third, fourth] = service.fixture.members;
    const wanted = {
      memberId: fourth?.id ?? '',
      channel: 'x',
      address: third?.address ?? '',
      mayMoveMoney: false,
    } as const;
    const bind = async () =>
      db().transaction(async (tx) =>
        bindAddresses(tx, context(), service.fixture.institution.id, [wanted]),
      );
    await expect(bind()).rejects.toMatchObject({ code: 'address_taken' });
    await setAddressState(db(), service.fixture.institution.id, {
      addressIds: [third?.addressId ?? ''],
      state: 'removed',
      reason: 'test',
    });
    expect(await bind()).toHaveLength(1);
    expect(await addressesOf(db(), service.fixture.institution.id, third?.id ?? '')).toEqual([]);
  });

  it('name their shares as they like, and an old suffix stays unused for 90 days', async () => {
    const [person] = service.fixture.members;
    const shares = async () =>
      (await loadShares(db(), service.fixture.institution.id, [person?.id ?? ''])).get(
        person?.id ?? '',
      ) ?? [];
    const checking = (await shares()).find(({ suffix }) => suffix === '7');
    const at = {
      institutionId: service.fixture.institution.id,
      memberId: person?.id ?? '',
      shareId: checking?.id ?? '',
    };
    const change = async (suffix: string) =>
      db().transaction(async (tx) => changeSuffix(tx, at, { suffix, now: service.clock.now() }));
    expect(await change('0')).toBe('suffix_taken');
    expect(await change('hello')).toBe('suffix_malformed');
    expect(await change('s01')).toBeUndefined();
    expect(await change('7')).toBe('suffix_retired');
    service.clock.advance({ days: 91 });
    expect(await change('7')).toBeUndefined();
    const name = async (nickname: string | null) =>
      db().transaction(async (tx) => changeNickname(tx, at, nickname));
    expect(await name('House fund')).toBeUndefined();
    for (const bad of ['7', 'x', '123456', 'a\nb', '💸💸💸', 'reply OK 4821 now please'])
      expect(await name(bad)).toBe('nickname_malformed');
    expect((await shares()).find(({ suffix }) => suffix === '7')?.nickname).toBe('House fund');
  });

  it('belong to one institution: another sees nothing of them', async () => {
    const other = await db().transaction(async (tx) =>
      createInstitution(tx, service.world, {
        slug: `other-${db().engine}`,
        name: 'Other',
        zone: 'UTC',
        currency: 'USD',
      }),
    );
    expect(
      (
        await loadShares(
          db(),
          other.id,
          service.fixture.members.map(({ id }) => id),
        )
      ).size,
    ).toBe(0);
    expect(
      (
        await openCodes(
          db(),
          service.fixture.keyring,
          other.id,
          service.fixture.members.map(({ addressId }) => addressId),
        )
      ).size,
    ).toBe(0);
    await expect(
      db().transaction(async (tx) =>
        createInstitution(tx, service.world, {
          slug: 'Bad Slug',
          name: 'x',
          zone: 'Mars',
          currency: 'USD',
        }),
      ),
    ).rejects.toMatchObject({ code: 'institution_invalid' });
  });

  it('are changed only with who and why, both recorded', async () => {
    const { id } = service.fixture.institution;
    await expect(
      recordInAuditLog(db(), service.world, {
        institutionId: id,
        ...staffActor(' ', 'x'),
        what: 'y',
        subject: 'z',
      }),
    ).rejects.toMatchObject({ code: 'actor_missing' });
    await db().transaction(async (tx) =>
      changeSettings(tx, service.world, {
        institutionId: id,
        changes: { historyCount: 3 },
        actor: staffActor('ann', 'shorter'),
      }),
    );
    await expect(
      db().transaction(async (tx) =>
        changeSettings(tx, service.world, {
          institutionId: id,
          changes: { historyCount: 99 },
          actor: staffActor('ann', 'x'),
        }),
      ),
    ).rejects.toMatchObject({ code: 'institution_invalid' });
    expect(
      await db().query('select who, why, what from acts where institution_id = $1', [id]),
    ).toEqual([{ who: 'ann', why: 'shorter', what: 'settings_changed' }]);
  });
});
