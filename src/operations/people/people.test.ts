import { beforeAll, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { noCore } from '../../core/remote/no-core.ts';
import { createRemoteCore } from '../../core/remote/remote-core.ts';
import { readShareBooks } from '../books/list-entries.ts';
import { perform } from '../perform.ts';
import type { StaffContext } from '../request-context.ts';
import { findMembers } from './find-members.ts';
import { readMemberFile } from './read-member-file.ts';

onSampledEngines('what staff see of members', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 60 });
  });
  const teller = (): StaffContext => ({
    ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
    principal: staffPerson('teller', service),
  });
  const find = async (text: string) => (await perform(teller(), findMembers, { text })).done;

  it('lists at most fifty, and says that there are more', async () => {
    const all = await find('person');
    expect(all?.members).toHaveLength(50);
    expect(all?.more).toBe(true);
    expect((await find('90000'))?.members).toHaveLength(9);
  });

  it('finds a transfer’s receipt of one member, and of several without a number', async () => {
    await service.say(0, '#move 5 from 7 to 0');
    await service.say(1, '#move 5 from 7 to 0');
    const receipt = '2-2';
    const found = (await find(receipt))?.members.filter(({ by }) => by === 'receipt');
    expect(found?.map(({ number }) => number).toSorted()).toEqual(['900001', '900002']);
    const one = (await find(`900002 ${receipt}`))?.members ?? [];
    expect(one.map(({ number }) => number)).toEqual(['900002']);
  });

  it.each(['%', '_', "'; drop table members", ':*', '&', '-', '@', '(', '\\'])(
    'takes %s as a text that nobody has',
    async (text) => {
      expect(await find(text)).toEqual({ members: [], more: false });
    },
  );

  it('shows a member whose books are elsewhere and away, without figures', async () => {
    const request: StaffContext = {
      ...teller(),
      core: createRemoteCore(noCore, { db: db(), clock: service.world.clock }),
    };
    const { done } = await perform(request, readMemberFile, { number: '900001' });
    expect(done).toMatchObject({ booksAway: true, booksOurs: false, entries: [], holds: [] });
    expect(done?.shares.map(({ ledger }) => ledger)).toEqual([null, null]);
    const share = await perform(request, readShareBooks, { number: '900001', suffix: '7' });
    expect(share.refused?.code).toBe('books_away');
  });
});
