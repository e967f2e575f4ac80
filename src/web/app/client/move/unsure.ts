import { useSignal } from '@preact/signals';
import { isUnsure, sentenceOf } from '../api.ts';
import { h, type Part } from '../element.ts';
import { money } from '../format.ts';
import { say } from '../given.ts';
import { UnprovenError } from '../proof.ts';
import { memberNumber } from '../session.ts';
import { icon } from '../ui/icon.ts';
import { fault } from '../ui/parts.ts';
import { isOrdering, order, type Order } from './order.ts';

/** Says that nobody knows whether a transfer was made, and finds out. It stands in for the form. */
export const Unsure: Part<{
  readonly of: Order;
  readonly nameOf: (suffix: string) => string;
  readonly refused: (sentence: string) => void;
}> = ({ of, nameOf, refused }) => {
  const problem = useSignal<string | undefined>(undefined);
  const again = () => {
    problem.value = undefined;
    order(of).catch((error: unknown) => {
      if (error instanceof UnprovenError) return;
      const sentence = isUnsure(error) ? say('unreached') : sentenceOf(error);
      problem.value = sentence;
      refused(sentence);
    });
  };
  const places = {
    amount: money(of.amount, of.currency),
    from: nameOf(of.from),
    to: nameOf(of.to),
  };
  return h(
    'section',
    { class: 'done' },
    h('span', { class: 'done-mark waiting' }, icon('clock')),
    h('h2', null, say('transfer_unsure_title')),
    h('p', { role: 'status' }, say('transfer_unsure', places)),
    fault(problem.value),
    h(
      'button',
      {
        type: 'button',
        class: 'primary wide',
        disabled: isOrdering.value || memberNumber.value === '',
        onClick: again,
      },
      say('transfer_again'),
    ),
  );
};
