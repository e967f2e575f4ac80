import { beforeAll, describe, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { indexMessages } from '../../messages/search/index-messages.ts';
import { pruneMessages } from '../../messages/prune-messages.ts';
import { listStaffApprovals } from '../dual-control/list-approvals.ts';
import { perform } from '../perform.ts';
import { approve } from '../staff-operations.ts';
import {
  downloadSearch,
  exportSearch,
  listSearches,
  readSearch,
  searchMessages,
} from './search-messages.ts';

onSampledEngines('the search over all messages', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
    await service.say(0, 'where is the Pharmacy on the corner of my street?');
    await service.say(1, '=HYPERLINK("x") la farmácia azul');
    await service.say(2, '#bal 7');
    await service.say(2, 'my pin is 4821');
  });
  const as = (role: StaffRole) => ({
    ...staffRequest({ ...service, db: db() }, { why: 'a complaint of Monday' }),
    principal: staffPerson(role, service),
  });
  const find = async (criteria: object, role: StaffRole = 'compliance') => {
    const { done, refused } = await perform(as(role), searchMessages, criteria);
    if (!done) return refused.code;
    const read = await perform(as(role), readSearch, { searchId: done.searchId });
    return (read.done?.found ?? []).map(({ text }) => text);
  };

  it.each([
    [{ words: 'pharm' }, [/Pharmacy/]],
    [{ words: 'CORNER pharmacy' }, [/Pharmacy/]],
    [{ words: 'farmacia' }, [/farmácia/]],
    [{ words: 'farmacia pharmacy' }, []],
    [{ words: 'available', direction: 'out' }, [/available/]],
    [{ number: '900003', direction: 'in' }, [/█/, /#bal 7/]],
    [{ outcome: 'balance' }, [/#bal 7/]],
    [{ words: 'pharm', from: '2026-11-24' }, []],
    [{ words: 'pharm', from: '2026-11-23', until: '2026-11-23' }, [/Pharmacy/]],
    [{ words: "'&|!:*", outcome: 'balance' }, 'search_empty'],
    [{}, 'search_empty'],
    [{ number: '1' }, 'member_unknown'],
  ])('%o finds %o', async (criteria, expected) => {
    const found = await find(criteria);
    expect(found).toEqual(
      typeof expected === 'string' ? expected : expected.map((one) => expect.stringMatching(one)),
    );
  });

  it('finds no secret: it was never stored', async () => {
    expect(await find({ words: '4821' })).toEqual([]);
  });

  it('records who searched for what and why', async () => {
    await find({ words: 'corner' }, 'auditor');
    const acts = await db().query(
      "select who, why, detail from acts where institution_id = $1 and what = 'messages_searched' order by id desc limit 1",
      [service.fixture.institution.id],
    );
    expect(acts).toEqual([
      { who: 'auditor one', why: 'a complaint of Monday', detail: { words: 'corner' } },
    ]);
    const looks = await db().query("select why from reads where what = 'search' limit 1");
    expect(looks).toEqual([{ why: 'a complaint of Monday' }]);
  });

  describe('by a supervisor', () => {
    const approveLast = async () => {
      const { done } = await perform(as('compliance'), listStaffApprovals, {});
      const waiting = done?.approvals.filter(({ state }) => state === 'waiting') ?? [];
      return perform(as('compliance'), approve, { reference: waiting.at(-1)?.reference ?? '' });
    };

    it('waits for a second person, then is open to who asked, and to nobody else', async () => {
      expect(await find({ words: 'corner' }, 'supervisor')).toBe('waits_for_approval');
      expect((await perform(as('supervisor'), listSearches, {})).done?.searches).toEqual([]);
      expect((await approveLast()).done).toMatchObject({ approved: true });
      const own = (await perform(as('supervisor'), listSearches, {})).done?.searches ?? [];
      expect(own).toMatchObject([{ criteria: { words: 'corner' } }]);
      const searchId = own[0]?.searchId ?? '';
      expect((await perform(as('supervisor'), readSearch, { searchId })).done?.found).toHaveLength(
        1,
      );
      expect((await perform(as('compliance'), readSearch, { searchId })).refused?.code).toBe(
        'search_unknown',
      );
    });

    it('an export takes a second person too; the file is safe in a spreadsheet', async () => {
      const { done } = await perform(as('supervisor'), listSearches, {});
      const searchId = done?.searches[0]?.searchId ?? '';
      const before = await perform(as('supervisor'), downloadSearch, { searchId });
      expect(before.refused?.code).toBe('search_unknown');
      const asked = await perform(as('supervisor'), exportSearch, { searchId });
      expect(asked.refused?.code).toBe('waits_for_approval');
      expect((await approveLast()).done).toMatchObject({ approved: true });
      const { done: file } = await perform(as('supervisor'), downloadSearch, { searchId });
      expect(file?.csv).toMatch(/^at,direction,channel,member_number,outcome,text\r\n.*Pharmacy/s);
    });
  });

  it('an exported text that a spreadsheet would run begins with an apostrophe', async () => {
    const { done } = await perform(as('compliance'), searchMessages, { words: 'azul' });
    const searchId = done?.searchId ?? '';
    await perform(as('compliance'), exportSearch, { searchId });
    const { done: file } = await perform(as('compliance'), downloadSearch, { searchId });
    expect(file?.csv).toContain(`"'=HYPERLINK(""x"") la farmácia azul"`);
  });

  it('closes after 24 hours, and refuses a role that may not search', async () => {
    const { done } = await perform(as('compliance'), searchMessages, { words: 'corner' });
    service.clock.advance({ hours: 24 });
    const searchId = done?.searchId ?? '';
    expect((await perform(as('compliance'), readSearch, { searchId })).refused?.code).toBe(
      'search_unknown',
    );
    expect(await find({ words: 'corner' }, 'service')).toBe('role_missing');
  });

  it('two processes that index together leave none out and take none twice', async () => {
    const { id: institutionId } = service.fixture.institution;
    for (let one = 0; one < 20; one += 1) await service.say(one % 3, `unusual question ${one}`);
    await Promise.all([
      indexMessages(db(), { institutionId, rounds: 5 }),
      indexMessages(db(), { institutionId, rounds: 5 }),
    ]);
    expect(await find({ words: 'unusual', direction: 'in' })).toHaveLength(20);
  });

  it('forgets what is deleted with its message', async () => {
    const { institution, keyring } = service.fixture;
    service.clock.advance({ hours: 100 * 24 });
    await pruneMessages(
      db(),
      { institutionId: institution.id, world: service.world, keyring },
      service.world.clock.now(),
    );
    const [left] = await db().query<{ words: number; messages: number }>(
      `select (select count(*)::int from message_words where institution_id = $1) as words,
        (select count(*)::int from inbound where institution_id = $1) + (select count(*)::int from outbound where institution_id = $1)
          as messages`,
      [institution.id],
    );
    expect(left?.words).toBe(left?.messages);
  });
});
