import type { Queries } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import { codesOfVersions } from '../../members/codes.ts';
import type { ChannelName, ChannelTraits } from '../channel.ts';
import { inboundLeaf, outboundLeaf } from '../leaves.ts';
import { stampCode } from '../sending/stamp-code.ts';
import {
  asInbound,
  inboundColumns,
  outboundColumns,
  type StoredInbound,
  type StoredOutbound,
} from '../verify-messages.ts';
import { verdictsOn } from '../vouched.ts';

/** A conversation that we keep. */
export interface HostedPlace {
  readonly institutionId: number;
  readonly channel: ChannelName;
  readonly conversationId: string;
}

/** A message as its member reads it. */
export interface PlacedMessage {
  readonly place: bigint;
  readonly direction: 'in' | 'out';
  /** Ours if it went out, and otherwise the device's. */
  readonly id: string;
  /** One that went out ends in the code that it left with. */
  readonly text: string;
  readonly at: Temporal.Instant;
}

/** Which messages: those after a place, oldest first, or the last ones before one. */
export type Page = { readonly limit: number } & (
  | { readonly after: bigint }
  | { readonly before: bigint }
);

interface Given {
  readonly keyring: Keyring;
  readonly traits: Pick<ChannelTraits, 'textMax' | 'encoding'>;
  readonly now: Temporal.Instant;
}

/**
 * So long a process with older keys may run beside one that signs with a new key. An older message
 * whose key is unknown is under a key that was given up.
 */
const keysDifferFor = { minutes: 60 };

/**
 * Reads part of a conversation in the order of places. Only what a signed batch vouches for is shown: whoever alters a row, or puts one in,
 * can't make the member read it. A new message under a key that this process lacks ends the page before it: another process can check it.
 * @returns the messages, oldest first, and the places up to which was read: a message that is not shown has one too
 */
export async function readPlaced(
  q: Queries,
  place: HostedPlace,
  page: Page,
  given: Given,
): Promise<{
  readonly messages: readonly PlacedMessage[];
  readonly first: bigint | undefined;
  readonly last: bigint | undefined;
  /** There are more in the direction of reading. */
  readonly more: boolean;
  /** The page ends before a message that only a process with other keys can check. */
  readonly isCut: boolean;
}> {
  const places = await readPlaces(q, place, page);
  const wanted = places.slice(0, page.limit);
  if ('before' in page) wanted.reverse();
  const { messages, through } = await open(q, place, wanted, given);
  const shown = wanted.slice(0, through);
  const isCut = through < wanted.length;
  return {
    messages,
    first: shown[0]?.place,
    last: shown.at(-1)?.place,
    more: places.length > page.limit || (isCut && 'after' in page),
    isCut,
  };
}

interface Place {
  readonly place: bigint;
  readonly at: Temporal.Instant;
  readonly externalId: string | null;
  readonly outboundId: string | null;
}

const placeColumns = `place, placed_at as at, external_id as "externalId", outbound_id as "outboundId"`;

/** One more than the page wants tells whether there are more. */
async function readPlaces(q: Queries, of: HostedPlace, page: Page): Promise<Place[]> {
  const isAfter = 'after' in page;
  return q.query<Place>(isAfter ? afterStatement : beforeStatement, [
    of.institutionId,
    of.conversationId,
    isAfter ? page.after : page.before,
    page.limit + 1,
  ]);
}

const afterStatement = {
  name: 'hosted_after',
  text: `select ${placeColumns} from hosted_messages
    where institution_id = $1 and conversation_id = $2 and place > $3 order by place limit $4`,
};

const beforeStatement = {
  name: 'hosted_before',
  text: `select ${placeColumns} from hosted_messages
    where institution_id = $1 and conversation_id = $2 and place < $3 order by place desc limit $4`,
};

/** @returns the messages, and how many of the places they are of: all, or those before one that can't be checked here */
async function open(
  q: Queries,
  of: HostedPlace,
  places: readonly Place[],
  given: Given,
): Promise<{ readonly messages: PlacedMessage[]; readonly through: number }> {
  const inbound = await readInbound(
    q,
    of,
    places.flatMap(({ externalId }) => externalId ?? []),
  );
  const outbound = await readOutbound(
    q,
    of,
    places.flatMap(({ outboundId }) => outboundId ?? []),
  );
  const verdicts = await verdictsOn(
    q,
    { institutionId: of.institutionId, keyring: given.keyring },
    [
      ...[...inbound.values()].map((row) => ({
        id: `in:${row.externalId}`,
        batchId: row.batchId,
        leaf: inboundLeaf(asInbound(row)),
      })),
      ...[...outbound.values()].map((row) => ({
        id: row.id,
        batchId: row.batchId,
        leaf: outboundLeaf(row),
      })),
    ],
  );
  const codes = await codesOfVersions(
    q,
    given.keyring,
    of.institutionId,
    [...outbound.values()].flatMap(({ addressId, codeVersion }) =>
      addressId !== null && codeVersion !== null ? [{ addressId, version: codeVersion }] : [],
    ),
  );
  const since = given.now.subtract(keysDifferFor);
  const unknown = places.findIndex(({ at, externalId, outboundId }) => {
    const verdict = verdicts.get(externalId === null ? (outboundId ?? '') : `in:${externalId}`);
    return verdict === 'unknown_key' && Temporal.Instant.compare(at, since) > 0;
  });
  const through = unknown === -1 ? places.length : unknown;
  const isVouched = (id: string) => verdicts.get(id) === 'vouched';
  const messages = places.slice(0, through).flatMap((one): PlacedMessage[] => {
    const { place, at, externalId, outboundId } = one;
    if (externalId !== null) {
      const row = inbound.get(externalId);
      if (!row || !isVouched(`in:${externalId}`)) return [];
      return [{ place, direction: 'in', id: externalId, text: row.text, at }];
    }
    const row = outbound.get(outboundId ?? '');
    if (!row || !isVouched(row.id)) return [];
    const code = codes.get(`${row.addressId ?? ''}/${row.codeVersion ?? ''}`);
    const built = stampCode({ text: row.text, purpose: row.purpose, code }, given.traits);
    return 'text' in built ? [{ place, direction: 'out', id: row.id, text: built.text, at }] : [];
  });
  return { messages, through };
}

async function readInbound(
  q: Queries,
  { institutionId, channel, conversationId }: HostedPlace,
  externalIds: readonly string[],
): Promise<Map<string, StoredInbound>> {
  if (externalIds.length === 0) return new Map();
  const rows = await q.query<StoredInbound>(
    `select ${inboundColumns} from inbound
      where institution_id = $1 and channel = $2 and external_id = any($3::text[]) and conversation_id = $4`,
    [institutionId, channel, externalIds, conversationId],
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function readOutbound(
  q: Queries,
  { institutionId, conversationId }: HostedPlace,
  ids: readonly string[],
): Promise<Map<string, StoredOutbound & { readonly codeVersion: number | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await q.query<StoredOutbound & { readonly codeVersion: number | null }>(
    `select ${outboundColumns('o')}, o.code_version as "codeVersion" from outbound o
      where o.institution_id = $1 and o.id = any($2::uuid[]) and o.conversation_id = $3`,
    [institutionId, ids, conversationId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
