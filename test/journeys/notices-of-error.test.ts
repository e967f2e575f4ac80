import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';

const stolen = {
  en: 'someone stole 50 dollars from my checking',
  es: 'alguien me robó 50 dólares de mi cuenta',
  fr: 'quelqu’un a volé 50 dollars dans mon compte',
} as const;
const languages = ['en', 'es', 'fr'] as const;

/**
 * A notice of error starts the clock of 12 CFR 1005.11 and reaches staff. It may use any words, and
 * come from any address of a member.
 */
onGuardedEngines('a possible notice of error', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 24 });
  });
  const institutionId = () => service.fixture.institution.id;
  const member = (person: number) => present(service.fixture.members[person], 'they live here');
  const tasksOf = async (person: number) =>
    db().query<{
      state: string;
      receivedAt: Temporal.Instant;
      dueOn: Temporal.PlainDate;
      detail: string;
      case: string | null;
    }>(
      `select state, received_at as "receivedAt", due_on as "dueOn", detail, case_reference as case from tasks
        where institution_id = $1 and member_id = $2 and kind = 'possible_error' order by created_at`,
      [institutionId(), member(person).id],
    );
  const count = async (table: 'tasks' | 'outbound') => {
    const [row] = await db().query<{ n: number }>(
      `select count(*)::int as n from ${table} where institution_id = $1`,
      [institutionId()],
    );
    return row?.n;
  };
  const codeIn = (text: string | undefined) =>
    present(/OK (\d{4})/.exec(text ?? '')?.[1], `a question in: ${text}`);
  const isOpenSince = async (person: number, at: Temporal.Instant) => {
    const tasks = await tasksOf(person);
    expect(tasks).toMatchObject([{ state: 'open', receivedAt: at }]);
    // Ten business days after Monday 23 November 2026, without Thanksgiving.
    expect(tasks[0]?.dueOn.toString()).toBe('2026-12-08');
  };

  it.each(languages)(
    'counts from a suspended, a paused and a locked address (%s)',
    async (language) => {
      const at = languages.indexOf(language);
      for (const [offset, state] of ['suspended', 'paused', 'locked'].entries()) {
        const person = at * 3 + offset;
        if (state === 'locked') await service.say(person, 'LOCK');
        else
          await db().query(
            'update addresses set state = $3 where institution_id = $1 and id = $2',
            [institutionId(), member(person).addressId, state],
          );
        const { text } = await service.say(person, stolen[language]);
        expect(text, state).toBeDefined();
        await isOpenSince(person, service.clock.now());
      }
    },
  );

  it('counts after STOP, and nothing is sent', async () => {
    await service.say(9, 'STOP');
    const before = await count('outbound');
    for (const language of languages)
      expect((await service.say(9, stolen[language])).text).toBeUndefined();
    expect(await count('outbound')).toBe(before);
    await isOpenSince(9, service.clock.now());
  });

  it('counts from a public post, which gets at most a private answer', async () => {
    const before = await count('outbound');
    const { text } = await service.say(10, stolen.en, { public: true });
    // The reply does not say that nothing was done, since staff have it.
    expect(text).toMatch(/where anyone can read it\. Our staff have it/);
    expect(text).not.toMatch(/OK \d{4}|\$|50/);
    await isOpenSince(10, service.clock.now());
    // Only once: we just record the next post.
    expect((await service.say(10, stolen.fr, { public: true })).text).toBeUndefined();
    expect(await count('outbound')).toBe((before ?? 0) + 1);
    const details = (await tasksOf(10)).map(({ detail }) => detail);
    expect(details.join('\n')).toContain(stolen.fr);
  });

  it('from a stranger gets the telephone number once a day, and makes no task', async () => {
    const before = await count('tasks');
    const stranger = { address: '990000000000000001' };
    expect((await service.say(0, stolen.en, stranger)).text).toMatch(/\d{3}-\d{3}-\d{4}/);
    expect((await service.say(0, stolen.en, stranger)).text).toBeUndefined();
    expect(await count('tasks')).toBe(before);
  });

  it('reaches staff though its message fails', async () => {
    await db().query(`create function refuse_dispute() returns trigger language plpgsql as
      $$ begin raise exception 'a bug of ours'; end $$`);
    await db().query(`create trigger refuse_dispute before insert on inbound for each row
      when (new.intent = 'dispute') execute function refuse_dispute()`);
    try {
      for (const [index, language] of languages.entries()) {
        const { outcome, text } = await service.say(11 + index, stolen[language]);
        expect(outcome).toBe('failed');
        expect(text).toMatch(/E-\d{4}-\d{4}/);
        await isOpenSince(11 + index, service.clock.now());
      }
    } finally {
      await db().query('drop trigger refuse_dispute on inbound');
      await db().query('drop function refuse_dispute()');
    }
  });

  it.each([
    [
      'en',
      14,
      'they stole my card and there is a charge i did not make',
      /^Lost or stolen: call .*case/,
    ],
    ['es', 15, 'me robaron la tarjeta y hay un cargo que no hice', /^Pérdida o robo: llame .*caso/],
    [
      'fr',
      16,
      'on m’a volé ma carte et il y a un achat que je n’ai pas fait',
      /^Perte ou vol : appelez .*dossier/,
    ],
  ] as const)(
    'next to a stolen card gets an answer for both (%s)',
    async (language, person, said, answer) => {
      await db().query('update members set language = $3 where institution_id = $1 and id = $2', [
        institutionId(),
        member(person).id,
        language,
      ]);
      const { text, outcome } = await service.say(person, said);
      expect(outcome).toBe('confirm_dispute');
      expect(text).toMatch(answer);
      expect(text).toMatch(/\d{3}-\d{3}-\d{4}/);
      await isOpenSince(person, service.clock.now());
      expect((await service.say(person, `OK ${codeIn(text)}`)).outcome).toBe('dispute_opened');
    },
  );

  it('keeps its earliest time through repeats and an expired OK; the OK then makes the case from it', async () => {
    const first = service.clock.now();
    const asked = await service.say(17, stolen.en);
    expect(asked.text).toMatch(/OK \d{4}.*\d{3}-\d{3}-\d{4}/);
    service.clock.advance({ minutes: 11 });
    expect((await service.say(17, `OK ${codeIn(asked.text)}`)).outcome).toBe(
      'confirmation_expired',
    );
    await isOpenSince(17, first);
    service.clock.advance({ hours: 48 });
    const again = await service.say(17, 'there is a charge I did not make');
    await isOpenSince(17, first);
    const { outcome, text } = await service.say(17, `OK ${codeIn(again.text)}`);
    expect(outcome).toBe('dispute_opened');
    const [row] = await db().query<{
      reference: string;
      receivedAt: Temporal.Instant;
      due: Temporal.PlainDate;
    }>(
      `select reference, received_at as "receivedAt", due_on as due from cases
        where institution_id = $1 and member_id = $2`,
      [institutionId(), member(17).id],
    );
    expect(row?.receivedAt).toEqual(first);
    expect(row?.due.toString()).toBe('2026-12-08');
    expect(text).toContain(row?.reference);
    expect(await tasksOf(17)).toMatchObject([{ state: 'done', case: row?.reference }]);
  });
});
