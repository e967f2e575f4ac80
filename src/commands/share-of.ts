import type { AccountQuestion } from '../kernel/vocabulary/intent.ts';
import type { Reply } from '../wording/reply.ts';
import type { Share } from '../shares/share.ts';
import type { PendingChoice } from './pending.ts';
import { labelOf, resolveShare } from './resolve-share.ts';
import type { Decision, Situation } from './situation.ts';

/** The share that a question means, or what to ask or answer instead. */
export type ShareOrReply = { readonly share: Share } | { readonly decision: Decision };

/** Finds the named share; without a name, the member's default share or the only one. If several match, asks. */
export function shareOf(
  account: string | undefined,
  situation: Situation,
  question: { readonly intent: AccountQuestion; readonly count?: number | undefined },
): ShareOrReply {
  const { shares, member } = situation;
  if (shares.length === 0) return { decision: { reply: noShare(undefined, situation) } };
  if (account === undefined || account === 'all') {
    const [only, another] = shares;
    if (only && !another) return { share: only };
    const preferred = shares.find((share) => share.id === member.defaultShareId);
    if (preferred && account === undefined) return { share: preferred };
    return { decision: ask(shares, situation, question) };
  }
  const resolved = resolveShare(account, shares);
  if (resolved.found === 'one') return { share: resolved.share };
  if (resolved.found === 'several') return { decision: ask(resolved.shares, situation, question) };
  return { decision: { reply: noShare(account, situation) } };
}

/** The refusal that repeats the unknown name and lists the member's shares. */
export function noShare(named: string | undefined, situation: Situation): Reply {
  return {
    reply: 'refused',
    reason: 'share_not_found',
    shares: situation.shares.map(labelOf),
    ...(named === undefined ? {} : { named }),
  };
}

const choicesMax = 9;

function ask(
  shares: readonly Share[],
  situation: Situation,
  question: { readonly intent: AccountQuestion; readonly count?: number | undefined },
): Decision {
  const offered = shares.slice(0, choicesMax);
  const choice: PendingChoice = {
    until: untilOf(situation).toString(),
    options: offered.map((share) => ({
      kind: 'reading',
      intent: question.intent,
      shareId: share.id,
      ...(question.count === undefined ? {} : { count: question.count }),
    })),
  };
  return {
    reply: {
      reply: 'choose',
      question: 'which_share',
      options: offered.map((share) => ({ share: labelOf(share) })),
    },
    pending: { choice },
  };
}

/** When a question asked now expires. */
export function untilOf(situation: Situation): Temporal.Instant {
  return situation.now.add({ seconds: situation.settings.confirmationSeconds });
}
