import { beforeAll, describe, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import type { Language } from '../../src/kernel/vocabulary/language.ts';
import { changeSuffix } from '../../src/shares/share-names.ts';
import { loadShares } from '../../src/shares/load-shares.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';
import { enrollMembers } from '../support/fixture/enroll.ts';

/** Rules for every order of money: who sent it, what waits, and what the other side is called. */
onGuardedEngines('an order of money', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 24 });
  });
  const member = (person: number) => present(service.fixture.members[person], 'they live here');
  const balanceOf = async (person: number) => {
    const [row] = await db().query<{ ledger: bigint }>(
      'select ledger_balance as ledger from accounts where institution_id = $1 and id = $2',
      [service.fixture.institution.id, member(person).checkingAccountId],
    );
    return row?.ledger;
  };
  const codeIn = (text: string | undefined) =>
    present(/OK (\d{4})/.exec(text ?? '')?.[1], `a question in: ${text}`);
  const speak = async (person: number, language: Language) =>
    db().query('update members set language = $3 where institution_id = $1 and id = $2', [
      service.fixture.institution.id,
      member(person).id,
      language,
    ]);
  const enrollPhone = async (person: number) => {
    const address = `+131455502${String(person).padStart(2, '0')}`;
    await enrollMembers({ ...service, db: db() }, [
      { memberId: member(person).id, channel: 'sms', address },
    ]);
    return { channel: 'sms', address } as const;
  };
  const languages = [
    ['en', 0, '#trans 5 7 0', /^Nothing moved yet/, /each transfer/],
    ['es', 1, '#trans 5 7 0', /^A[uú]n no se ha movido nada/, /cada transferencia/],
    ['fr', 2, '#trans 5 7 0', /^Rien/i, /chaque virement/i],
  ] as const;

  it.each(languages)(
    'by SMS always waits for its OK, though the carrier gives a time (%s)',
    async (language, person, order, asked, limits) => {
      const phone = await enrollPhone(person);
      await speak(person, language);
      for (const sentAt of [service.clock.now(), null]) {
        const before = await balanceOf(person);
        const { text, outcome } = await service.say(person, order, { ...phone, sentAt });
        expect(outcome).toBe('confirm_transfer');
        expect(text).toMatch(asked);
        expect(await balanceOf(person)).toBe(before);
        const done = await service.say(person, `OK ${codeIn(text)}`, { ...phone, sentAt });
        expect(done.outcome).toBe('transferred');
        service.clock.advance({ minutes: 5 });
      }
      expect((await service.say(person, '#limits', phone)).text).toMatch(limits);
      // On X the platform authenticates its senders.
      expect((await service.say(person, order)).outcome).toBe('transferred');
    },
  );

  it.each([
    ['en', 3, /The pending transfer is canceled\.$/],
    ['es', 4, /Se canceló la pendiente\.$/],
    ['fr', 5, /Virement en attente annulé\.$/],
  ] as const)(
    'that is refused cancels a waiting transfer and says so in one segment (%s)',
    async (language, person, said) => {
      await speak(person, language);
      for (const typo of ['#trans 5 7 9', '#trans 5 7 7', '#trans -5 7 0', '#trans 5000 7 0']) {
        const code = codeIn((await service.say(person, '#trans 600 7 0')).text);
        const { text, outcome } = await service.say(person, typo);
        expect([typo, outcome]).not.toEqual([typo, 'confirm_transfer']);
        expect(text).toMatch(said);
        expect(text?.length).toBeLessThanOrEqual(153);
        expect((await service.say(person, `OK ${code}`)).outcome).toBe('nothing_pending');
      }
      // If nothing waited, the reply does not mention it.
      expect((await service.say(person, '#trans 5 7 9')).text).not.toMatch(said);
    },
  );

  describe('leaves a waiting DISPUTE and a waiting LOCK', () => {
    it.each([
      ['refused', 6, '#trans 5 7 9'],
      ['refused by its amount', 7, '#trans -5 7 0'],
      ['done', 8, '#trans 5 7 0'],
      ['asked about', 9, '#trans 600 7 0'],
      ['listed', 10, '#trans 20 7'],
    ])('when it is %s', async (_what, person, order) => {
      const code = codeIn((await service.say(person, "this wasn't me")).text);
      await service.say(person, order);
      expect((await service.say(person, `OK ${code}`)).outcome).toBe('dispute_opened');
    });

    it('a LOCK with a question', async () => {
      const asked = await service.say(11, 'lcok');
      expect(asked.outcome).toBe('confirm_lock');
      await service.say(11, '#trans 600 7 0');
      expect((await service.say(11, `OK ${codeIn(asked.text)}`)).outcome).toBe('locked');
    });

    it('NO answers the last question, and names the one that still waits', async () => {
      const dispute = codeIn((await service.say(12, 'dispute')).text);
      const transfer = codeIn((await service.say(12, '#trans 600 7 0')).text);
      const declined = await service.say(12, 'NO');
      expect(declined.text).toContain(`OK ${dispute}`);
      expect((await service.say(12, `OK ${transfer}`)).outcome).toBe('confirmation_replaced');
      expect((await service.say(12, `OK ${dispute}`)).outcome).toBe('dispute_opened');
    });

    it('the transfer asked after it is carried out by its own OK', async () => {
      const dispute = codeIn((await service.say(13, 'dispute')).text);
      const transfer = codeIn((await service.say(13, '#trans 600 7 0')).text);
      expect((await service.say(13, `OK ${transfer}`)).outcome).toBe('transferred');
      expect((await service.say(13, `OK ${dispute}`)).outcome).toBe('dispute_opened');
    });
  });

  it.each([
    ['en', 14, /even in MyVantage.*No one is signed out/],
    ['es', 15, /tampoco en.*No cierra sesiones/],
    ['fr', 16, /même dans.*Aucune session/],
  ] as const)('LOCK says what it does and does not do (%s)', async (language, person, said) => {
    await speak(person, language);
    expect((await service.say(person, 'LOCK')).text).toMatch(said);
    expect((await service.say(person, '#trans 5 7 0')).outcome).toBe('member_locked');
  });

  describe('appears in history with the other side’s present name', () => {
    const rename = async (person: number, from: string, to: string) => {
      const institutionId = service.fixture.institution.id;
      const memberId = member(person).id;
      const shares = (await loadShares(db(), institutionId, [memberId])).get(memberId) ?? [];
      const { id: shareId } = present(
        shares.find(({ suffix }) => suffix === from),
        'the share',
      );
      const refused = await db().transaction(async (tx) =>
        changeSuffix(
          tx,
          { institutionId, memberId, shareId },
          { suffix: to, now: service.clock.now() },
        ),
      );
      expect(refused).toBeUndefined();
    };

    it('never with the share that has its old suffix today', async () => {
      await service.say(17, '#trans 5 7 0');
      await rename(17, '0', '3');
      // Much later, another share takes the suffix that became free.
      service.clock.advance({ hours: 24 * 91 });
      await rename(17, '7', '0');
      const { text } = await service.say(17, '#hist 0 1');
      expect(text).toContain('To Savings 3');
      // The guard against repeats compares accounts, so a new suffix hides nothing.
      await service.say(17, '#trans 6 0 3');
      await rename(17, '3', '4');
      expect((await service.say(17, '#trans 6 0 4')).text).toMatch(/just made this transfer/);
    });

    it.each([
      ['en', 18, /To Savings -\$5\.00/],
      ['es', 19, /A ahorros -\$5\.00/],
      ['fr', 20, /Vers épargne -5,00/],
    ] as const)(
      'only with its kind if the member no longer sees it (%s)',
      async (language, person, said) => {
        await speak(person, language);
        await service.say(person, '#trans 5 7 0');
        await db().query(
          `update share_owners set may_see = false where institution_id = $1 and member_id = $2 and suffix = '0'`,
          [service.fixture.institution.id, member(person).id],
        );
        expect((await service.say(person, '#hist 7 1')).text).toMatch(said);
      },
    );
  });
});
