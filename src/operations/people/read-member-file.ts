import { z } from 'zod';
import { languages } from '../../kernel/vocabulary/language.ts';
import { memberWork } from '../../staff/member-work.ts';
import { operation } from '../operation.ts';
import { isRefused } from '../refusals.ts';
import { figure } from '../shares/shares.ts';
import { memberOf, numberField } from '../staff/of-member.ts';
import { addressesForStaff, addressForStaff } from './file-addresses.ts';
import { entryForStaff, holdForStaff, shareFigures, shareForStaff } from './file-shares.ts';
import { noteLook } from '../note-look.ts';

/** Shows the file of a member: shares with balances, addresses, work. The look is recorded. */
export const readMemberFile = operation({
  id: 'readMemberFile',
  summary: 'Shows the file of a member',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({ number: numberField }),
  output: z.object({
    number: z.string(),
    name: z.string(),
    language: z.enum(languages).nullable(),
    zone: z.string().nullable().describe('The member’s own; null: the institution’s.'),
    lockedAt: z.string().nullable(),
    disclosedAt: z.string().nullable(),
    shares: z.array(shareForStaff),
    entries: z.array(entryForStaff).describe('The newest of all shares.'),
    holds: z.array(holdForStaff),
    booksAway: z.boolean().describe('Another core keeps the books and did not answer.'),
    booksOurs: z.boolean().describe('Our ledger keeps the books, so staff can post here.'),
    addresses: z.array(addressForStaff),
    limits: z.object({ currency: z.string(), perTransfer: z.string(), perDay: z.string() }),
    tasks: z.array(
      z.object({
        reference: z.string(),
        kind: z.string(),
        open: z.boolean(),
        urgent: z.boolean(),
        at: z.string(),
        dueOn: z.string().nullable(),
      }),
    ),
    cases: z.array(
      z.object({
        reference: z.string(),
        open: z.boolean(),
        at: z.string(),
        dueOn: z.string(),
      }),
    ),
  }),
  refusals: ['member_unknown'],
  run: async (request, { number }) => {
    const { db, institution } = request;
    const member = await memberOf(db, request, number);
    if (isRefused(member)) return member;
    await noteLook(request, { memberId: member.id, what: 'member' });
    const figures = await shareFigures(request, member);
    const work = await memberWork(db, institution.id, member.id);
    const { currency } = institution;
    const { perTransfer, perDay } = institution.settings.limits;
    return {
      number: member.number,
      name: member.name,
      language: member.language ?? null,
      zone: member.zone ?? null,
      lockedAt: member.lockedAt?.toString() ?? null,
      disclosedAt: member.disclosedAt?.toString() ?? null,
      ...figures,
      addresses: await addressesForStaff(request, member),
      limits: {
        currency,
        perTransfer: figure(perTransfer, currency),
        perDay: figure(perDay, currency),
      },
      tasks: work.tasks.map(({ at, dueOn, ...task }) => ({
        ...task,
        at: at.toString(),
        dueOn: dueOn?.toString() ?? null,
      })),
      cases: work.cases.map(({ at, dueOn, ...one }) => ({
        ...one,
        at: at.toString(),
        dueOn: dueOn.toString(),
      })),
    };
  },
});
