import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { call, RefusedError, sentenceOf, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { onSent, textIn } from '../form.ts';
import { given, say, sayAlert } from '../given.ts';
import { figureIn } from '../read-figure.ts';
import { resource } from '../resource.ts';
import { fault, field } from '../ui/parts.ts';
import { Sheet } from '../ui/sheet.ts';

type Listed = Output<'listAlerts'>;
type Kind = Listed['kinds'][number];

/** The accounts that an alert can be about. */
const accounts = resource(async () =>
  (await call('listShares', {})).shares.filter(({ closed }) => !closed),
);

/** Sets an alert: what about, which account, and what its kind takes besides. */
export const AlertSheet: Part<{
  readonly listed: Listed;
  readonly close: () => void;
  readonly saved: (next: Listed) => void;
}> = ({ listed, close, saved }) => {
  const kind = useSignal<Kind>(listed.kinds[0] ?? 'low');
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => void accounts.refresh(), []);
  const { account, takes } = listed.traits[kind.value] ?? { account: 'none', takes: 'nothing' };
  const save = onSent((form) => {
    problem.value = undefined;
    const suffix = textIn(form, 'suffix');
    const currency = accounts.value.value?.find((one) => one.suffix === suffix)?.currency;
    call('setAlert', {
      kind: kind.value,
      suffix,
      amount: figureIn(textIn(form, 'amount'), currency),
      days: textIn(form, 'days'),
      weekday: textIn(form, 'weekday'),
    })
      .then(saved)
      .catch((error: unknown) => {
        const [said] = error instanceof RefusedError ? Object.values(error.fields) : [];
        problem.value = said ?? sentenceOf(error);
      });
  });
  return show(Sheet, {
    title: sayAlert('add'),
    close,
    children: h(
      'form',
      { class: 'stack', onSubmit: save },
      choice({
        id: 'kind',
        label: sayAlert('kind'),
        options: listed.kinds.map((one) => [one, sayAlert(`kind_${one}`)]),
        choose: (chosen) => {
          kind.value = listed.kinds.find((one) => one === chosen) ?? kind.value;
        },
      }),
      account === 'none' ? null : accountChoice(account === 'any'),
      takes === 'amount'
        ? field({
            id: 'amount',
            label: sayAlert('amount'),
            input: { inputMode: 'decimal', autocomplete: 'off', maxLength: 20, required: true },
          })
        : null,
      takes === 'days'
        ? field({
            id: 'days',
            label: sayAlert('days'),
            input: { type: 'number', min: 0, defaultValue: '3', required: true },
          })
        : null,
      takes === 'weekday' ? weekdayChoice() : null,
      fault(problem.value),
      h('button', { class: 'primary wide' }, sayAlert('button')),
    ),
  });
};

function accountChoice(mayBeAll: boolean): JSX.Element {
  const all = accounts.value.value ?? [];
  return choice({
    id: 'suffix',
    label: sayAlert('account'),
    options: [
      ...(mayBeAll ? [['', sayAlert('account_all')] as const] : []),
      ...all.map(
        ({ suffix, nickname, kind }) =>
          [suffix, `${nickname ?? say(`kind_${kind}`)} ${suffix}`] as const,
      ),
    ],
  });
}

/** A Monday, for the names of the days. */
const monday = Date.parse('2026-11-23T12:00:00Z');

function weekdayChoice(): JSX.Element {
  return choice({
    id: 'weekday',
    label: sayAlert('weekday'),
    options: Array.from({ length: 7 }, (_, index) => [
      String(index + 1),
      new Date(monday + index * 86_400_000).toLocaleDateString(given.intl, {
        weekday: 'long',
        timeZone: 'UTC',
      }),
    ]),
  });
}

function choice(one: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly choose?: (value: string) => void;
}): JSX.Element {
  return h(
    'div',
    { class: 'field' },
    h('label', { for: one.id }, one.label),
    h(
      'select',
      {
        id: one.id,
        name: one.id,
        onChange: (event: Event) => {
          if (event.currentTarget instanceof HTMLSelectElement)
            one.choose?.(event.currentTarget.value);
        },
      },
      ...one.options.map(([value, name]) => h('option', { value }, name)),
    ),
  );
}
