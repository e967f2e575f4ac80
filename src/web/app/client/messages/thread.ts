import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { now } from '../clock.ts';
import { h, show, type Part } from '../element.ts';
import { dayName, dayOf } from '../format.ts';
import { given, say } from '../given.ts';
import { icon } from '../ui/icon.ts';
import { empty } from '../ui/parts.ts';
import { Bubble, Unsent } from './bubble.ts';
import {
  addressId,
  hasOlder,
  isAnswering,
  loadOlder,
  markRead,
  sendWaiting,
} from './conversation.ts';
import { continues, type Message } from './message.ts';
import { NotifyCard } from './notify-card.ts';
import { outbox } from './outbox.ts';

/** So near to the end, new messages scroll into view. */
const nearEnd = 120;
/** So near to the beginning, older messages are loaded. */
const nearStart = 160;

/** The messages by day, what is on its way, and that an answer comes. */
export const Thread: Part<{ readonly messages: readonly Message[] }> = ({ messages }) => {
  const box = useRef<HTMLDivElement>(null);
  const { isAtEnd, onScroll, toEnd } = useEnd(box, messages);
  const mine = outbox.value.filter((one) => one.addressId === addressId());
  useEffect(() => {
    if (isAtEnd.value && document.visibilityState === 'visible') void markRead();
  }, [messages, isAtEnd.value]);
  const days = [...Map.groupBy(messages, ({ at }) => dayOf(Date.parse(at)))];
  return h(
    'div',
    {
      class: 'thread',
      ref: box,
      onScroll,
      tabIndex: 0,
      role: 'region',
      'aria-label': say('conversation', { name: given.portal }),
    },
    messages.length === 0 && mine.length === 0
      ? empty(say('conversation_empty'), say('conversation_empty_text'))
      : null,
    h(
      'div',
      { role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions', class: 'log' },
      ...days.map(([on, group]) => dayOfMessages(on, group, messages.at(-1))),
      mine.length === 0
        ? null
        : h(
            'ol',
            { class: 'says' },
            ...mine.map((waiting) =>
              show(Unsent, { key: waiting.id, waiting, again: () => void sendWaiting() }),
            ),
          ),
      isAnswering.value ? typing() : null,
    ),
    hasAnswer(messages) ? show(NotifyCard, {}) : null,
    isAtEnd.value
      ? null
      : h(
          'button',
          { type: 'button', class: 'round to-end', 'aria-label': say('newest'), onClick: toEnd },
          icon('down'),
        ),
  );
};

/** Keeps the end in view while the member is there, and the place where older messages come in. */
function useEnd(box: { readonly current: HTMLDivElement | null }, messages: readonly Message[]) {
  const isAtEnd = useSignal(true);
  const first = useRef<number | undefined>(undefined);
  const height = useRef(0);
  const isLoading = useRef(false);
  const toEnd = () => {
    const { current } = box;
    if (current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    const isOlder = first.current !== undefined && messages[0]?.place !== first.current;
    first.current = messages[0]?.place;
    if (isOlder && !isAtEnd.value) current.scrollTop += current.scrollHeight - height.current;
    else if (isAtEnd.value) toEnd();
    height.current = current.scrollHeight;
  }, [messages, outbox.value, isAnswering.value]);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    // The keyboard, or longer texts, make the thread smaller.
    const watch = new ResizeObserver(() => {
      if (isAtEnd.value) toEnd();
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  const onScroll = () => {
    const { current } = box;
    if (!current) return;
    isAtEnd.value = current.scrollHeight - current.scrollTop - current.clientHeight < nearEnd;
    height.current = current.scrollHeight;
    if (current.scrollTop > nearStart || isLoading.current || !hasOlder.value) return;
    isLoading.current = true;
    void loadOlder().finally(() => {
      isLoading.current = false;
    });
  };
  return { isAtEnd, onScroll, toEnd };
}

function dayOfMessages(
  on: string,
  messages: readonly Message[],
  newest: Message | undefined,
): JSX.Element {
  return h(
    'section',
    { key: on, class: 'says-day' },
    h('h2', { class: 'day-name' }, dayName(on, now())),
    h(
      'ol',
      { class: 'says' },
      ...messages.map((message, index) =>
        show(Bubble, {
          key: message.place,
          message,
          isLast: !continues(message, messages[index + 1]),
          isNewest: message === newest,
        }),
      ),
    ),
  );
}

function typing(): JSX.Element {
  return h(
    'p',
    { class: 'typing', 'aria-label': say('typing', { name: given.portal }), role: 'status' },
    h('i', null),
    h('i', null),
    h('i', null),
  );
}

/** Whether the member has written here and got an answer, so that they know what notifications are for. */
function hasAnswer(messages: readonly Message[]): boolean {
  return (
    messages.at(-1)?.direction === 'out' && messages.some(({ direction }) => direction === 'in')
  );
}
