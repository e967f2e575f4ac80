import { beforeAll, expect, it } from 'vitest';
import { consoleOver } from '../../../../test/support/console.ts';
import { onSampledEngines } from '../../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import { openTasks } from '../../../staff/tasks.ts';

onSampledEngines('the pages of tasks', (db) => {
  let service: Service;
  let site: ReturnType<typeof consoleOver>;
  beforeAll(async () => {
    service = await startService(db(), { people: 2 });
    const { fixture, world } = service;
    site = consoleOver({
      db: db(),
      world,
      keyring: fixture.keyring,
      institutionId: fixture.institution.id,
    });
  });
  const open = async (subject: string, urgent: boolean) => {
    const { fixture, world } = service;
    const [task] = await openTasks(db(), world, fixture.institution, [
      {
        kind: 'agent',
        subject,
        detail: 'stop check 1042 <script>',
        ...(urgent ? { urgent: true } : {}),
        onItsOwn: true,
        at: world.clock.now(),
      },
    ]);
    return task?.reference ?? '';
  };

  it('list urgent ones first, and one task leads to its end', async () => {
    await open('Wants a person', false);
    const reference = await open('Stop a payment', true);
    const list = await (await site.get('service', '/tasks')).text();
    expect(list.indexOf('Stop a payment')).toBeLessThan(list.indexOf('Wants a person'));
    const path = `/tasks/${reference}`;
    const before = await (await site.get('service', path)).text();
    expect(before).toContain('stop check 1042 &lt;script&gt;');
    expect((await site.post('service', `${path}/take`)).headers.get('location')).toBe(path);
    expect(await (await site.get('service', '/tasks?view=mine')).text()).toContain(reference);
    expect(await (await site.get('supervisor', '/tasks?view=mine')).text()).not.toContain(
      reference,
    );
    await site.post('service', `${path}/close`, { outcome: 'stopped at the counter' });
    const after = await (await site.get('service', path)).text();
    expect(after).toContain('stopped at the counter');
    expect(await (await site.get('service', '/tasks')).text()).not.toContain(reference);
    expect(await (await site.get('service', '/tasks?view=closed')).text()).toContain(reference);
  });

  it('close nothing without an outcome', async () => {
    const reference = await open('Wants a person again', false);
    const answer = await site.post('service', `/tasks/${reference}/close`, { outcome: ' ' });
    expect(answer.status).toBe(303);
    expect(await (await site.get('service', '/tasks')).text()).toContain(reference);
  });

  it('are shown to no teller, and a stranger signs in first', async () => {
    expect((await site.get('teller', '/tasks')).status).toBe(403);
    const stranger = await site.app.request('https://staff.bank.example/tasks');
    expect(stranger.headers.get('location')).toBe('/sign-in?next=%2Ftasks');
  });

  it('say where nothing is', async () => {
    expect((await site.get('service', '/tasks/T-0000-0000')).status).toBe(404);
  });
});
