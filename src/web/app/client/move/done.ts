import { useEffect, useRef } from 'preact/hooks';
import type { Output } from '../api.ts';
import { h, type Part } from '../element.ts';
import { money } from '../format.ts';
import { say } from '../given.ts';
import { go } from '../route.ts';
import { icon } from '../ui/icon.ts';

type Share = Output<'listShares'>['shares'][number];

/** Says that the money moved, or that another core has not confirmed it yet. */
export const Done: Part<{
  readonly made: Output<'makeTransfer'>;
  readonly shares: readonly Share[];
  readonly again: () => void;
}> = ({ made, shares, again }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const nameOf = (suffix: string) => {
    const share = shares.find((one) => one.suffix === suffix);
    return share ? `${share.nickname ?? say(`kind_${share.kind}`)} ${suffix}` : suffix;
  };
  const isPending = made.state === 'pending';
  const places = {
    amount: money(made.amount, made.currency),
    from: nameOf(made.from.suffix),
    to: nameOf(made.to.suffix),
  };
  return h(
    'section',
    { class: 'done' },
    h(
      'span',
      { class: isPending ? 'done-mark waiting' : 'done-mark' },
      icon(isPending ? 'clock' : 'check'),
    ),
    h('h2', { ref: heading, tabIndex: -1 }, say(isPending ? 'pending_title' : 'made_title')),
    h('p', null, say(isPending ? 'pending_text' : 'made_text', places)),
    made.already && !isPending ? h('p', { class: 'soft' }, say('made_already')) : null,
    made.receipt === null
      ? null
      : h('p', { class: 'soft' }, `${say('made_receipt')} `, h('code', null, made.receipt)),
    h('button', { type: 'button', class: 'primary wide', onClick: again }, say('made_more')),
    h(
      'button',
      { type: 'button', class: 'quiet wide', onClick: () => go('accounts') },
      say('made_accounts'),
    ),
  );
};
