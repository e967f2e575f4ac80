import type { JSX } from 'preact';
import { h } from '../element.ts';

/** Drawn as strokes on a grid of 24, in the color of the text beside them. */
const drawings = {
  messages:
    'M5 5.5h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7.5L7 20.5v-4H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2Z',
  accounts: 'M3 9.5 12 4l9 5.5M5 10v8m4.7-8v8m4.6-8v8M19 10v8M3.5 20.5h17',
  move: 'M4 8.5h15m0 0-4-4m4 4-4 4M20 15.5H5m0 0 4-4m-4 4 4 4',
  you: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  send: 'M12 19V5.5m0 0-6 6m6-6 6 6',
  back: 'm15 5-7 7 7 7',
  next: 'm9 5 7 7-7 7',
  down: 'm5 9 7 7 7-7',
  close: 'm6 6 12 12M18 6 6 18',
  swap: 'M8 4v15m0 0-4-4m4 4 4-4M16 20V5m0 0-4 4m4-4 4 4',
  key: 'M14.5 14a5 5 0 1 0-4.3-2.5L3.5 18v2.5H7V18h2.5v-2.5H12l.8-.8c.5.2 1.1.3 1.7.3Zm1.5-6.5h.01',
  bell: 'M6 16.5V11a6 6 0 1 1 12 0v5.5l1.5 1.5h-15L6 16.5ZM10 20.5h4',
  shield: 'M12 3.5 19 6v5c0 5-3 8-7 9.8C8 19 5 16 5 11V6l7-2.5Zm-3 8.3 2.2 2.2 4-4.2',
  phone:
    'M8 3h8a1.5 1.5 0 0 1 1.5 1.5v15A1.5 1.5 0 0 1 16 21H8a1.5 1.5 0 0 1-1.5-1.5v-15A1.5 1.5 0 0 1 8 3Zm2.5 15h3',
  plus: 'M12 5v14M5 12h14',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 8v5m0 3.2v.1M12 3.5 22 20H2L12 3.5Z',
  clock: 'M12 7v5l3.2 2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Z',
  face: 'M4 8.5V6a2 2 0 0 1 2-2h2.5M15.5 4H18a2 2 0 0 1 2 2v2.5M20 15.5V18a2 2 0 0 1-2 2h-2.5M8.5 20H6a2 2 0 0 1-2-2v-2.5M9 9v1.5M15 9v1.5M12 9v4h-1M9 15.5c1.800 1.300 4.200 1.300 6 0',
  globe:
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm-8 8.5h16M12 3.5c2.5 2.400 3.600 5.200 3.600 8.5s-1.100 6.100-3.600 8.5c-2.5-2.400-3.600-5.200-3.600-8.5s1.100-6.100 3.600-8.5Z',
  out: 'M10 4H6a1.5 1.5 0 0 0-1.5 1.5v13A1.5 1.5 0 0 0 6 20h4m4-4 4-4-4-4m4 4H9.5',
  lock: 'M7 10.5V8a5 5 0 0 1 10 0v2.5M6.5 10.5h11a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 19v-7a1.5 1.5 0 0 1 1.5-1.5Z',
} as const;

export type IconName = keyof typeof drawings;

/** An icon. Decoration: a text beside it says the same. */
export function icon(name: IconName): JSX.Element {
  return h(
    'svg',
    { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
    h('path', { d: drawings[name] }),
  );
}
