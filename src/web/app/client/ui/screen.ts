import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { h, type Part } from '../element.ts';
import { say } from '../given.ts';
import { goBack } from '../route.ts';
import { icon } from './icon.ts';
import { attachPull } from './pull.ts';

/** A screen with a large title: it scrolls, and pulling it down loads it again. */
export const Screen: Part<{
  readonly title: string;
  /** The screen above, for a screen that was opened from another. */
  readonly up?: string;
  readonly refresh?: () => Promise<void>;
  readonly children: ComponentChildren;
}> = ({ title, up, refresh, children }) => {
  const body = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title;
    // A screen reader begins at the title of the screen that was opened.
    if (up !== undefined) heading.current?.focus({ preventScroll: true });
  }, [title]);
  useEffect(
    () => (body.current && refresh ? attachPull(body.current, refresh) : undefined),
    [refresh],
  );
  return h(
    'div',
    { class: up === undefined ? 'screen' : 'screen above' },
    up === undefined
      ? null
      : h(
          'header',
          { class: 'head' },
          h(
            'button',
            {
              type: 'button',
              class: 'round',
              'aria-label': say('back'),
              onClick: () => goBack(up),
            },
            icon('back'),
          ),
        ),
    h(
      'main',
      { class: 'body', ref: body },
      h('div', { class: 'pull', 'aria-hidden': 'true' }, icon('down')),
      h('h1', { ref: heading, tabIndex: -1 }, title),
      children,
    ),
  );
};
