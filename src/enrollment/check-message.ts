import type { Queries } from '../database/database.ts';
import { foldToGsm7 } from '../kernel/gsm7.ts';
import { plainField, visibleText } from '../kernel/typed.ts';
import type { Keyring } from '../kernel/keyring.ts';
import { codeKey } from '../members/codes.ts';
import type { ChannelName } from '../messages/channel.ts';
import { outboundLeaf } from '../messages/leaves.ts';
import { outboundColumns, type StoredOutbound } from '../messages/verify-messages.ts';
import { vouchedFor } from '../messages/vouched.ts';

/** What is known of a message that a member says they received. */
export interface CheckedMessage {
  /** Whether this very text went from us to one of this member's addresses. */
  readonly sent: boolean;
  /** To which address and when it left; the newest, where the same was sent several times. */
  readonly channel?: ChannelName;
  readonly handle?: string;
  readonly at?: Temporal.Instant;
  /**
   * - `right`: the code that the address had when this was sent; of a text that we did not send, one that stands now
   * - `old`: one that the address had before
   * - `another_address`: the code of another of this member's addresses
   * - `wrong`: none of these
   * - `missing`: the text does not end in anything that looks like a code
   */
  readonly code: 'right' | 'old' | 'another_address' | 'wrong' | 'missing';
}

type Row = StoredOutbound & {
  readonly addressId: string;
  readonly handle: string | null;
  readonly codeVersion: number | null;
  readonly at: Temporal.Instant;
};

/**
 * Whether we sent what a member pastes: by its text, without regard to spaces, line breaks, accents and the shapes of quotes and
 * dashes; and what the code at its end is worth. Looks at what was sent to this member's own addresses and nowhere else. What the signed
 * record does not have is not ours, whatever the database says.
 */
export async function checkMessage(
  q: Queries,
  keyring: Keyring,
  asked: { readonly institutionId: number; readonly memberId: string; readonly text: string },
): Promise<CheckedMessage> {
  const { institutionId, memberId } = asked;
  const { text, code } = split(asked.text);
  const stored = await q.query<Row>(statement, [
    institutionId,
    memberId,
    [skeleton(text), skeleton(`${text} ${code ?? ''}`)],
  ]);
  const vouched = await vouchedFor(
    q,
    { institutionId, keyring },
    stored.map((row) => ({ id: row.id, batchId: row.batchId, leaf: outboundLeaf(row) })),
  );
  const rows = stored.filter(({ id }) => vouched.has(id));
  const withCode = rows.find((row) => comparable(row.text) === comparable(text));
  const whole = rows.find((row) => comparable(row.text) === comparable(`${text} ${code ?? ''}`));
  // Six capitals at the end of a text of ours are words of it where only so it is one that we sent.
  const found = withCode ?? whole;
  const typed = withCode || !whole ? code : undefined;
  const worth = await worthOf(q, keyring, {
    institutionId,
    memberId,
    code: typed,
    ...(found
      ? { sent: { addressId: found.addressId, version: found.codeVersion ?? undefined } }
      : {}),
  });
  if (!found) return { sent: false, code: worth };
  return {
    sent: true,
    channel: found.channel,
    ...(found.handle === null ? {} : { handle: found.handle }),
    at: found.at,
    code: worth,
  };
}

const statement = `select ${outboundColumns('o')}, a.handle, o.code_version as "codeVersion",
      coalesce(o.wired_at, o.sending_at, o.queued_at) as at
    from addresses a
    join outbound o on o.institution_id = $1 and o.address_id = a.id
    where a.institution_id = $1 and a.member_id = $2
      and o.status in ('sending', 'wired', 'sent', 'delivered', 'unknown')
      and regexp_replace(lower(o.text), '[^a-z0-9]', '', 'g') = any($3::text[])
    order by o.queued_at desc limit 20`;

/** Letters and digits that every keyboard has: what the database can compare in any collation. */
function skeleton(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

/** A text as it is compared: no accents, plain quotes and dashes, single spaces. */
function comparable(text: string): string {
  return foldToGsm7(text)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function split(pasted: string): { text: string; code: string | undefined } {
  const tidy = unquoted(visibleText(pasted).replaceAll(/\s+/gu, ' ').trim()).replace(
    /\S+$/u,
    plainCode,
  );
  const end = /^(.*?)\s?(?<![A-Za-z0-9])([A-Za-z0-9]{6})$/u.exec(tidy);
  const code = end?.[2];
  const looksLikeCode = code !== undefined && (code === code.toUpperCase() || /\d/.test(code));
  return looksLikeCode
    ? { text: (end?.[1] ?? '').trim(), code: code.toUpperCase() }
    : { text: tidy, code: undefined };
}

/** A message in the quotation marks that it was pasted with, without them. */
function unquoted(text: string): string {
  return (
    /^(?:"(.*)"|“(.*)”|«\s*(.*?)\s*»|'(.*)')$/u
      .exec(text)
      ?.slice(1)
      .find((inner) => inner !== undefined) ?? text
  );
}

/** The last piece of a text, plain where it is a code in other shapes of letters and digits. */
function plainCode(piece: string): string {
  const plain = plainField(piece);
  return /^[A-Za-z0-9]{6}$/.test(plain) ? plain : piece;
}

interface Version {
  readonly addressId: string;
  readonly version: number;
  readonly isNewest: boolean;
}

async function worthOf(
  q: Queries,
  keyring: Keyring,
  asked: {
    institutionId: number;
    memberId: string;
    code: string | undefined;
    sent?: { addressId: string; version: number | undefined };
  },
): Promise<CheckedMessage['code']> {
  const { institutionId, code, sent } = asked;
  if (code === undefined) return 'missing';
  const addresses = await q.query<{ id: string }>(
    'select id from addresses where institution_id = $1 and member_id = $2',
    [institutionId, asked.memberId],
  );
  const keys = addresses.flatMap(({ id }) =>
    keyring
      .blindIndexes('code', codeKey(institutionId, id, code))
      .map((lookup) => ({ id, lookup })),
  );
  const same = await q.query<Version>(
    `select c.address_id as "addressId", c.version, c.version = (
          select max(version) from codes where institution_id = $1 and address_id = c.address_id) as "isNewest"
      from unnest($2::uuid[], $3::bytea[]) as k (id, lookup)
      join codes c on c.institution_id = $1 and c.address_id = k.id and c.lookup = k.lookup`,
    [institutionId, keys.map(({ id }) => id), keys.map(({ lookup }) => lookup)],
  );
  if (same.length === 0) return 'wrong';
  if (!sent) return same.some(({ isNewest }) => isNewest) ? 'right' : 'old';
  const own = same.filter(({ addressId }) => addressId === sent.addressId);
  if (own.length === 0) return 'another_address';
  const isRight = own.some(({ version, isNewest }) =>
    sent.version === undefined ? isNewest : version === sent.version,
  );
  return isRight ? 'right' : 'old';
}
