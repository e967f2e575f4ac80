import { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import { changeMember } from '../../members/members.ts';
import {
  changeNickname,
  changeSuffix as change,
  type NameRefusal,
} from '../../shares/share-names.ts';
import type { Queries } from '../../database/database.ts';
import type { Member } from '../../members/member.ts';
import type { Share } from '../../shares/share.ts';
import { announceChange } from '../../notices/announce.ts';
import type { MemberContext } from '../request-context.ts';
import { wantsProofWhen } from '../fresh.ts';
import { somethingChanges } from '../fresh-conditions.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import {
  balancesOf,
  ownShare,
  prefetchBalances,
  shareOutput,
  shareSchema,
  suffixField,
} from './shares.ts';

/** Gives a share the member's own nickname. */
export const renameShare = operation({
  id: 'renameShare',
  method: 'PUT',
  path: '/shares/{suffix}/nickname',
  tag: 'Accounts',
  summary: 'Sets or removes an account’s nickname',
  access: 'member',
  freshWhen: somethingChanges,
  input: z.strictObject({
    suffix: suffixField,
    nickname: z.string().trim().max(40).describe('Empty for none.'),
  }),
  output: shareSchema,
  refusals: ['not_found', 'nickname_malformed', 'nickname_taken'],
  run: async (request, { suffix, nickname }) =>
    changed(request, suffix, async (tx, place) => {
      const before = place.share.nickname ?? '';
      if (nickname === before) return {};
      const unproven = steersElsewhere(request, before, nickname);
      if (unproven) return unproven;
      const refused = await changeNickname(tx, place, nickname === '' ? null : nickname);
      if (refused) return told(refused, 'nickname');
      await recordInAuditLog(tx, request, {
        what: 'share_renamed',
        subject: place.shareId,
        detail: { nickname },
      });
      await announceChange(tx, request, { memberId: request.member.id, what: 'nickname_changed' });
      return {};
    }),
});

/** Gives a share another suffix for messages. */
export const changeSuffix = operation({
  id: 'changeSuffix',
  method: 'PUT',
  path: '/shares/{suffix}/suffix',
  tag: 'Accounts',
  summary: 'Changes the number that messages use for an account',
  access: 'member',
  freshWhen: somethingChanges,
  input: z.strictObject({ suffix: suffixField, chosen: z.string().trim().toUpperCase().max(10) }),
  output: shareSchema,
  refusals: ['not_found', 'suffix_malformed', 'suffix_taken', 'suffix_retired'],
  run: async (request, { suffix, chosen }) =>
    changed(request, suffix, async (tx, place) => {
      if (chosen === place.share.suffix) return {};
      const unproven = steersElsewhere(request, place.share.suffix, chosen);
      if (unproven) return unproven;
      const refused = await change(tx, place, { suffix: chosen, now: request.world.clock.now() });
      if (refused) return told(refused, 'chosen');
      await recordInAuditLog(tx, request, {
        what: 'share_suffix_changed',
        subject: place.shareId,
        detail: { from: suffix, to: chosen },
      });
      await announceChange(tx, request, { memberId: request.member.id, what: 'suffix_changed' });
      return { suffix: chosen };
    }),
});

/** Chooses the default share for messages. */
export const setDefaultShare = operation({
  id: 'setDefaultShare',
  method: 'PUT',
  path: '/shares/{suffix}/default',
  tag: 'Accounts',
  summary: 'Makes an account the default for messages that name none',
  access: 'member',
  freshWhen: somethingChanges,
  input: z.strictObject({ suffix: suffixField }),
  output: shareSchema,
  refusals: ['not_found'],
  run: async (request, { suffix }) =>
    changed(request, suffix, async (tx, { shareId }) => {
      const { id, institutionId, defaultShareId } = request.member;
      if (defaultShareId === shareId) return {};
      const unproven = steersElsewhere(request, defaultShareId, shareId);
      if (unproven) return unproven;
      await changeMember(tx, { institutionId, id }, { defaultShareId: shareId });
      await recordInAuditLog(tx, request, { what: 'default_share_set', subject: shareId });
      await announceChange(tx, request, { memberId: id, what: 'default_changed' });
      return { member: { ...request.member, defaultShareId: shareId } };
    }),
});

/** Chooses the share that transfers by message take money from by default. */
export const setTransferSource = operation({
  id: 'setTransferSource',
  method: 'PUT',
  path: '/shares/{suffix}/transfer-source',
  tag: 'Accounts',
  summary: 'Makes an account the default source of transfers by message',
  access: 'member',
  freshWhen: somethingChanges,
  input: z.strictObject({ suffix: suffixField }),
  output: shareSchema,
  refusals: ['not_found', 'share_fixed'],
  run: async (request, { suffix }) =>
    changed(request, suffix, async (tx, { shareId, share }) => {
      if (!share.mayMoveFrom || share.kind === 'loan') return refuse('share_fixed');
      const { id, institutionId, transferSourceShareId } = request.member;
      if (transferSourceShareId === shareId) return {};
      const unproven = steersElsewhere(request, transferSourceShareId, shareId);
      if (unproven) return unproven;
      await changeMember(tx, { institutionId, id }, { transferSourceShareId: shareId });
      await recordInAuditLog(tx, request, { what: 'transfer_source_set', subject: shareId });
      await announceChange(tx, request, { memberId: id, what: 'source_changed' });
      return { member: { ...request.member, transferSourceShareId: shareId } };
    }),
});

/** Asks for a fresh proof of a change that redirects orders by message. */
function steersElsewhere(
  request: MemberContext,
  before: string | undefined,
  after: string,
): Refused | undefined {
  return wantsProofWhen(request, somethingChanges, { before, after });
}

interface Place {
  readonly institutionId: number;
  readonly memberId: string;
  readonly shareId: string;
  readonly share: Share;
}

/** The difference that a change made, if any. */
interface After {
  readonly suffix?: string;
  readonly member?: Member;
}

/**
 * Changes one of the member's own shares and returns the result. Sends queued notices after the
 * commit.
 */
async function changed(
  request: MemberContext,
  suffix: string,
  work: (tx: Queries, place: Place) => Promise<After | Refused>,
): Promise<z.input<typeof shareSchema> | Refused> {
  // Ask before we change anything: if a remote core does not answer, we refuse the whole change.
  const before = request.core.remote ? await ownShare(request.db, request, suffix) : undefined;
  const snapshot = before && (await prefetchBalances(request, [before]));
  const result = await request.db.transaction(async (tx) => {
    const share = await ownShare(tx, request, suffix);
    if (!share) return refuse('not_found');
    const { institutionId, memberId, id } = share;
    const after = await work(tx, { institutionId, memberId, shareId: id, share });
    if (isRefused(after)) return after;
    const { suffix: called = suffix, member = request.member } = after;
    const renamed = present(await ownShare(tx, request, called), 'the share is still theirs');
    const balances = await balancesOf(tx, request, [renamed], snapshot);
    const balance = present(balances.get(renamed.accountId), 'it was asked for');
    return shareOutput({ member }, renamed, balance);
  });
  if (!isRefused(result)) request.queued();
  return result;
}

function told(refused: NameRefusal, field: string): Refused {
  return refuse(refused, { field });
}
