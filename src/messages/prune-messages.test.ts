import { beforeAll, expect, it } from 'vitest';
import { onBothEngines } from '../../test/support/engines.ts';
import { enrollMembers } from '../../test/support/fixture/enroll.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { rolledBack } from '../database/rolled-back.ts';
import { verify, verifyIn } from '../ledger/verify/verify.ts';
import { messagesPart } from '../service/messages-part.ts';
import { present } from '../kernel/assert.ts';
import { placeOutbound } from './hosted/place-outbound.ts';
import { pruneMessages } from './prune-messages.ts';

onBothEngines('messages whose time is over', (db) => {
  let service: Service;
  let halfway: Temporal.Instant;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
    for (const text of ['#bal', '#trans 5 7 0', 'hist 7']) await service.say(0, text);
    service.clock.advance({ hours: 1 });
    halfway = service.clock.now();
    for (const text of ['#bal', '#bal 7']) await service.say(1, text);
    await db().query(`update outbound set status = 'delivered'`);
  });
  const place = () => ({
    institutionId: service.fixture.institution.id,
    world: service.world,
    keyring: service.fixture.keyring,
  });
  const options = () => ({ ...place(), parts: [messagesPart] });
  const counts = async () => {
    const [row] = await db().query(
      `select (select count(*)::int from inbound) as inbound, (select count(*)::int from outbound) as outbound,
        (select count(*)::int from entries) as entries`,
    );
    return row;
  };

  it('are deleted, their leaves stay, and verify accepts exactly that', async () => {
    const before = await counts();
    expect(before).toMatchObject({ inbound: 5, outbound: 5 });
    expect(await pruneMessages(db(), place(), halfway)).toBe(6);
    expect(await counts()).toEqual({ ...before, inbound: 2, outbound: 2 });
    const report = await verify(db(), options());
    expect(report.problems).toEqual([]);
    expect(report.record.signatures).toMatchObject({ unvouched: 0 });
    expect(await pruneMessages(db(), place(), halfway)).toBe(0);
    expect((await verify(db(), { ...options(), keyring: undefined })).problems).toEqual([]);
  });

  it.each([
    [
      'one more is gone',
      `delete from inbound where external_id = (select max(external_id) from inbound)`,
    ],
    [
      'the pruning is put further',
      `update prunings set through = through + 2, messages = messages + 4`,
    ],
    ['the pruning tells another number', 'update prunings set messages = messages + 1'],
    ['the pruning is gone', 'delete from prunings'],
    [
      'a pruning is put in',
      `with gone as (delete from outbound returning 1)
        insert into prunings select institution_id, through + 5, batch_id, 2, pruned_at from prunings`,
    ],
    [
      'one is put back otherwise',
      `insert into outbound (institution_id, id, conversation_id, channel, batch_id, purpose, priority, text, language, queued_at, expires_at)
        select institution_id, gen_random_uuid(), conversation_id, channel,
          (select batch_id from chain where messages_count > 1 order by number limit 1), purpose, priority, text, language,
          queued_at, expires_at from outbound limit 1`,
    ],
  ])('are missed where %s', async (_what, statement) => {
    const problems = await rolledBack(db(), async (tx) => {
      await tx.query(statement);
      return (await verifyIn(tx, options())).problems;
    });
    expect(problems.length).toBeGreaterThan(0);
  });

  it('give up their places in the app', async () => {
    const { fixture, world } = service;
    const person = present(fixture.members[3], 'the person lives in the fixture');
    await enrollMembers({ db: db(), world, fixture }, [
      { memberId: person.id, channel: 'app', address: person.id },
    ]);
    const institutionId = fixture.institution.id;
    const answered = async () => {
      const { outboundId } = await service.say(3, '#bal', { channel: 'app', address: person.id });
      const id = present(outboundId, 'it was answered');
      const message = { institutionId, channel: 'app' as const, id, address: person.id };
      await placeOutbound(db(), fixture.keyring, message, world.clock.now());
      await db().query(`update outbound set status = 'wired' where id = $1`, [id]);
    };
    await answered();
    service.clock.advance({ hours: 1 });
    const between = world.clock.now();
    await answered();
    await pruneMessages(db(), place(), between);
    const places = await db().query('select place from hosted_messages order by place');
    expect(places).toEqual([{ place: 3n }, { place: 4n }]);
    await pruneMessages(db(), place(), world.clock.now().add({ hours: 1 }));
    expect(await db().query('select 1 from hosted_messages')).toEqual([]);
    expect((await verify(db(), options())).problems).toEqual([]);
  });

  it('stay while one of their batch may still leave', async () => {
    await service.say(2, '#bal');
    service.clock.advance({ hours: 1 });
    await service.say(3, '#bal');
    await db().query(
      `update outbound set status = 'delivered' where id = (select id from outbound order by place desc limit 1)`,
    );
    service.clock.advance({ hours: 1 });
    // The two of the second member; that of the third still waits, and what came after it stays too.
    expect(await pruneMessages(db(), place(), service.clock.now())).toBe(4);
    expect(await counts()).toMatchObject({ inbound: 2, outbound: 2 });
    expect((await verify(db(), options())).problems).toEqual([]);
  });
});
