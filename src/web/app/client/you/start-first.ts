import type { JSX } from 'preact';
import { h } from '../element.ts';
import { say } from '../given.ts';
import { go } from '../route.ts';

/** Says what a screen lacks until the member has started the conversation, and leads there. */
export function startFirst(text: string): JSX.Element {
  return h(
    'section',
    { class: 'stack' },
    h('p', { class: 'note' }, text),
    h(
      'button',
      { type: 'button', class: 'primary wide', onClick: () => go('') },
      say('start_first'),
    ),
  );
}
