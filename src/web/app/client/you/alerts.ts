import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { call, sentenceOf, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { onSent, textIn } from '../form.ts';
import { say, sayAlert } from '../given.ts';
import { resource } from '../resource.ts';
import { icon } from '../ui/icon.ts';
import { empty, fault, field, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { toast } from '../ui/toast.ts';
import { AlertSheet } from './alert-sheet.ts';

type Listed = Output<'listAlerts'>;

/** What the member hears of, and when they want their quiet. */
const alerts = resource(async () => call('listAlerts', {}));

/** The member’s alerts and quiet hours. */
export const Alerts: Part<object> = () => {
  const isAdding = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => void alerts.refresh(), []);
  const listed = alerts.value.value;
  const took = (next: Listed, said: string) => {
    alerts.value.value = next;
    toast(said);
  };
  const remove = (id: string) => {
    problem.value = undefined;
    call('removeAlert', { id })
      .then((next) => took(next, say('alert_removed')))
      .catch((error: unknown) => {
        problem.value = sentenceOf(error);
      });
  };
  const content = () => {
    if (!listed)
      return alerts.problem.value
        ? trouble(alerts.problem.value, () => void alerts.refresh())
        : ghost(3);
    return [
      fault(problem.value),
      listed.alerts.length === 0
        ? empty(sayAlert('empty'), sayAlert('empty_text'))
        : list(listed, remove),
      h(
        'button',
        {
          type: 'button',
          class: 'primary wide',
          onClick: () => {
            isAdding.value = true;
          },
        },
        icon('plus'),
        sayAlert('add'),
      ),
      show(Quiet, { listed, took }),
      isAdding.value
        ? show(AlertSheet, {
            listed,
            close: () => {
              isAdding.value = false;
            },
            saved: (next: Listed) => {
              isAdding.value = false;
              took(next, say('saved'));
            },
          })
        : null,
    ];
  };
  return show(Screen, {
    title: sayAlert('title'),
    up: 'you',
    refresh: alerts.refresh,
    children: [h('p', { class: 'soft' }, sayAlert('lead')), content()],
  });
};

function list({ alerts: all }: Listed, remove: (id: string) => void): JSX.Element {
  return h(
    'ul',
    { class: 'group', 'aria-label': sayAlert('list') },
    ...all.map(({ id, sentence }) =>
      h(
        'li',
        { class: 'entry', key: id },
        h('span', { class: 'entry-what' }, sentence),
        h(
          'button',
          {
            type: 'button',
            class: 'round',
            'aria-label': sayAlert('remove_what', { what: sentence }),
            onClick: () => remove(id),
          },
          icon('close'),
        ),
      ),
    ),
  );
}

const Quiet: Part<{
  readonly listed: Listed;
  readonly took: (next: Listed, said: string) => void;
}> = ({ listed: { quiet }, took }) => {
  const problem = useSignal<string | undefined>(undefined);
  const save = (from: string, to: string) => {
    problem.value = undefined;
    call('setQuiet', { from, to })
      .then((next) => took(next, say('saved')))
      .catch((error: unknown) => {
        problem.value = sentenceOf(error);
      });
  };
  return h(
    'form',
    {
      class: 'offer quiet-hours',
      key: `${quiet?.from} ${quiet?.to}`,
      onSubmit: onSent((form) => save(textIn(form, 'quiet-from'), textIn(form, 'quiet-to'))),
    },
    h('h2', null, sayAlert('quiet')),
    h('p', { class: 'soft' }, sayAlert('quiet_lead')),
    h(
      'div',
      { class: 'two' },
      field({
        id: 'quiet-from',
        label: sayAlert('from'),
        input: { type: 'time', defaultValue: quiet?.from ?? '' },
      }),
      field({
        id: 'quiet-to',
        label: sayAlert('to'),
        input: { type: 'time', defaultValue: quiet?.to ?? '' },
      }),
    ),
    fault(problem.value),
    h('button', { class: 'quiet' }, sayAlert('quiet_button')),
    quiet === null
      ? null
      : h(
          'button',
          { type: 'button', class: 'bare', onClick: () => save('', '') },
          say('quiet_off'),
        ),
  );
};
