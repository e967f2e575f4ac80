import { beforeAll, expect, it } from 'vitest';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { memberRequest } from '../../../test/support/member-request.ts';
import { openShare } from '../../../test/support/furnish-accounts.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { findExisting } from '../../audit/changes/find-existing.ts';
import { recording } from '../../audit/changes/recording.ts';
import { verifyChanges } from '../../audit/changes/verify-changes.ts';
import { perform } from '../perform.ts';
import { listAlerts } from './list-alerts.ts';
import { removeAlert } from './remove-alert.ts';
import { setAlert } from './set-alert.ts';
import { setQuiet } from './set-quiet.ts';

onSampledEngines('alerts as operations', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
    await openShare({ db: db(), fixture: service.fixture, world: service.world }, 1, {
      suffix: 'L1',
      kind: 'loan',
    });
    await findExisting(recorded(), service.world, {
      institutionId: service.fixture.institution.id,
    });
  });
  const recorded = () =>
    recording(db(), { world: service.world, keyringOf: () => service.fixture.keyring });
  const as = async (person: number) => memberRequest({ ...service, db: recorded() }, person);

  it('are set, changed, listed and removed', async () => {
    const request = await as(0);
    const low = { kind: 'low', suffix: '7', amount: '100.00', days: '', weekday: '' };
    await perform(request, setAlert, low);
    await perform(request, setAlert, { kind: 'weekly', weekday: '5' });
    const { done } = await perform(request, setAlert, { ...low, amount: '250' });
    expect(done).toMatchObject({
      alerts: [
        {
          number: 1,
          kind: 'low',
          suffix: '7',
          amount: '250.00',
          days: null,
          weekday: null,
          sentence: 'Checking 7 below $250.00',
        },
        { number: 2, kind: 'weekly', suffix: null, amount: null, weekday: 5 },
      ],
      quiet: null,
    });
    const quiet = await perform(request, setQuiet, { from: '21:00', to: '07:00' });
    expect(quiet.done?.quiet).toEqual({ from: '21:00', to: '07:00' });
    const [first] = done?.alerts ?? [];
    const left = await perform(request, removeAlert, { id: first?.id });
    expect(left.done?.alerts.map(({ number }) => number)).toEqual([2]);
    const off = await perform(request, setQuiet, { from: '', to: '' });
    expect(off.done?.quiet).toBeNull();
  });

  it.each<[string, object]>([
    ['alert_incomplete', { kind: 'low', amount: '100' }],
    ['alert_incomplete', { kind: 'low', suffix: '7' }],
    ['alert_incomplete', { kind: 'due' }],
    ['alert_incomplete', { kind: 'weekly' }],
    ['alert_amount', { kind: 'deposit', amount: '0' }],
    ['alert_amount', { kind: 'deposit', amount: '-5' }],
    ['alert_amount', { kind: 'deposit', amount: '1e3' }],
    ['not_found', { kind: 'check', suffix: '9' }],
    ['input_invalid', { kind: 'lottery' }],
    ['input_invalid', { kind: 'due', days: '9' }],
    // Nobody told our books when its payments are due.
    ['alert_no_due', { kind: 'due', days: '3' }],
    ['alert_no_due', { kind: 'due', suffix: 'L1', days: '3' }],
    ['alert_not_there', { kind: 'due', suffix: '7', days: '3' }],
  ])('refuse with %s: %o', async (code, input) => {
    const { refused } = await perform(await as(1), setAlert, input);
    expect(refused?.code).toBe(code);
  });

  it('refuse quiet hours without an end, and another member’s alert', async () => {
    const mine = await perform(await as(0), setAlert, { kind: 'hold' });
    const id = mine.done?.alerts.at(-1)?.id;
    const other = await perform(await as(2), removeAlert, { id });
    expect(other.refused?.code).toBe('not_found');
    const { refused } = await perform(await as(2), setQuiet, { from: '21:00', to: '' });
    expect(refused?.code).toBe('quiet_incomplete');
    const listed = await perform(await as(2), listAlerts, {});
    expect(listed.done?.alerts).toEqual([]);
  });

  it('are in the record: an altered rule is found', async () => {
    const { id: institutionId } = service.fixture.institution;
    const check = async () => {
      const found: string[] = [];
      await verifyChanges(db(), {
        institutionId,
        only: ['alert_rules', 'alert_quiet'],
        tell: ({ where, what }) => found.push(`${where}: ${what}`),
        isEnough: () => false,
      });
      return found;
    };
    expect(await check()).toEqual([]);
    await db().query(
      "update alert_rules set weekday = 1 where institution_id = $1 and kind = 'weekly'",
      [institutionId],
    );
    expect(await check()).toEqual([expect.stringMatching(/^alert_rules .*weekday/)]);
  });
});
