import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { now } from '../clock.ts';
import { h, show, type Part } from '../element.ts';
import { isNothing } from '../figure.ts';
import { dayName, moment, money } from '../format.ts';
import { say } from '../given.ts';
import { go, pathOf } from '../route.ts';
import { empty, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { entryRow } from './entry-row.ts';
import { figureOf, nameOf, recent, shares, totalsOf, type Share } from './shares.ts';

/** All accounts at a glance: what is there in total, and in each. */
export const Overview: Part<object> = () => {
  useEffect(() => void refresh(), []);
  const all = shares.value.value;
  return show(Screen, {
    title: say('tab_accounts'),
    refresh,
    children: all
      ? [
          total(all),
          all.length === 0 ? empty(say('overview_empty'), say('overview_empty_text')) : list(all),
          newest(all),
        ]
      : shares.problem.value
        ? trouble(shares.problem.value, () => void shares.refresh())
        : ghost(4),
  });
};

async function refresh(): Promise<void> {
  await Promise.all([shares.refresh(), recent.refresh()]);
}

/** The newest transactions, each with its account and its day. */
function newest(all: readonly Share[]): JSX.Element | null {
  const entries = recent.value.value ?? [];
  if (entries.length === 0) return null;
  return h(
    'section',
    null,
    h('h2', null, say('recent')),
    h(
      'ul',
      { class: 'group' },
      ...entries.map((entry) => {
        const share = all.find(({ suffix }) => suffix === entry.suffix);
        const place = share ? nameOf(share) : entry.suffix;
        const of = { kind: share?.kind ?? 'checking', currency: entry.currency } as const;
        return entryRow(entry, of, `${place} · ${dayName(entry.on, now())}`);
      }),
    ),
  );
}

function total(all: readonly Share[]): JSX.Element[] {
  return totalsOf(all).map(({ currency, available, owed }) =>
    h(
      'section',
      { class: 'total' },
      h('p', { class: 'total-name' }, say('total')),
      h('p', { class: 'total-figure' }, money(available, currency)),
      isNothing(owed)
        ? null
        : h('p', { class: 'total-owed' }, `${say('total_owed')} ${money(owed, currency)}`),
    ),
  );
}

function list(all: readonly Share[]): JSX.Element {
  return h(
    'ul',
    { class: 'group' },
    ...all.map((share) =>
      h(
        'li',
        null,
        h(
          'a',
          {
            class: 'row share',
            href: pathOf(`accounts/${share.suffix}`),
            onClick: (event: MouseEvent) => {
              event.preventDefault();
              go(`accounts/${share.suffix}`);
            },
          },
          h(
            'span',
            { class: 'share-names' },
            h('strong', null, nameOf(share)),
            h('span', { class: 'soft' }, aboutOf(share)),
          ),
          h(
            'span',
            { class: 'share-figures' },
            h('span', { class: 'money' }, money(figureOf(share), share.currency)),
            h('span', { class: 'soft' }, say(share.kind === 'loan' ? 'owed' : 'available')),
          ),
        ),
      ),
    ),
  );
}

/** The kind beside a nickname, what is held, and who else owns it. */
function aboutOf(share: Share): string {
  return [
    ...(share.nickname === null ? [] : [say(`kind_${share.kind}`)]),
    ...(share.role === 'joint' ? [say('role_joint')] : []),
    ...(share.closed ? [say('closed')] : []),
    ...(share.asOf === null ? [] : [say('figures_as_of', { when: moment(share.asOf) })]),
    ...(share.kind === 'loan' || isNothing(share.held)
      ? []
      : [`${say('held')} ${money(share.held, share.currency)}`]),
  ].join(' · ');
}
