import { z } from 'zod';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import type { EncryptionState } from '../../messages/encryption-state.ts';
import { operation } from '../operation.ts';

const encryptionSchema = z.object({
  keys: z.array(
    z.object({
      fingerprint: z.string().describe('For people to compare.'),
      version: z.string().nullable().describe('Null: the carrier has not confirmed these keys.'),
      madeAt: z.string(),
      isRegistered: z
        .boolean()
        .nullable()
        .describe('Whether the carrier lists them now. Null: it could not be asked.'),
    }),
  ),
  foreignKeys: z
    .int()
    .nullable()
    .describe('Keys that the carrier lists for our account and we don’t have.'),
  requestsWait: z
    .boolean()
    .nullable()
    .describe('Whether the carrier holds back first messages of strangers.'),
  peers: z.object({
    all: z.int(),
    changed: z.int().describe('Their keys changed once.'),
    refused: z.int().describe('The carrier lets no encrypted message through to them.'),
  }),
  unconfirmed: z.int().describe('Members whose keys changed and who have not confirmed them.'),
  unverified: z.int().describe('Events whose signature did not verify.'),
  month: z.object({
    received: z.int(),
    sent: z.int(),
    receivedMicrodollars: z.number().describe('The price of one that is received.'),
    sentMicrodollars: z.number().describe('The price of one that is sent.'),
  }),
});

export type ShownEncryption = z.output<typeof encryptionSchema>;

/** Reads the state of each channel: above all the keys of those that are encrypted. */
export const readChannels = operation({
  id: 'readChannels',
  summary: 'Shows each channel: its keys, what waits for staff there, and its use this month',
  access: 'staff',
  permission: 'read_health',
  input: z.strictObject({}),
  output: z.object({
    channels: z.array(
      z.object({
        channel: z.enum(channelNames),
        encryption: encryptionSchema.nullable().describe('Null: it has no keys of ours.'),
      }),
    ),
  }),
  refusals: [],
  run: async ({ ports }) => {
    const channels = [];
    for (const channel of ports?.channels ?? []) {
      const state = await ports?.encryption?.[channel]?.();
      channels.push({ channel, encryption: state ? shown(state) : null });
    }
    return { channels };
  },
});

function shown(state: EncryptionState): z.input<typeof encryptionSchema> {
  const { keys, foreignKeys, requestsWait, ...counts } = state;
  return {
    ...counts,
    keys: keys.map(({ fingerprint, version, madeAt, isRegistered }) => ({
      fingerprint,
      version: version ?? null,
      madeAt: madeAt.toString(),
      isRegistered: isRegistered ?? null,
    })),
    foreignKeys: foreignKeys ?? null,
    requestsWait: requestsWait ?? null,
  };
}
