import type { JSX } from 'preact';
import { unbroken } from '../../../../languages/unbroken.ts';
import { h, type Part } from '../element.ts';
import { time } from '../format.ts';
import { given, say } from '../given.ts';
import { withoutCode, type Message } from './message.ts';
import { drop, retry, type Waiting } from './outbox.ts';
import { copy, useLongPress } from './press.ts';

/**
 * A message of the conversation.
 * @param isLast of those that belong together
 * @param isNewest the member’s own last one without an answer yet: it says that it arrived
 */
export const Bubble: Part<{
  readonly message: Message;
  readonly isLast: boolean;
  readonly isNewest: boolean;
}> = ({ message, isLast, isNewest }) => {
  const isMine = message.direction === 'in';
  const { words, code } = withoutCode(message);
  const press = useLongPress(message.text);
  const said = { time: time(message.at), name: given.portal };
  return h(
    'li',
    { class: ['said', isMine ? 'mine' : 'ours', ...(isLast ? ['tail'] : [])].join(' ') },
    h('span', { class: 'unseen' }, say(isMine ? 'from_you' : 'from_us', said), ' '),
    h(
      'p',
      { class: 'bubble', ...press },
      isMine ? words : unbroken(words),
      code === '' ? null : h('span', { class: 'bubble-code' }, ` ${code}`),
    ),
    h('button', { type: 'button', class: 'copy', onClick: () => copy(message.text) }, say('copy')),
    isLast
      ? h(
          'p',
          { class: 'when' },
          h('time', { dateTime: message.at, 'aria-hidden': 'true' }, said.time),
          isMine && isNewest ? ` · ${say('delivered')}` : null,
        )
      : null,
  );
};

/** A message that the server has not confirmed yet, and how far it is. */
export const Unsent: Part<{ readonly waiting: Waiting; readonly again: () => void }> = ({
  waiting,
  again,
}) => {
  const { id, text, state, reason } = waiting;
  return h(
    'li',
    { class: `said mine tail ${state}` },
    h('p', { class: 'bubble' }, text),
    h('p', { class: 'when', role: 'status' }, stateText(waiting)),
    state === 'refused'
      ? h(
          'p',
          { class: 'refused-actions' },
          h('span', { class: 'fault' }, reason),
          action(say('send_again'), () => {
            retry(id);
            again();
          }),
          action(say('discard'), () => drop(new Set([id]))),
        )
      : null,
  );
};

function stateText({ state }: Waiting): string {
  switch (state) {
    case 'waiting':
      return say('waits');
    case 'sending':
      return say('sending');
    case 'delivered':
      return say('delivered');
    case 'refused':
      return say('not_sent');
    default:
      return state satisfies never;
  }
}

function action(text: string, onClick: () => void): JSX.Element {
  return h('button', { type: 'button', class: 'bare', onClick }, text);
}
