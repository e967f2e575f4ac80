import { followBacks } from '../../kernel/vocabulary/follow-back.ts';
import { descriptors, enrollableChannels, isAccountChannel } from '../../channels/descriptors.ts';
import { z } from 'zod';
import { readEnrollment as readOwn } from '../../enrollment/read-enrollment.ts';
import { enrollmentStates, wordMinutes } from '../../enrollment/enrollment.ts';
import { encryptedAccount, encryptedFields, encryptedOutput } from './is-offered.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { loadAddresses } from './rows.ts';

/** Reads the state of an enrollment, for the session that started it. */
export const readEnrollment = operation({
  id: 'readEnrollment',
  method: 'GET',
  path: '/enrollments/{id}',
  tag: 'Messages',
  summary: 'Returns the status of an enrollment; for an account, with the code to send',
  access: 'member',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    channel: z.enum(enrollableChannels),
    name: z.string(),
    state: z.enum(enrollmentStates),
    word: z.string().optional().describe('The code to send by a message from that account.'),
    sendTo: z.string().optional().describe('The institution’s handle there.'),
    ...encryptedFields,
    link: z
      .url()
      .optional()
      .describe('Opens a message to the institution, in the encrypted chat if it works.'),
    follows: z.boolean().nullable().describe('Whether the member follows; null means unknown.'),
    followBack: z.enum(followBacks).nullable(),
    triesLeft: z.int(),
    expiresAt: z.string(),
    addressId: z.uuid().nullable().describe('The address, once it is set up.'),
    verifiedAgain: z
      .boolean()
      .describe('The member had this address before; it keeps its code and rights.'),
    moneyLocked: z
      .boolean()
      .describe(
        'Transfers from the address are locked, such as by a doubt that the code did not lift.',
      ),
  }),
  refusals: [],
  run: async (request, { id }) => {
    const { institution, member, session, world, keyring } = request;
    const view = await readOwn(
      request.db,
      { keyring, now: world.clock.now() },
      { institutionId: institution.id, memberId: member.id, sessionId: session.id, id },
    );
    if (!view) return refuse('not_found');
    const own = view.addressId === null ? [] : await loadAddresses(request.db, request);
    const address = own.find(({ id: one }) => one === view.addressId);
    const begunAt = view.expiresAt.subtract({ minutes: wordMinutes });
    const ours = isAccountChannel(view.channel) ? institution.settings[view.channel] : undefined;
    const account = encryptedAccount(request, view.channel) ?? ours;
    const link = account && descriptors[view.channel].account?.link(account, view.word ?? '');
    return {
      id: view.id,
      channel: view.channel,
      name: view.handle,
      state: view.state,
      follows: view.follows,
      followBack: view.followBack,
      triesLeft: view.triesLeft,
      expiresAt: view.expiresAt.toString(),
      ...encryptedOutput(request, view.channel),
      addressId: view.addressId,
      verifiedAgain:
        address !== undefined && Temporal.Instant.compare(address.createdAt, begunAt) < 0,
      moneyLocked: address !== undefined && address.moneyLockedAt !== null,
      ...(view.word && ours ? { word: view.word, sendTo: ours.handle, link } : {}),
    };
  },
});
