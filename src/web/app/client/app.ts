import type { JSX } from 'preact';
import { ProofSheet } from './access/proof-sheet.ts';
import { SignIn } from './access/sign-in.ts';
import { Overview } from './accounts/overview.ts';
import { SharePage } from './accounts/share.ts';
import { h, show, type Part } from './element.ts';
import { say } from './given.ts';
import { waitingApprovals } from './approvals.ts';
import { addressId, unread } from './messages/conversation.ts';
import { Messages } from './messages/messages.ts';
import { waitingCount } from './messages/outbox.ts';
import { Move } from './move/move.ts';
import { go, pathOf, route } from './route.ts';
import { isUnreached, session } from './session.ts';
import { icon, type IconName } from './ui/icon.ts';
import { ghost } from './ui/parts.ts';
import { Toast } from './ui/toast.ts';
import { isUpdateReady } from './update.ts';
import { Code } from './you/code.ts';
import { Install } from './you/install.ts';
import { Alerts } from './you/alerts.ts';
import { Approvals } from './you/approvals.ts';
import { Devices } from './you/devices.ts';
import { Rights } from './you/rights.ts';
import { You } from './you/you.ts';

/** The sections, as the bar at the bottom shows them. */
const sections = [
  { screen: '', name: 'tab_messages', short: 'tab_messages', drawn: 'messages' },
  { screen: 'accounts', name: 'tab_accounts', short: 'tab_accounts', drawn: 'accounts' },
  { screen: 'move', name: 'tab_move', short: 'tab_move_short', drawn: 'move' },
  { screen: 'you', name: 'tab_you', short: 'tab_you', drawn: 'you' },
] as const satisfies readonly {
  readonly screen: string;
  readonly name: Parameters<typeof say>[0];
  readonly short: Parameters<typeof say>[0];
  readonly drawn: IconName;
}[];

/** The section of each screen that is opened from another. */
const sectionOf: Readonly<Record<string, string>> = {
  accounts: 'accounts',
  move: 'move',
  you: 'you',
  code: 'you',
  alerts: 'you',
  devices: 'you',
  approvals: 'you',
  rights: 'you',
  install: 'you',
};

/** The whole app: the sign-in, or a screen above the bar of sections. */
export const App: Part<object> = () => {
  // Anybody may read how to install it.
  if (session.value === 'out' && route.value === 'install') return alone(show(Install, {}));
  if (session.value === 'out') return alone(show(SignIn, { waiting: waitingCount(addressId()) }));
  const [first = '', second = ''] = route.value.split('/');
  // The accounts are asked for beside the session: on a slow network each question takes half a second.
  const isWaiting =
    session.value === 'unknown' && !isUnreached.value && first !== '' && route.value !== 'accounts';
  return h(
    'div',
    { class: 'frame' },
    isWaiting
      ? h('div', { class: 'screen' }, h('main', { class: 'body' }, ghost(5)))
      : screenOf(first, second),
    waitingApprovals.value.length > 0 && first !== 'approvals' ? waiting() : null,
    bar(sectionOf[first] ?? ''),
    isUpdateReady.value ? update() : null,
    show(Toast, {}),
    show(ProofSheet, {}),
  );
};

function alone(screen: JSX.Element): JSX.Element {
  return h('div', { class: 'frame alone' }, screen, show(Toast, {}));
}

function screenOf(first: string, second: string): JSX.Element {
  switch (first) {
    case 'accounts':
      return second === ''
        ? show(Overview, { key: 'accounts' })
        : show(SharePage, { key: second, suffix: second });
    case 'move':
      return show(Move, {});
    case 'you':
      return show(You, {});
    case 'code':
      return show(Code, {});
    case 'approvals':
      return show(Approvals, {});
    case 'devices':
      return show(Devices, {});
    case 'alerts':
      return show(Alerts, {});
    case 'rights':
      return show(Rights, {});
    case 'install':
      return show(Install, {});
    default:
      return show(Messages, {});
  }
}

function bar(current: string): JSX.Element {
  return h(
    'nav',
    { class: 'tabs', 'aria-label': say('sections') },
    ...sections.map(({ screen, name, short, drawn }) => {
      const count =
        screen === '' ? unread.value : screen === 'you' ? waitingApprovals.value.length : 0;
      const isCounted = count > 0 && screen !== current;
      return h(
        'a',
        {
          href: pathOf(screen),
          'aria-current': screen === current ? 'page' : undefined,
          'aria-label': isCounted ? `${say(name)} · ${count}` : say(name),
          onClick: (event: MouseEvent) => {
            event.preventDefault();
            go(screen);
          },
        },
        icon(drawn),
        h('span', { 'aria-hidden': 'true' }, say(short)),
        isCounted
          ? h('b', { class: 'count', 'aria-hidden': 'true' }, String(Math.min(count, 99)))
          : null,
      );
    }),
  );
}

/** Says on each screen that something waits for the member, and opens it. */
function waiting(): JSX.Element {
  return h(
    'button',
    { type: 'button', class: 'strip', onClick: () => go('approvals') },
    icon('alert'),
    say('approvals_waiting', { count: String(waitingApprovals.value.length) }),
  );
}

function update(): JSX.Element {
  return h(
    'div',
    { class: 'update', role: 'status' },
    h('span', null, say('update_ready')),
    h(
      'button',
      { type: 'button', class: 'bare', onClick: () => location.reload() },
      say('update_now'),
    ),
  );
}
