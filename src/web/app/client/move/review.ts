import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { isUnsure, sentenceOf, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { money } from '../format.ts';
import { say } from '../given.ts';
import { UnprovenError } from '../proof.ts';
import { memberNumber } from '../session.ts';
import { Agreements, type Agreed } from '../ui/agreements.ts';
import { fault } from '../ui/parts.ts';
import { Sheet } from '../ui/sheet.ts';
import { order } from './order.ts';

type Reviewed = Output<'reviewTransfer'>;

/** Reads a transfer back before it moves: both sides with their figures before and after. */
export const Review: Part<{
  readonly reviewed: Reviewed;
  readonly close: () => void;
}> = ({ reviewed, close }) => {
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const agreed = useSignal<Agreed>(new Set());
  const { amount, currency, from, to, nonce, agreeTo } = reviewed;
  const make = () => {
    isBusy.value = true;
    problem.value = undefined;
    const sides = { from: from.suffix, to: to.suffix };
    order({ ...sides, amount, currency, nonce, agreedTo: [...agreed.value] })
      .then(close)
      .catch((error: unknown) => {
        isBusy.value = false;
        if (error instanceof UnprovenError) return;
        // The screen below says what is to be done about it.
        if (isUnsure(error)) close();
        else problem.value = sentenceOf(error);
      });
  };
  return show(Sheet, {
    title: say('review_title'),
    close,
    children: [
      h('p', { class: 'review-amount' }, money(amount, currency)),
      h(
        'ul',
        { class: 'group' },
        sideRow(say('transfer_from'), from, currency),
        sideRow(say('transfer_to'), to, currency),
      ),
      reviewed.overdraws
        ? h(
            'p',
            { class: 'note mind' },
            say('review_overdraws', { from: nameOf(from), after: money(from.after, currency) }),
          )
        : null,
      show(Agreements, { kinds: agreeTo, agreed }),
      fault(problem.value),
      h(
        'button',
        {
          type: 'button',
          class: 'primary wide',
          disabled:
            isBusy.value ||
            memberNumber.value === '' ||
            agreeTo.some((kind) => !agreed.value.has(kind)),
          onClick: make,
        },
        say('review_make', { amount: money(amount, currency) }),
      ),
      h('button', { type: 'button', class: 'quiet wide', onClick: close }, say('review_back')),
    ],
  });
};

function nameOf({ nickname, kind, suffix }: Reviewed['from']): string {
  return `${nickname ?? say(`kind_${kind}`)} ${suffix}`;
}

function sideRow(label: string, side: Reviewed['from'], currency: string): JSX.Element {
  return h(
    'li',
    { class: 'entry' },
    h(
      'span',
      { class: 'entry-what' },
      h('span', { class: 'soft' }, label),
      h('strong', null, nameOf(side)),
    ),
    h(
      'dl',
      { class: 'before-after' },
      h('div', null, h('dt', null, say('move_now')), h('dd', null, money(side.before, currency))),
      h('div', null, h('dt', null, say('move_then')), h('dd', null, money(side.after, currency))),
    ),
  );
}
