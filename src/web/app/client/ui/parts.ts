import type { ComponentChildren, JSX } from 'preact';
import { h } from '../element.ts';
import { say } from '../given.ts';
import { isAway } from '../session.ts';
import { icon, type IconName } from './icon.ts';

/** Stands where content will be, in its shape. */
export function ghost(rows: number): JSX.Element {
  return h(
    'div',
    { class: 'ghost', role: 'status', 'aria-label': say('loading') },
    ...Array.from({ length: rows }, () => h('i', null)),
  );
}

/** Says that there is nothing, and what comes here. */
export function empty(title: string, text: string): JSX.Element {
  return h('div', { class: 'empty' }, h('p', { class: 'empty-title' }, title), h('p', null, text));
}

/** Says what went wrong, and offers to try again. */
export function trouble(text: string, again: () => void): JSX.Element {
  return h(
    'div',
    { class: 'trouble', role: 'alert' },
    icon('alert'),
    h('p', null, isAway.value ? say('offline_text') : text),
    h('button', { type: 'button', class: 'quiet', onClick: again }, say('try_again')),
  );
}

/** The sentence of a fault, read at once. */
export function fault(text: string | undefined): JSX.Element | null {
  return text === undefined ? null : h('p', { class: 'fault', role: 'alert' }, text);
}

/** A field with its label and its fault. */
export function field(given: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly input: JSX.IntrinsicElements['input'];
}): JSX.Element {
  const { id, label, hint, fault: wrong, input } = given;
  const described = [hint && `${id}-hint`, wrong && `${id}-fault`].filter(Boolean).join(' ');
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, label),
    hint ? h('p', { class: 'hint', id: `${id}-hint` }, hint) : null,
    h('input', {
      id,
      name: id,
      ...input,
      ...(described ? { 'aria-describedby': described } : {}),
      'aria-invalid': wrong !== undefined,
    }),
    wrong ? h('p', { class: 'fault', id: `${id}-fault`, role: 'alert' }, wrong) : null,
  );
}

/** A row of a grouped list that opens something. */
export function row(given: {
  readonly icon: IconName;
  readonly title: string;
  readonly detail?: ComponentChildren;
  readonly onClick: () => void;
}): JSX.Element {
  return h(
    'li',
    null,
    h(
      'button',
      { type: 'button', class: 'row', onClick: given.onClick },
      h('span', { class: 'row-icon' }, icon(given.icon)),
      h('span', { class: 'row-title' }, given.title),
      given.detail === undefined ? null : h('span', { class: 'row-detail' }, given.detail),
      h('span', { class: 'row-next' }, icon('next')),
    ),
  );
}
