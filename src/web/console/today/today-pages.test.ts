import { beforeAll, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { onSampledEngines } from '../../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { insertApproval } from '../../../staff/approvals/store.ts';
import { openCases } from '../../../staff/cases.ts';
import { openTasks } from '../../../staff/tasks.ts';

onSampledEngines('the page of the day', (db) => {
  let service: Service;
  let site: ReturnType<typeof consoleOver>;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
    const { fixture, world } = service;
    site = consoleOver({
      db: db(),
      world,
      keyring: fixture.keyring,
      institutionId: fixture.institution.id,
    });
  });
  const today = async (role: Parameters<typeof site.get>[0]) => {
    const answer = await site.get(role, '/');
    expect(answer.status).toBe(200);
    return answer.text();
  };
  const figureOf = (text: string, name: string) =>
    new RegExp(`${name}</span>\\s*<span class="figure-value">([^<]*)<`, 'u').exec(text)?.[1];

  it('says so when nothing waits', async () => {
    const text = await today('service');
    expect(text).toContain('Nothing waits for people');
    expect(figureOf(text, 'Deadlines near')).toBe('0');
  });

  it('shows a teller the search, and nothing that a teller may not see', async () => {
    const text = await today('teller');
    expect(text).toContain('today-find');
    expect(text).not.toContain('figure-value');
  });

  it('counts deadlines within two business days and late ones, and leads to each', async () => {
    const { fixture, world, clock } = service;
    const memberId = fixture.members[0]?.id ?? '';
    const ago = (days: number) => clock.now().subtract({ hours: 24 * days });
    const opened = [];
    for (const days of [30, 14, 1])
      opened.push(
        ...(await openCases(db(), world, fixture.institution, [
          { memberId, receivedAt: ago(days) },
        ])),
      );
    const text = await today('service');
    expect(figureOf(text, 'Deadlines near')).toBe('2');
    expect(text).toContain('1 late');
    expect(text).toContain(`/disputes/${opened[0]?.reference}`);
    expect(text).not.toContain(`/disputes/${opened[2]?.reference}`);
  });

  it('puts urgent tasks and alarms on top', async () => {
    const { fixture, world } = service;
    const at = world.clock.now();
    await openTasks(db(), world, fixture.institution, [
      { kind: 'agent', subject: 'Stop a payment', urgent: true, detail: 'stop check 1042', at },
      { kind: 'alarm', subject: 'X is down', at },
    ]);
    const text = await today('service');
    expect(figureOf(text, 'Urgent tasks')).toBe('1');
    expect(figureOf(text, 'Alarms')).toBe('1');
    expect(text).toContain('Stop a payment');
    expect(text).not.toContain('stop check 1042');
  });

  it('counts what this person may approve, and acts done alone that nobody has seen', async () => {
    const { fixture, world } = service;
    const act = (name: string, identity?: string) => ({
      institutionId: fixture.institution.id,
      zone: fixture.institution.zone,
      operation: 'unlockMember',
      permission: 'open_access',
      input: {},
      shown: { subject: '104305', lines: [] },
      by: { name, ...(identity === undefined ? {} : { identity }) },
      why: 'asked at the counter',
    });
    await insertApproval(db(), world, act('Ann', '00000000-0000-7000-8000-0000000000a1'));
    const before = await today('supervisor');
    expect(figureOf(before, 'For you to approve')).toBe('1');
    expect(figureOf(await today('service'), 'For you to approve')).toBe('0');
    await insertApproval(db(), world, act('server'), 'alone');
    expect(await today('supervisor')).toContain('1 done alone, unseen');
  });
});
