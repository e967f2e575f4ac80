import { z } from 'zod';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { findMembers as find, foundBy } from '../../members/find-members.ts';
import { addressesOfMembers } from '../../members/addresses-of-members.ts';
import { operation } from '../operation.ts';
import { memberQuery } from './member-query.ts';
import { noteLook } from '../note-look.ts';
import { shownHandle } from '../shown-handle.ts';

/** The most members in one answer. Somebody who sees more types more. */
const shownMax = 50;

/** Finds members by number, name, handle, phone number or receipt. The look is recorded. */
export const findMembers = operation({
  id: 'findMembers',
  summary: 'Finds members by number, name, handle, phone or receipt',
  access: 'staff',
  permission: 'read_members',
  input: z.strictObject({
    text: z
      .string()
      .trim()
      .max(100)
      .default('')
      .describe('A number, words of the name in any order, a handle, a phone number, a receipt.'),
  }),
  output: z.object({
    members: z.array(
      z.object({
        number: z.string(),
        name: z.string(),
        locked: z.boolean(),
        by: z.enum(foundBy).describe('What was found first.'),
        addresses: z.array(
          z.object({
            channel: z.enum(channelNames),
            name: z.string().nullable().describe('A phone number shows its last digits.'),
          }),
        ),
      }),
    ),
    more: z.boolean().describe('There are more: type more of it.'),
  }),
  refusals: [],
  run: async (request, { text }) => {
    const { db, institution } = request;
    if (text === '') return { members: [], more: false };
    const found = await find(db, institution.id, memberQuery(text, request), shownMax + 1);
    const shown = found.slice(0, shownMax);
    const [only, another] = shown;
    await noteLook(request, {
      memberId: only && !another ? only.id : null,
      what: 'search',
    });
    const ids = shown.map(({ id }) => id);
    const addresses = await addressesOfMembers(db, institution.id, ids);
    return {
      members: shown.map(({ id, number, name, lockedAt, by }) => ({
        number,
        name,
        locked: lockedAt !== null,
        by,
        addresses: (addresses.get(id) ?? []).map(({ channel, handle }) => ({
          channel,
          name: shownHandle(channel, handle),
        })),
      })),
      more: found.length > shownMax,
    };
  },
});
