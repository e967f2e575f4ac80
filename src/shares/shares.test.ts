import { beforeAll, describe, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { present } from '../kernel/assert.ts';
import { lexicon } from '../languages/reading.ts';
import { wordsOf } from '../reading/lexicon/tables.ts';
import { loadShares } from './load-shares.ts';
import { addJointOwners, openShares } from './open-shares.ts';
import { receiptOf } from '../transfers/receipt.ts';
import { isNickname } from './nicknames.ts';
import { changeNickname, changeSuffix } from './share-names.ts';
import { suggestSuffix } from './suggest-suffix.ts';

describe('nicknames', () => {
  it('may be any short name without another meaning', () => {
    for (const name of ['House', 'Épicerie', 'Niños', "Maya's car", 'Rent & food', 'Roth 401k'])
      expect(isNickname(name, 'savings')).toBe(true);
    for (const name of ['', 'x', '7', 'S01', '1234', 'a\nb', 'x'.repeat(21), 'to 123456789'])
      expect(isNickname(name, 'savings')).toBe(false);
  });

  it('are no command keyword, no amount and no confirmation', () => {
    const words = lexicon.begins.flatMap((pack) => Object.values(pack.words).flatMap(wordsOf));
    expect(words.length).toBeGreaterThan(150);
    for (const word of [...words, ...lexicon.arguments.units])
      expect(isNickname(word, 'savings')).toBe(false);
    for (const name of ['OK 4821', 'Transfer', 'DÉPÔT', 'Sí', '50 dollars', 'no.', 'All'])
      expect(isNickname(name, 'savings')).toBe(false);
  });

  it('name no kind but the share’s', () => {
    for (const [word, kind] of lexicon.arguments.kindOf) {
      if (kind === 'all' || word in { chk: 1, cheques: 1 }) continue;
      for (const own of ['checking', 'savings', 'certificate', 'loan'] as const)
        expect([word, own, isNickname(word, own)]).toEqual([word, own, own === kind]);
    }
  });
});

it('a receipt has the share’s number and its entry’s', () => {
  expect(receiptOf(3, { sequence: 213n })).toBe('3-213');
});

it('a receipt of another core is its reference, cut to the room in a reply', () => {
  expect(receiptOf(3, { reference: 'TX-2026-000123' })).toBe('TX-2026-000123');
  expect(receiptOf(3, { reference: 'A'.repeat(40) })).toBe('A'.repeat(20));
});

onSampledEngines('shares', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
  });
  const id = () => service.fixture.institution.id;
  const person = (index: number) =>
    present(service.fixture.members[index], 'the fixture has this person');
  const sharesOf = async (index: number) =>
    (await loadShares(db(), id(), [person(index).id])).get(person(index).id) ?? [];
  const open = async (
    memberId: string,
    suffix: string,
    kind: 'savings' | 'loan' | 'certificate' = 'savings',
  ) =>
    db().transaction(async (tx) =>
      openShares(tx, service.world, id(), [
        { memberId, accountId: service.world.ids.next(), kind, currency: 'USD', suffix },
      ]),
    );
  const suggest = async (index: number) =>
    suggestSuffix(
      db(),
      { institutionId: id(), memberId: person(index).id },
      { kind: 'loan', now: service.clock.now() },
    );

  it('are numbered in order of opening, even when opened at once', async () => {
    await Promise.all(['1', '2', '3', 'S04'].map(async (suffix) => open(person(0).id, suffix)));
    const shares = await sharesOf(0);
    expect(shares.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(shares.map(({ suffix }) => suffix))).toEqual(
      new Set(['0', '7', '1', '2', '3', 'S04']),
    );
    const all = await loadShares(db(), id(), [person(1).id, person(0).id]);
    expect([all.get(person(0).id)?.length, all.get(person(1).id)?.length]).toEqual([6, 2]);
  });

  it('get no suffix that is taken, malformed or recently given up', async () => {
    await expect(open(person(0).id, '7')).rejects.toMatchObject({ code: 'suffix_taken' });
    await expect(open(person(0).id, '777')).rejects.toMatchObject({ code: 'suffix_malformed' });
    const share = present((await sharesOf(1))[1], 'a second share');
    const place = { institutionId: id(), memberId: person(1).id, shareId: share.id };
    const now = service.clock.now();
    expect(
      await db().transaction(async (tx) => changeSuffix(tx, place, { suffix: 'c01', now })),
    ).toBeUndefined();
    await expect(open(person(1).id, share.suffix)).rejects.toMatchObject({
      code: 'suffix_retired',
    });
    expect(await sharesOf(1)).toHaveLength(2);
    expect(
      (await db().query('select 1 from shares where institution_id = $1', [id()])).length,
    ).toBe(2 + 6 + 2);
  });

  it('move money by kind: out of savings, not out of a loan, and never for a certificate', async () => {
    await open(person(2).id, '3', 'loan');
    await open(person(2).id, '4', 'certificate');
    const may = (await sharesOf(2)).map((one) => [one.suffix, one.mayMoveFrom, one.mayMoveTo]);
    expect(may).toEqual([
      ['0', true, true],
      ['7', true, true],
      ['3', false, true],
      ['4', false, false],
    ]);
  });

  it('have joint owners, each with their own suffix, nickname and rights', async () => {
    const share = present((await sharesOf(2))[0], 'savings');
    await db().transaction(async (tx) =>
      addJointOwners(
        tx,
        id(),
        [
          {
            memberId: person(1).id,
            shareId: share.id,
            kind: 'savings',
            suffix: '9',
            nickname: 'Household',
            mayMove: false,
          },
        ],
        service.clock.now(),
      ),
    );
    expect((await sharesOf(1)).at(-1)).toMatchObject({
      id: share.id,
      accountId: share.accountId,
      role: 'joint',
      suffix: '9',
      nickname: 'Household',
      ordinal: 3,
      maySee: true,
      mayMoveFrom: false,
      mayMoveTo: false,
    });
    expect((await sharesOf(2))[0]).toMatchObject({ suffix: '0', role: 'owner', mayMoveFrom: true });
  });

  it('keep nicknames distinct, even when two are set at once', async () => {
    const shares = await sharesOf(0);
    const name = async (index: number, nickname: string) =>
      db().transaction(async (tx) =>
        changeNickname(
          tx,
          {
            institutionId: id(),
            memberId: person(0).id,
            shareId: present(shares[index], 'the share').id,
          },
          nickname,
        ),
      );
    const results = await Promise.all([name(0, 'Rainy  day'), name(1, 'rainy day')]);
    expect(results.toSorted()).toEqual(['nickname_taken', undefined]);
    expect(await name(2, 'Checking')).toBe('nickname_malformed');
    expect(await name(2, 'Savings')).toBeUndefined();
  });

  it('get the lowest free suffix as a suggestion', async () => {
    expect(await suggest(0)).toBe('4');
    // 7 was given up above.
    expect(await suggest(1)).toBe('1');
    for (const suffix of ['1', '2', '5', '6', '8', '9']) await open(person(2).id, suffix);
    expect(await suggest(2)).toBe('L01');
  });
});
