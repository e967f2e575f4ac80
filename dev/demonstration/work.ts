import { setTimeout } from 'node:timers/promises';
import type { z } from 'zod';
import { staffRequest } from '../../src/cli/staff-request.ts';
import { assert, present } from '../../src/kernel/assert.ts';
import type { Database } from '../../src/database/database.ts';
import type { Institution } from '../../src/members/institution.ts';
import { acknowledgeDispute } from '../../src/operations/disputes/letters.ts';
import { giveProvisionalCredit } from '../../src/operations/disputes/credit.ts';
import { saveReply } from '../../src/operations/inbox/saved-replies.ts';
import { listConversations } from '../../src/operations/inbox/list-conversations.ts';
import type { StaffOperation } from '../../src/operations/operation.ts';
import { perform, type Performed } from '../../src/operations/perform.ts';
import type { StaffContext } from '../../src/operations/request-context.ts';
import { inviteMember } from '../../src/operations/staff/invite-member.ts';
import { openCase } from '../../src/operations/staff/open-case.ts';
import { listTasks } from '../../src/operations/staff/read-tasks.ts';
import { listStaffMembers } from '../../src/staff-access/staff-members.ts';
import { demoPeople } from './people.ts';
import type { Demonstration } from './start.ts';

/** What members write before anybody of the staff looks: a stop payment, and two who ask for a person. */
const wrote = [
  { number: '104412', text: 'Please stop payment on check 1050' },
  { number: '104413', text: 'I need to speak to a real person, please' },
  { number: '104305', text: 'AGENT' },
];

const saved = [
  {
    name: 'Looking into it',
    en: 'Thank you, {member}. I am looking into it and write again today.',
  },
  {
    name: 'Please call',
    en: '{member}, please call us at {phone}. We are there {hours}.',
  },
];

/**
 * Gives the staff of the demonstration work where they have none: an urgent stop payment, members who
 * wait for a person, a dispute whose provisional credit waits for approval, and an invitation that
 * waits too. All of it goes the way of real work.
 */
export async function ensureDemoWork(
  { service, simulator }: Pick<Demonstration, 'service' | 'simulator'>,
  institution: Institution,
): Promise<void> {
  const ann = await asAnn(service.db, institution);
  const { tasks } = await did(ann, listTasks, { closedToo: true });
  if (tasks.length > 0) return;
  const bank = present(institution.settings.x, 'the demonstration has an X account');
  for (const { number, text } of wrote) {
    const person = demoPeople.find((one) => one.number === number);
    const from = present(person, 'the member lives here').userId;
    await simulator.memberSends({ from, to: bank.userId, text });
  }
  await allWait(ann);
  for (const reply of saved) await did(ann, saveReply, { ...reply, shared: true });
  const { reference } = await did(
    { ...ann, why: 'told us at the counter: a card payment of $84.20 was not his' },
    openCase,
    {
      number: '104305',
      receivedAt: ann.world.clock.now().subtract({ hours: 72 }).toString(),
      pointOfSale: true,
    },
  );
  await did({ ...ann, why: 'we have his notice' }, acknowledgeDispute, { reference });
  await asks({ ...ann, why: 'we can’t finish within ten business days' }, giveProvisionalCredit, {
    reference,
    suffix: '7',
    amount: '84.20',
  });
  await asks(
    { ...ann, why: 'lost the phone with his passkey, showed his passport' },
    inviteMember,
    {
      number: '104390',
    },
  );
}

/** Ann of the member service, as if she had just signed in. */
async function asAnn(db: Database, institution: Institution): Promise<StaffContext> {
  const request = await staffRequest(db, institution, undefined);
  const provenAt = request.world.clock.now();
  const staff = await listStaffMembers(db, institution.id, provenAt);
  const { id, name, roles } = present(
    staff.find((one) => one.name === 'Ann'),
    'she works here',
  );
  const principal = {
    kind: 'staff',
    identity: id,
    name,
    roles,
    provenBy: 'session',
    provenAt,
  } as const;
  return { ...request, principal };
}

async function did<Input extends z.ZodType, Output extends z.ZodType>(
  request: StaffContext,
  operation: StaffOperation<Input, Output>,
  input: z.input<Input>,
): Promise<z.output<Output>> {
  const performed: Performed<z.output<Output>> = await perform(request, operation, input);
  assert(performed.refused === undefined, `${operation.id} is not refused to Ann`);
  return performed.done;
}

/** Asks a second person, who decides under Approvals. */
async function asks(
  request: StaffContext,
  operation: StaffOperation,
  input: object,
): Promise<void> {
  const { refused } = await perform(request, operation, input);
  assert(refused?.code === 'waits_for_approval', `${operation.id} waits for a second person`);
}

/** Waits until those who asked stand in the inbox. A slow computer shows them a little later. */
async function allWait(ann: StaffContext): Promise<void> {
  const until = performance.now() + 20_000;
  for (;;) {
    const { conversations } = await did(ann, listConversations, { view: 'waiting' });
    if (conversations.length >= wrote.length || performance.now() > until) return;
    await setTimeout(50);
  }
}
