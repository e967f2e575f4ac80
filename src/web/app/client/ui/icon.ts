import type { JSX } from 'preact';
import { drawings, type IconName } from '../../drawings.ts';
import { h } from '../element.ts';

export type { IconName };

/** An icon. Decoration: a text beside it says the same. */
export function icon(name: IconName): JSX.Element {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: drawings[name] }),
  );
}
