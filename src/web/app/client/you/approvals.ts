import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { hasPasskeys, passkeySentence, signed } from '../access/passkeys.ts';
import { call, isUnsure, RefusedError, UnreachedError } from '../api.ts';
import { approvals, waitingApprovals, type Approval } from '../approvals.ts';
import { h, show, type Part } from '../element.ts';
import { moment, money, time } from '../format.ts';
import { given, say } from '../given.ts';
import { icon } from '../ui/icon.ts';
import { empty, fault, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { toast } from '../ui/toast.ts';

/** The transfers that wait for the member’s passkey, each with all that it signs. */
export const Approvals: Part<object> = () => {
  useEffect(() => void approvals.refresh(), []);
  const all = approvals.value.value;
  const waiting = waitingApprovals.value;
  const ended = (all ?? []).filter(({ state }) => state !== 'waiting');
  return show(Screen, {
    title: say('approvals_title'),
    up: 'you',
    refresh: approvals.refresh,
    children: all
      ? [
          waiting.length === 0
            ? empty(say('approvals_none'), say('approvals_none_text'))
            : h('p', { class: 'soft' }, say('approvals_lead')),
          ...waiting.map((approval) => show(Waiting, { key: approval.id, approval })),
          ended.length === 0 ? null : endedList(ended),
        ]
      : approvals.problem.value
        ? trouble(approvals.problem.value, () => void approvals.refresh())
        : ghost(2),
  });
};

const Waiting: Part<{ readonly approval: Approval }> = ({ approval }) => {
  const { id, amount, currency, from, to, askedBy, askedAt, expiresAt } = approval;
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  /** The same transfer was made meanwhile: the member may insist. */
  const isAgain = useSignal(false);
  const act = (work: () => Promise<void>, said: string) => {
    isBusy.value = true;
    problem.value = undefined;
    work()
      .then(async () => {
        toast(said);
        await approvals.refresh();
      })
      .catch(async (error: unknown) => {
        problem.value = passkeySentence(error);
        if (error instanceof RefusedError && error.code === 'approval_repeated')
          isAgain.value = true;
        // It may have ended, here or elsewhere.
        await approvals.refresh();
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  const asked = say('asked', { channel: given.channels[askedBy], when: moment(askedAt) });
  return h(
    'article',
    { class: 'approval', 'aria-label': `${money(amount, currency)}, ${from.name} → ${to.name}` },
    h('p', { class: 'review-amount' }, money(amount, currency)),
    h(
      'dl',
      { class: 'from-to' },
      h('div', null, h('dt', null, say('from')), h('dd', null, `${from.name} ${from.suffix}`)),
      h('div', null, h('dt', null, say('to')), h('dd', null, `${to.name} ${to.suffix}`)),
    ),
    h('p', { class: 'soft' }, asked),
    h('p', { class: 'soft' }, icon('clock'), ' ', say('expires', { time: time(expiresAt) })),
    fault(problem.value),
    hasPasskeys
      ? h(
          'button',
          {
            type: 'button',
            class: 'primary wide',
            disabled: isBusy.value,
            onClick: () => act(async () => approve(id, isAgain.value), say('done_approved')),
          },
          icon('face'),
          say(isAgain.value ? 'approve_again' : 'approve', { amount: money(amount, currency) }),
        )
      : h('p', { class: 'note mind' }, say('approve_without')),
    h(
      'button',
      {
        type: 'button',
        class: 'danger wide',
        disabled: isBusy.value,
        onClick: () =>
          act(async () => void (await call('declineApproval', { id })), say('done_declined')),
      },
      say('decline'),
    ),
    h('p', { class: 'hint' }, say('decline_hint')),
  );
};

/** Signs exactly this transfer with a passkey, and makes it. */
async function approve(id: string, isAgain: boolean): Promise<void> {
  const { options } = await call('beginApproval', { id, ...(isAgain ? { again: true } : {}) });
  const response = await signed(options);
  await call('approveTransfer', { id, response }).catch((error: unknown) => {
    throw isUnsure(error) ? new UnreachedError(say('approval_unsure')) : error;
  });
}

function endedList(ended: readonly Approval[]): JSX.Element {
  return h(
    'section',
    null,
    h('h2', null, say('ended_title')),
    h(
      'ul',
      { class: 'group' },
      ...ended.map(({ id, amount, currency, from, to, state }) =>
        h(
          'li',
          { class: 'entry', key: id },
          h(
            'span',
            { class: 'entry-what' },
            `${from.name} ${from.suffix} → ${to.name} ${to.suffix}`,
            h('span', { class: 'soft' }, say(`state_${state}`)),
          ),
          h('span', { class: 'money' }, money(amount, currency)),
        ),
      ),
    ),
  );
}
