import type { Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Given } from '../../given.ts';
import { h, type Part } from '../element.ts';
import { given, say } from '../given.ts';

type Disclosure = keyof Given['agreements'];

/** What the member has ticked. */
export type Agreed = ReadonlySet<Disclosure>;

/** The disclosures that the member must agree to first, each with its tick. Nothing if there is none. */
export const Agreements: Part<{
  readonly kinds: readonly Disclosure[];
  readonly agreed: Signal<Agreed>;
}> = ({ kinds, agreed }) =>
  kinds.length === 0
    ? null
    : h(
        'fieldset',
        { class: 'agree' },
        h('legend', null, say('agree_title')),
        ...kinds.map((kind) => agreement(kind, agreed)),
      );

function agreement(kind: Disclosure, agreed: Signal<Agreed>): JSX.Element {
  const { title, text, tick } = given.agreements[kind];
  const change = () => {
    const others = [...agreed.value].filter((one) => one !== kind);
    agreed.value = new Set(agreed.value.has(kind) ? others : [...others, kind]);
  };
  return h(
    'div',
    { class: 'agreement' },
    h('details', null, h('summary', null, title), h('p', null, text)),
    h(
      'label',
      { class: 'tick' },
      h('input', { type: 'checkbox', checked: agreed.value.has(kind), onChange: change }),
      h('span', null, tick),
    ),
  );
}
