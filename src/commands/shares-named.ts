import type { Asked } from '../reading/reading.ts';
import type { Share } from '../shares/share.ts';
import { resolveShare } from './resolve-share.ts';
import { noShare } from './share-of.ts';
import type { Decision, Situation } from './situation.ts';

/** The accounts that a question means. */
export interface SharesNamed {
  readonly shares: readonly Share[];
  /** The member named them. */
  readonly isNamed: boolean;
}

/**
 * Finds the accounts of a question that may be about several: each one named, by kind all of that kind. Without a name, all of them,
 * or the default one for a mere list.
 */
export function sharesNamed(
  { account, accounts }: Asked,
  situation: Situation,
  { isAboutAll }: { readonly isAboutAll: boolean },
): SharesNamed | { readonly decision: Decision } {
  const { shares, member } = situation;
  const names = accounts ?? (account === undefined || account === 'all' ? [] : [account]);
  const found: Share[] = [];
  for (const name of names) {
    const resolved = name === 'all' ? undefined : resolveShare(name, shares);
    if (resolved?.found === 'none') return { decision: { reply: noShare(name, situation) } };
    found.push(
      ...(resolved ? (resolved.found === 'one' ? [resolved.share] : resolved.shares) : shares),
    );
  }
  if (shares.length === 0) return { decision: { reply: noShare(undefined, situation) } };
  if (found.length > 0) return { shares: [...new Set(found)], isNamed: true };
  const preferred = shares.find(({ id }) => id === member.defaultShareId);
  const isDefault = preferred !== undefined && account === undefined && !isAboutAll;
  return { shares: isDefault ? [preferred] : shares, isNamed: false };
}
