import type { Share } from './share.ts';

/** A share's name for messages. */
export function labelOf({
  suffix,
  kind,
  currency,
  nickname,
}: Share): Pick<Share, 'suffix' | 'kind' | 'currency' | 'nickname'> {
  return { suffix, kind, currency, ...(nickname === undefined ? {} : { nickname }) };
}
