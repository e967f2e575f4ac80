import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { call, sentenceOf, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { money } from '../format.ts';
import { say } from '../given.ts';
import { proven, UnprovenError } from '../proof.ts';
import { Agreements, type Agreed } from '../ui/agreements.ts';
import { fault } from '../ui/parts.ts';
import { Sheet } from '../ui/sheet.ts';

type Reviewed = Output<'reviewTransfer'>;
type Made = Output<'makeTransfer'>;

/** Reads a transfer back before it moves: both sides with their figures before and after. */
export const Review: Part<{
  readonly reviewed: Reviewed;
  readonly close: () => void;
  readonly done: (made: Made) => void;
}> = ({ reviewed, close, done }) => {
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const agreed = useSignal<Agreed>(new Set());
  const { amount, currency, from, to, nonce, agreeTo } = reviewed;
  const make = () => {
    isBusy.value = true;
    problem.value = undefined;
    // The number from the review makes it move only once, however often this is sent.
    const order = { from: from.suffix, to: to.suffix, amount, nonce, agreedTo: [...agreed.value] };
    proven(async () => call('makeTransfer', order))
      .then(done)
      .catch((error: unknown) => {
        isBusy.value = false;
        if (!(error instanceof UnprovenError)) problem.value = sentenceOf(error);
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
          disabled: isBusy.value || agreeTo.some((kind) => !agreed.value.has(kind)),
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
