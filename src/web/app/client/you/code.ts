import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { call, sentenceOf } from '../api.ts';
import { appAddress } from '../app-address.ts';
import { h, show, type Part } from '../element.ts';
import { say } from '../given.ts';
import { proven, UnprovenError } from '../proof.ts';
import { onSignOut } from '../session.ts';
import { fault, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { toast } from '../ui/toast.ts';
import { startFirst } from './start-first.ts';

/** The code that ends our messages in the app. It is shown after a fresh proof, and hidden again. */
export const Code: Part<object> = () => {
  useEffect(() => void appAddress.refresh(), []);
  const address = appAddress.value.value;
  const problem = appAddress.problem.value;
  return show(Screen, {
    title: say('code_title'),
    up: 'you',
    children: [
      h('p', { class: 'soft' }, say('code_text')),
      address
        ? address.addressId === null
          ? startFirst(say('code_none'))
          : show(CodeOf, { id: address.addressId })
        : problem
          ? trouble(problem, () => void appAddress.refresh())
          : ghost(1),
    ],
  });
};

/** How long the code stays on the screen. */
const shownFor = 60_000;

const CodeOf: Part<{ readonly id: string }> = ({ id }) => {
  const code = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const hide = () => {
    code.value = undefined;
  };
  useEffect(() => {
    const timer = code.value === undefined ? undefined : setTimeout(hide, shownFor);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [code.value]);
  useEffect(() => onSignOut(hide), []);
  const get = (work: () => Promise<{ readonly code: string }>, said?: string) => {
    problem.value = undefined;
    proven(work)
      .then((answer) => {
        code.value = answer.code;
        if (said !== undefined) toast(said);
      })
      .catch((error: unknown) => {
        if (!(error instanceof UnprovenError)) problem.value = sentenceOf(error);
      });
  };
  return h(
    'section',
    { class: 'code-card' },
    letters(code.value),
    fault(problem.value),
    code.value === undefined
      ? h(
          'button',
          {
            type: 'button',
            class: 'primary wide',
            onClick: () => get(async () => call('showCode', { id })),
          },
          say('code_show'),
        )
      : h('button', { type: 'button', class: 'quiet wide', onClick: hide }, say('code_hide')),
    h(
      'button',
      {
        type: 'button',
        class: 'bare',
        'aria-describedby': 'code-new',
        onClick: () => get(async () => call('changeCode', { id }), say('code_changed')),
      },
      say('code_new'),
    ),
    h('p', { class: 'hint', id: 'code-new' }, say('code_new_text')),
  );
};

/** The code letter by letter. Screen readers spell it. */
function letters(code: string | undefined): JSX.Element {
  const shown = (code ?? '······').split('');
  return h(
    'div',
    { class: 'letters', role: 'status' },
    ...shown.map((letter) => h('span', { 'aria-hidden': 'true' }, letter)),
    code === undefined
      ? null
      : h('span', { class: 'unseen' }, say('code_spelled', { code: shown.join(' ') })),
  );
}
