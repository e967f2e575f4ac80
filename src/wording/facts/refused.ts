import type { RefusedReply } from '../reply.ts';
import { cleanCommand } from '../../reading/clean.ts';
import type { Facts } from './chosen.ts';
import { shareNames } from './list.ts';
import { label, money, type Speech } from './speech.ts';

/** The text of a refusal, and its values. */
export function refusedFacts(reply: RefusedReply, speech: Speech): Facts {
  const { reason } = reply;
  switch (reason) {
    case 'too_late':
      return tooLate(reply, speech);
    case 'share_not_found':
      return notFound(reply, speech);
    case 'share_unclear':
    case 'no_default_share':
    case 'no_transfer_source':
      return reply.shares && reply.shares.length > 0
        ? { key: `refused.${reason}.shares`, places: { shares: shareNames(reply.shares, speech) } }
        : { key: `refused.${reason}`, places: {} };
    case 'share_not_movable':
    case 'account_closed':
      return reply.share
        ? {
            key: `refused.${reason}.share`,
            places: { share: label(reply.share, speech), suffix: reply.share.suffix },
          }
        : { key: `refused.${reason}`, places: {} };
    case 'limit_exceeded':
      return transferLimit(reply, speech);
    case 'daily_limit_exceeded':
      return dailyLimit(reply, speech);
    case 'insufficient_funds':
      return insufficient(reply, speech);
    case 'exceeds_owed':
      return reply.share && reply.available !== undefined
        ? {
            key: 'refused.exceeds_owed.share',
            places: {
              share: label(reply.share, speech),
              owed: money(reply.available, speech, reply.share),
            },
          }
        : { key: 'refused.exceeds_owed', places: {} };
    case 'member_locked':
    case 'address_suspended':
    case 'address_paused':
    case 'money_locked':
    case 'amount_malformed':
    case 'amount_foreign':
    case 'amount_not_positive':
    case 'amount_too_large':
    case 'same_account':
    case 'pay_not_offered':
    case 'approvals_full':
    case 'disclosures_missing':
    case 'read_only':
    case 'books_away':
    case 'search_too_long':
    case 'already_pending':
    case 'past_balance_away':
    case 'alerts_full':
    case 'alerts_no_due':
    case 'alerts_away':
    case 'key_reused':
    case 'account_not_found':
    case 'currency_mismatch':
    case 'nothing_pending':
    case 'confirmation_wrong':
    case 'confirmation_expired':
      return { key: `refused.${reason}`, places: {} };
    default:
      return reason satisfies never;
  }
}

function tooLate({ again: command = '' }: RefusedReply, speech: Speech): Facts {
  const again = cleanCommand(command, speech);
  return again === ''
    ? { key: 'refused.too_late', places: {} }
    : { key: 'refused.too_late.again', places: { again } };
}

function insufficient({ share, available }: RefusedReply, speech: Speech): Facts {
  if (!share || available === undefined) return { key: 'refused.insufficient_funds', places: {} };
  return {
    key: 'refused.insufficient_funds.share',
    places: {
      share: label(share, speech),
      suffix: share.suffix,
      available: money(available, speech, share),
    },
  };
}

function notFound({ shares, named }: RefusedReply, speech: Speech): Facts {
  if (!shares) return { key: 'refused.share_not_found', places: {} };
  if (shares.length === 0) return { key: 'refused.share_not_found.none', places: {} };
  const word = named === undefined ? '' : speech.clean.name(named, speech);
  const places = { shares: shareNames(shares, speech) };
  return word === ''
    ? { key: 'refused.share_not_found.shares', places }
    : { key: 'refused.share_not_found.named', places: { ...places, named: word } };
}

function transferLimit({ limit }: RefusedReply, speech: Speech): Facts {
  return limit === undefined
    ? { key: 'refused.limit_exceeded', places: {} }
    : { key: 'refused.limit_exceeded.limit', places: { limit: money(limit, speech) } };
}

function dailyLimit({ limit }: RefusedReply, speech: Speech): Facts {
  if (limit === undefined) return { key: 'refused.daily_limit_exceeded', places: {} };
  return limit > 0n
    ? { key: 'refused.daily_limit_exceeded.limit', places: { limit: money(limit, speech) } }
    : { key: 'refused.daily_limit_exceeded.used', places: {} };
}
