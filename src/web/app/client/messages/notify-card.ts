import { useSignal } from '@preact/signals';
import { sentenceOf } from '../api.ts';
import { h, type Part } from '../element.ts';
import { say } from '../given.ts';
import { canPush, isPutOff, permission, putOff, turnOn } from '../push.ts';
import { icon } from '../ui/icon.ts';
import { fault } from '../ui/parts.ts';
import { toast } from '../ui/toast.ts';

/**
 * Offers notifications once the member has had an answer here, so that they know what for. The
 * browser's own question comes from the tap on it.
 */
export const NotifyCard: Part<object> = () => {
  const problem = useSignal<string | undefined>(undefined);
  if (!canPush || permission.value !== 'default' || isPutOff.value) return null;
  const ask = () => {
    turnOn()
      .then(() => toast(say(permission.value === 'granted' ? 'notify_on' : 'notify_off')))
      .catch((error: unknown) => {
        problem.value = sentenceOf(error);
      });
  };
  return h(
    'section',
    { class: 'notify', 'aria-label': say('notify_title') },
    h('span', { class: 'row-icon' }, icon('bell')),
    h('p', null, h('strong', null, say('notify_title')), ' ', say('notify_text')),
    fault(problem.value),
    h(
      'p',
      { class: 'notify-actions' },
      h('button', { type: 'button', class: 'bare', onClick: putOff }, say('notify_later')),
      h('button', { type: 'button', class: 'bare strong', onClick: ask }, say('notify_yes')),
    ),
  );
};
