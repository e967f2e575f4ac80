import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { sentenceOf } from '../api.ts';
import { appAddress } from '../app-address.ts';
import { h, show, type Part } from '../element.ts';
import { given, say } from '../given.ts';
import { isAway, session } from '../session.ts';
import { icon } from '../ui/icon.ts';
import { Mark } from '../ui/mark.ts';
import { fault, ghost, trouble } from '../ui/parts.ts';
import { Chips, commands } from './chips.ts';
import { Composer } from './composer.ts';
import {
  addressId,
  messages,
  openAddress,
  openConversation,
  problem,
  sendWaiting,
} from './conversation.ts';
import { write } from './outbox.ts';
import { Pressed } from './press.ts';
import { Thread } from './thread.ts';

/** The conversation with the institution. */
export const Messages: Part<object> = () => {
  useEffect(() => {
    document.title = `${say('tab_messages')} · ${given.portal}`;
    void commands.need();
    if (messages.value === undefined && session.value === 'in') void openConversation();
  }, [session.value]);
  const address = addressId();
  const isUnopened = appAddress.value.value?.opened === false;
  const send = (text: string) => {
    if (address === undefined) return;
    write(text, address);
    void sendWaiting();
  };
  return h(
    'div',
    { class: 'screen messages' },
    h(
      'header',
      { class: 'head peer' },
      show(Mark, {}),
      h(
        'div',
        { class: 'peer-names' },
        h('h1', null, given.portal),
        h('p', { class: 'soft' }, icon('lock'), given.institution),
      ),
    ),
    isAway.value ? h('p', { class: 'strip', role: 'status' }, say('offline')) : null,
    isUnopened
      ? show(Opening, { terms: appAddress.value.value?.terms ?? '' })
      : h('main', { class: 'thread-place' }, content(address)),
    show(Pressed, {}),
    isUnopened || address === undefined
      ? null
      : h(
          'footer',
          { class: 'write' },
          show(Chips, { last: messages.value?.at(-1), send }),
          show(Composer, { send }),
        ),
  );
};

function content(address: string | undefined): JSX.Element {
  const known = messages.value;
  if (known) return show(Thread, { messages: known });
  if (problem.value && address === undefined)
    return trouble(problem.value, () => void openConversation());
  // Without a connection the member may still write.
  if (problem.value || isAway.value) return show(Thread, { messages: [] });
  return h('div', { class: 'thread-ghost' }, ghost(5));
}

/** The beginning: what this is, and on which terms. */
const Opening: Part<{ readonly terms: string }> = ({ terms }) => {
  const isBusy = useSignal(false);
  const wrong = useSignal<string | undefined>(undefined);
  const begin = () => {
    isBusy.value = true;
    wrong.value = undefined;
    openAddress()
      .catch((error: unknown) => {
        wrong.value = sentenceOf(error);
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  return h(
    'main',
    { class: 'body opening' },
    show(Mark, { large: true }),
    h('h2', null, say('open_title')),
    h('p', null, say('open_text')),
    h('p', { class: 'hint' }, terms),
    fault(wrong.value),
    h(
      'button',
      { type: 'button', class: 'primary wide', disabled: isBusy.value, onClick: begin },
      say('open_begin'),
    ),
  );
};
