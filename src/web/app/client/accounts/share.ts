import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { call, sentenceOf, type Output } from '../api.ts';
import { now } from '../clock.ts';
import { h, show, type Part } from '../element.ts';
import { day, dayName, dayOf, moment, money } from '../format.ts';
import { say } from '../given.ts';
import { resource } from '../resource.ts';
import { empty, fault, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { entryRow, wordsOf } from './entry-row.ts';
import { withOlder } from './history.ts';
import {
  figureOf,
  linesOf,
  nameOf,
  overdraftOf,
  shares,
  type Entry,
  type Share,
} from './shares.ts';

/** Entries on one page of the history. */
const pageLength = 30;

/** One account: its figures, what is held, and its transactions by day. */
export const SharePage: Part<{ readonly suffix: string }> = ({ suffix }) => {
  const detail = useMemo(
    () =>
      resource(async () => {
        const [history, held] = await Promise.all([
          call('listHistory', { suffix, count: pageLength }),
          call('listHolds', { suffix }),
        ]);
        return { history, held };
      }),
    [suffix],
  );
  const refresh = useMemo(
    () => async () => {
      await Promise.all([shares.refresh(), detail.refresh()]);
    },
    [detail],
  );
  useEffect(() => void refresh(), [refresh]);
  const share = shares.value.value?.find((one) => one.suffix === suffix);
  const shown = detail.value.value;
  const problem = detail.problem.value ?? shares.problem.value;
  return show(Screen, {
    title: share ? nameOf(share) : say('tab_accounts'),
    up: 'accounts',
    refresh,
    children:
      share && shown
        ? [head(share), holds(shown.held), show(History, { share, first: shown.history })]
        : problem
          ? trouble(problem, () => void refresh())
          : ghost(6),
  });
};

function head(share: Share): JSX.Element {
  const { loan, currency } = share;
  const overdraft = overdraftOf(share);
  const facts = [
    ...linesOf(share),
    ...(loan?.payment ? [[say('loan_payment'), money(loan.payment, currency)] as const] : []),
    ...(loan?.dueOn ? [[say('loan_due'), day(loan.dueOn)] as const] : []),
  ];
  return h(
    'section',
    { class: 'total' },
    h('p', { class: 'total-figure' }, money(figureOf(share), currency)),
    h('p', { class: 'total-name' }, say(share.kind === 'loan' ? 'owed' : 'available')),
    share.asOf === null
      ? null
      : h('p', { class: 'soft' }, say('figures_as_of', { when: moment(share.asOf) })),
    facts.length === 0
      ? null
      : h(
          'dl',
          { class: 'facts' },
          ...facts.map(([name, value]) =>
            h('div', null, h('dt', null, name), h('dd', null, value)),
          ),
        ),
    overdraft === undefined ? null : h('p', { class: 'total-apart' }, overdraft),
  );
}

function holds({ holds: held, currency }: Output<'listHolds'>): JSX.Element | null {
  if (held.length === 0) return null;
  return h(
    'section',
    null,
    h('h2', null, say('holds_title')),
    h(
      'ul',
      { class: 'group' },
      ...held.map(({ amount, description, expiresAt }) =>
        h(
          'li',
          { class: 'entry' },
          h(
            'span',
            { class: 'entry-what' },
            wordsOf(description),
            h(
              'span',
              { class: 'soft' },
              expiresAt === null
                ? say('hold_open')
                : say('hold_for', { day: day(dayOf(Date.parse(expiresAt))) }),
            ),
          ),
          h('span', { class: 'money' }, money(amount, currency)),
        ),
      ),
    ),
  );
}

const History: Part<{ readonly share: Share; readonly first: Output<'listHistory'> }> = ({
  share,
  first,
}) => {
  const more = useSignal<readonly Entry[]>([]);
  const next = useSignal<string | null>(first.next);
  const problem = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  useEffect(() => {
    problem.value = undefined;
    more.value = [];
    next.value = first.next;
  }, [first]);
  const older = () => {
    const before = next.value;
    if (before === null || isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    call('listHistory', { suffix: share.suffix, before, count: pageLength })
      .then((page) => {
        // The first page was loaded again meanwhile.
        if (next.value !== before) return;
        more.value = [...more.value, ...page.entries];
        next.value = page.next;
      })
      .catch((error: unknown) => {
        problem.value = sentenceOf(error);
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  const entries = withOlder(first.entries, more.value);
  return h(
    'section',
    null,
    h('h2', null, say('recent')),
    entries.length === 0
      ? empty(say('history_empty'), say('history_empty_text'))
      : [...Map.groupBy(entries, ({ on }) => on)].map(([on, group]) =>
          dayOfEntries(on, group, share),
        ),
    fault(problem.value),
    next.value === null
      ? null
      : h(
          'button',
          { type: 'button', class: 'quiet wide', disabled: isBusy.value, onClick: older },
          say('older'),
        ),
  );
};

function dayOfEntries(on: string, entries: readonly Entry[], share: Share): JSX.Element {
  return h(
    'section',
    { class: 'day' },
    h('h3', null, dayName(on, now())),
    h('ul', { class: 'group' }, ...entries.map((entry) => entryRow(entry, share))),
  );
}
