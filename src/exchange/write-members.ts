import type { Database, Queries } from '../database/database.ts';
import { Fault } from '../kernel/fault.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import { changeContacts } from '../members/contacts.ts';
import { recordInAuditLog, type Actor } from '../members/audit-log.ts';
import { readMailingAddress, setMailingAddress } from '../members/mailing-address.ts';
import { changeMember, ensureMembers, nameMembers } from '../members/members.ts';
import type { MemberLine } from './member-lines.ts';

export interface MembersWriting {
  readonly institutionId: number;
  readonly world: World;
  readonly keyring?: Keyring | undefined;
  readonly actor: Actor;
  /** Whether what members have already may change. Otherwise only what is missing is added. */
  readonly mayChange: boolean;
}

/** What an import does to members. */
export interface MemberCounts {
  readonly added: number;
  readonly changed: number;
  /** Those whose name or other data differ, and stay: nobody asked for changes. */
  readonly different: number;
}

const chunkSize = 500;

/**
 * Adds members and, if asked to, brings what they have to what the file says. Each changed member has an entry in the audit log, without
 * the data itself. A repeat changes nothing.
 * @throws Fault `key_missing` if a phone or an e-mail address can't be encrypted
 */
export async function writeMembers(
  db: Database,
  given: MembersWriting,
  lines: readonly MemberLine[],
  onProgress?: (done: number) => void,
): Promise<MemberCounts> {
  const counts = { added: 0, changed: 0, different: 0 };
  for (let start = 0; start < lines.length; start += chunkSize) {
    const chunk = lines.slice(start, start + chunkSize);
    const done = await db.transaction(async (tx) => writeChunk(tx, given, chunk));
    counts.added += done.added;
    counts.changed += done.changed;
    counts.different += done.different;
    onProgress?.(start + chunk.length);
  }
  return counts;
}

/** Finds out what `writeMembers` would do, without changes: it does it and rolls back. */
export async function rehearseMembers(
  db: Database,
  given: MembersWriting,
  lines: readonly MemberLine[],
): Promise<MemberCounts> {
  const counts = { added: 0, changed: 0, different: 0 };
  for (let start = 0; start < lines.length; start += chunkSize) {
    const chunk = lines.slice(start, start + chunkSize);
    try {
      await db.transaction(async (tx) => {
        throw new Rehearsed(await writeChunk(tx, given, chunk));
      });
    } catch (error) {
      if (!(error instanceof Rehearsed)) throw error;
      counts.added += error.counts.added;
      counts.changed += error.counts.changed;
      counts.different += error.counts.different;
    }
  }
  return counts;
}

/** Carries the counts out of a transaction that rolls back. */
class Rehearsed extends Error {
  readonly counts: MemberCounts;
  constructor(counts: MemberCounts) {
    super('undone');
    this.counts = counts;
  }
}

async function writeChunk(
  tx: Queries,
  given: MembersWriting,
  lines: readonly MemberLine[],
): Promise<MemberCounts> {
  const { institutionId, world, keyring, mayChange } = given;
  const before = await existing(tx, institutionId, lines);
  const members = await ensureMembers(tx, world, institutionId, lines);
  const fresh = new Set(
    lines.filter(({ number }) => !before.has(number)).map(({ number }) => number),
  );
  const changed = new Set<string>();
  const different = new Set<string>();
  for (const line of lines) {
    const member = members.get(line.number);
    if (!member) continue;
    // The number stood for a name that no file had given yet.
    const isUnnamed = member.name === `Member ${line.number}`;
    const differs =
      member.name !== line.name ||
      (line.language !== undefined && line.language !== member.language);
    if (differs && !mayChange && !isUnnamed) different.add(line.number);
    if (differs && (mayChange || isUnnamed)) {
      await nameMembers(tx, institutionId, [{ memberId: member.id, name: line.name }]);
      if (line.language !== undefined) await changeMember(tx, member, { language: line.language });
      changed.add(line.number);
    }
    if (line.address && (await moves(tx, member, { line, mayChange }))) changed.add(line.number);
  }
  for (const memberId of await contacts(tx, { ...given, keyring }, { lines, members, fresh }))
    for (const line of lines)
      if (members.get(line.number)?.id === memberId) changed.add(line.number);
  for (const number of changed)
    if (!fresh.has(number))
      await recordInAuditLog(tx, world, {
        institutionId,
        ...given.actor,
        what: 'member_details',
        subject: number,
      });
  return {
    added: fresh.size,
    changed: [...changed].filter((number) => !fresh.has(number)).length,
    different: different.size,
  };
}

async function existing(
  tx: Queries,
  institutionId: number,
  lines: readonly MemberLine[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ number: string }>(
    'select number from members where institution_id = $1 and number = any($2::text[])',
    [institutionId, lines.map(({ number }) => number)],
  );
  return new Set(rows.map(({ number }) => number));
}

/** Records where mail goes, if it is new or may change. @returns whether it changed */
async function moves(
  tx: Queries,
  member: { readonly institutionId: number; readonly id: string },
  { line, mayChange }: { readonly line: MemberLine; readonly mayChange: boolean },
): Promise<boolean> {
  const there = await readMailingAddress(tx, member);
  const wanted = line.address ?? [];
  if (there.join('\n') === wanted.join('\n') || (there.length > 0 && !mayChange)) return false;
  await setMailingAddress(tx, member, wanted);
  return true;
}

async function contacts(
  tx: Queries,
  given: MembersWriting,
  {
    lines,
    members,
    fresh,
  }: {
    readonly lines: readonly MemberLine[];
    readonly members: ReadonlyMap<string, { readonly id: string }>;
    readonly fresh: ReadonlySet<string>;
  },
): Promise<readonly string[]> {
  const { institutionId, world, keyring, mayChange } = given;
  const wanted = lines.flatMap((line) => {
    const memberId = members.get(line.number)?.id;
    const says = line.phone !== undefined || line.email !== undefined;
    return memberId === undefined || !says ? [] : [{ memberId, ...line }];
  });
  if (wanted.length === 0) return [];
  if (!keyring)
    throw new Fault({
      code: 'key_missing',
      message:
        'Phones and e-mail addresses of members are encrypted: set TMM_MASTER_KEYS as for `tmm serve`, or leave these columns out',
      retryable: false,
    });
  const there = mayChange ? new Set<string>() : await withContact(tx, institutionId, wanted);
  return changeContacts(
    tx,
    { institutionId, keyring, world },
    wanted.filter(({ memberId, number }) => fresh.has(number) || !there.has(memberId)),
  );
}

async function withContact(
  tx: Queries,
  institutionId: number,
  wanted: readonly { readonly memberId: string }[],
): Promise<Set<string>> {
  const rows = await tx.query<{ memberId: string }>(
    'select member_id as "memberId" from member_contacts where institution_id = $1 and member_id = any($2::uuid[])',
    [institutionId, wanted.map(({ memberId }) => memberId)],
  );
  return new Set(rows.map(({ memberId }) => memberId));
}
