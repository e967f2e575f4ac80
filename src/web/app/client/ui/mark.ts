import { h, type Part } from '../element.ts';
import { given } from '../given.ts';

/** The institution’s logo, or its first letter in its color. */
export const Mark: Part<{ readonly large?: boolean }> = ({ large }) => {
  const size = large ? 72 : 34;
  return h(
    'span',
    { class: large ? 'mark large' : 'mark', 'aria-hidden': 'true' },
    given.logo === null
      ? given.institution.slice(0, 1)
      : h('img', { src: given.logo, alt: '', width: size, height: size }),
  );
};
