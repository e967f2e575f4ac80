import { beforeEach, expect, it } from 'vitest';
import { inviteMember } from '../../src/access/invitations.ts';
import {
  beginPasskeyRegistration,
  finishPasskeyRegistration,
} from '../../src/access/passkey-registration.ts';
import { addPasskey } from '../../src/access/passkeys.ts';
import { recording } from '../../src/audit/changes/recording.ts';
import { present } from '../../src/kernel/assert.ts';
import { approveTransfer } from '../../src/operations/approvals/approve-transfer.ts';
import { beginApproval } from '../../src/operations/approvals/begin-approval.ts';
import { listApprovals } from '../../src/operations/approvals/list-approvals.ts';
import { makeTransfer } from '../../src/operations/shares/make-transfer.ts';
import { perform } from '../../src/operations/perform.ts';
import type { MemberContext } from '../../src/operations/request-context.ts';
import { requestOf } from '../support/access.ts';
import { createAuthenticator, type Authenticator } from '../support/authenticator.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { startForeignService, type ForeignService } from '../support/foreign-service.ts';
import { allowed, memberRequest } from '../support/member-request.ts';

onSampledEngines('an approved transfer at a credit union whose books are at another core', (db) => {
  let service: ForeignService;
  let device: Authenticator;
  let act: () => Promise<MemberContext>;
  beforeEach(async () => {
    await db().query('delete from core_orders');
    service = await startForeignService(db(), {
      people: 1,
      settings: { stepUp: { above: { x: 10_000 } } },
    });
    const { fixture, world } = service;
    const on = recording(db(), { world, keyringOf: () => fixture.keyring });
    const session = { id: world.ids.next() };
    act = async () => memberRequest({ db: on, fixture, world }, 0, { core: service.core, session });
    const context = { world, keyring: fixture.keyring };
    const { id, number } = present(fixture.members[0], 'one lives here');
    const key = { institutionId: fixture.institution.id, memberId: id };
    await inviteMember(on, context, key);
    device = createAuthenticator('https://bank.example');
    const registrar = {
      member: { id, institutionId: key.institutionId, number, name: 'Ann' },
      boundTo: session.id,
      site: { publicUrl: 'https://bank.example', name: 'MyVantage' },
    };
    const options = await beginPasskeyRegistration(on, context, registrar);
    const response = device.register(options);
    const passkey = await finishPasskeyRegistration(on, context, {
      ...registrar,
      response,
      name: 'Phone',
    });
    await addPasskey(on, context, { ...key, passkey: present(passkey, 'it is good') });
  });
  const approvals = async () => allowed(await listApprovals.run(await act(), {})).approvals;
  const approve = async () => {
    const { id } = present((await approvals())[0], 'it waits');
    const { done } = await perform(await act(), beginApproval, { id });
    const response = device.sign(requestOf(present(done, 'it begins')));
    return perform(await act(), approveTransfer, { id, response });
  };
  const usage = async () =>
    db().query<{ amount: bigint }>('select amount from online_usage where institution_id = $1', [
      service.fixture.institution.id,
    ]);

  it('is ordered once, and the channel that asked hears the end only', async () => {
    expect((await service.say(0, '#trans 150 7 0')).outcome).toBe('approval_asked');
    expect(await service.leave()).toEqual([expect.stringMatching(/^Nothing moved yet\./)]);
    expect((await approve()).done).toEqual({ state: 'ordered', receipt: null });
    expect((await approvals())[0]?.state).toBe('ordered');
    expect(await service.leave()).toEqual([]);
    await service.sender().drain();
    await service.sender().drain();
    expect(service.foreign.postings).toHaveLength(1);
    expect(await service.leave()).toEqual([expect.stringMatching(/^Moved \$150\.00.*FC-1/)]);
    expect((await approvals())[0]?.state).toBe('posted');
    expect(await usage()).toEqual([{ amount: 15_000n }]);
  });

  it('that the core refuses says so there, and leaves the day’s limit', async () => {
    await service.say(0, '#trans 150 7 0');
    await service.leave();
    expect((await approve()).done).toMatchObject({ state: 'ordered' });
    const { checkingAccountId } = present(service.fixture.members[0], 'one lives here');
    service.foreign.withdraw(checkingAccountId, 90_000n);
    await service.sender().drain();
    expect(service.foreign.postings).toEqual([]);
    expect(await service.leave()).toEqual([
      expect.stringMatching(/^Your transfer of \$150\.00, .+ was refused for lack of funds/),
    ]);
    expect((await approvals())[0]?.state).toBe('refused');
    expect(await usage()).toEqual([]);
  });

  it('ends, and staff tell the member, though an account is no longer theirs', async () => {
    await service.say(0, '#trans 150 7 0');
    await service.leave();
    expect((await approve()).done).toMatchObject({ state: 'ordered' });
    await db().query(
      `delete from share_owners o using shares s where s.institution_id = $1 and s.id = o.share_id and s.account_id = $2`,
      [
        service.fixture.institution.id,
        present(service.fixture.members[0], 'one lives here').checkingAccountId,
      ],
    );
    await service.sender().drain();
    await service.sender().drain();
    const [row] = await db().query<{ state: string; tasks: bigint }>(
      `select a.state, (select count(*) from tasks t where t.institution_id = $1 and t.kind = 'alarm') as tasks
        from approvals a where a.institution_id = $1`,
      [service.fixture.institution.id],
    );
    expect(row).toEqual({ state: 'posted', tasks: 1n });
  });

  it('is not made twice: an order of the same since then asks the member again', async () => {
    await service.say(0, '#trans 150 7 0');
    const request = await act();
    const { done } = await perform(request, makeTransfer, {
      from: '7',
      to: '0',
      amount: '150',
      nonce: service.world.ids.next(),
    });
    expect(done).toMatchObject({ state: 'pending' });
    // Before the core has it, and after.
    const { id } = present((await approvals())[0], 'it waits');
    expect((await perform(await act(), beginApproval, { id })).refused?.code).toBe(
      'approval_repeated',
    );
    await service.sender().drain();
    await service.sender().drain();
    expect((await perform(await act(), beginApproval, { id })).refused?.code).toBe(
      'approval_repeated',
    );
    expect(service.foreign.postings).toHaveLength(1);
  });

  it('waits on while the core is away', async () => {
    await service.say(0, '#trans 150 7 0');
    service.foreign.behavior = {
      fetch: async () => {
        throw new Error('away');
      },
    };
    expect((await approve()).refused?.code).toBe('books_away');
    expect((await approvals())[0]?.state).toBe('waiting');
    service.foreign.behavior = {};
    expect((await approve()).done).toMatchObject({ state: 'ordered' });
  });
});
