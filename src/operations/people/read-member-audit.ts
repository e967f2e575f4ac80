import { z } from 'zod';
import { listSessions } from '../../access/sessions.ts';
import { isActivated, waysIn } from '../../access/accesses.ts';
import { listPasskeys } from '../../access/passkeys.ts';
import { listDevices } from '../../push/devices.ts';
import { actsOf } from '../../members/acts-of.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { readsOf } from '../../staff/reads.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { memberOf, numberField } from '../staff/of-member.ts';
import { noteLook } from '../note-look.ts';

const actSchema = z.object({
  at: z.string(),
  who: z.string(),
  why: z.string(),
  what: z.string(),
  detail: z.record(z.string(), z.unknown()),
});

const shownMax = 100;

/** Shows what was done with a member, and who looked. The look is recorded too. */
export const readMemberAudit = operation({
  id: 'readMemberAudit',
  summary: 'Shows what was done with a member, and who looked at them',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ number: numberField }),
  output: z.object({
    name: z.string(),
    acts: z.array(actSchema),
    reads: z.array(
      z.object({
        at: z.string(),
        who: z.string(),
        what: z.string(),
        why: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['member_unknown'],
  run: async (request, { number }) => {
    const { db, institution } = request;
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    await noteLook(request, { memberId: member.id, what: 'audit' });
    const addresses = await addressesOf(db, institution.id, member.id);
    const acts = await actsOf(db, institution.id, {
      subjects: [member.number, ...addresses.map(({ id }) => id)],
      count: shownMax,
    });
    const reads = await readsOf(db, institution.id, { memberId: member.id, count: shownMax });
    return {
      name: member.name,
      acts: acts.map(({ at, who, why, what, detail }) => ({
        at: at.toString(),
        who,
        why,
        what,
        detail,
      })),
      reads: reads.map(({ at, who, what, why }) => ({ at: at.toString(), who, what, why })),
    };
  },
});

/** Shows how a member signs in: passkeys, devices, open sessions. Nothing secret is in it. */
export const readMemberAccess = operation({
  id: 'readMemberAccess',
  summary: 'Shows how a member signs in',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ number: numberField }),
  output: z.object({
    name: z.string(),
    active: z.boolean().describe('Online access was activated and not closed since.'),
    password: z.boolean(),
    secondFactor: z.boolean(),
    passkeys: z.array(
      z.object({ name: z.string(), createdAt: z.string(), lastUsedAt: z.string().nullable() }),
    ),
    devices: z.array(z.object({ label: z.string(), addedAt: z.string(), seenAt: z.string() })),
    sessions: z.array(z.object({ device: z.string(), since: z.string(), seenAt: z.string() })),
  }),
  refusals: ['member_unknown'],
  run: async (request, { number }) => {
    const { db, institution, world } = request;
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    await noteLook(request, { memberId: member.id, what: 'access' });
    const key = { institutionId: institution.id, memberId: member.id };
    const ways = await waysIn(db, key);
    return {
      name: member.name,
      active: await isActivated(db, key),
      password: ways.passwordChangedAt !== undefined,
      secondFactor: ways.totpSince !== undefined,
      passkeys: (await listPasskeys(db, key)).map(({ name, createdAt, lastUsedAt }) => ({
        name,
        createdAt: createdAt.toString(),
        lastUsedAt: lastUsedAt?.toString() ?? null,
      })),
      devices: (await listDevices(db, key)).map(({ label, addedAt, seenAt }) => ({
        label,
        addedAt: addedAt.toString(),
        seenAt: seenAt.toString(),
      })),
      sessions: (await listSessions(db, { world }, key)).map(
        ({ device, createdAt, lastSeenAt }) => ({
          device,
          since: createdAt.toString(),
          seenAt: lastSeenAt.toString(),
        }),
      ),
    };
  },
});
