import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call, RefusedError, sentenceOf } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { onSent, textIn } from '../form.ts';
import { given, say } from '../given.ts';
import { wasIn } from '../session.ts';
import { icon } from '../ui/icon.ts';
import { Languages } from '../ui/languages.ts';
import { Mark } from '../ui/mark.ts';
import { fault, field } from '../ui/parts.ts';
import { readSession } from './member.ts';
import { hasPasskeys, passkeySentence, signInByPasskey } from './passkeys.ts';

type Step = 'passkey' | 'password' | 'code';

/** The sign-in: a passkey first, or password and code. @param waiting how many messages wait for it */
export const SignIn: Part<{ readonly waiting: number }> = ({ waiting }) => {
  const step = useSignal<Step>(hasPasskeys ? 'passkey' : 'password');
  useEffect(() => {
    document.title = `${say('sign_in')} · ${given.portal}`;
  }, []);
  return h(
    'div',
    { class: 'screen sign-in' },
    h(
      'main',
      { class: 'body' },
      h(
        'header',
        { class: 'welcome' },
        show(Mark, { large: true }),
        h('h1', null, say('welcome')),
        h('p', { class: 'soft' }, given.institution),
      ),
      wasIn.value ? h('p', { class: 'note', role: 'status' }, say('session_over')) : null,
      waiting > 0
        ? h('p', { class: 'note', role: 'status' }, say('outbox_waits', { count: String(waiting) }))
        : null,
      step.value === 'passkey'
        ? show(ByPasskey, { step })
        : step.value === 'password'
          ? show(ByPassword, { step })
          : show(ByCode, { step }),
    ),
    h(
      'footer',
      { class: 'foot' },
      h(
        'p',
        null,
        `${say('sign_in_first_time')} `,
        h('a', { href: '/activate' }, say('sign_in_activate')),
      ),
      given.phone === ''
        ? null
        : h('p', { class: 'soft' }, say('call', { phone: given.phone, hours: given.hours })),
      show(Languages, {}),
    ),
  );
};

const ByPasskey: Part<{ readonly step: Signal<Step> }> = ({ step }) => {
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const enter = () => {
    isBusy.value = true;
    problem.value = undefined;
    signInByPasskey()
      .then(readSession)
      .catch((error: unknown) => {
        problem.value = passkeySentence(error);
      })
      .finally(() => {
        isBusy.value = false;
      });
  };
  return h(
    'section',
    { class: 'stack' },
    fault(problem.value),
    h(
      'button',
      { type: 'button', class: 'primary wide', disabled: isBusy.value, onClick: enter },
      icon('face'),
      say('sign_in_passkey'),
    ),
    h('p', { class: 'hint' }, say('sign_in_passkey_hint')),
    h(
      'button',
      {
        type: 'button',
        class: 'bare',
        onClick: () => {
          step.value = 'password';
        },
      },
      say('sign_in_with_password'),
    ),
  );
};

/** What a form of the sign-in shares: its state, and what happens when it is sent. */
function useForm(send: (fields: FormData) => Promise<void>) {
  const isBusy = useSignal(false);
  const problem = useSignal<{ readonly text: string; readonly code: string } | undefined>(
    undefined,
  );
  const onSubmit = onSent((fields) => {
    if (isBusy.value) return;
    isBusy.value = true;
    problem.value = undefined;
    send(fields)
      .catch((error: unknown) => {
        const code = error instanceof RefusedError ? error.code : '';
        problem.value = { text: sentenceOf(error), code };
      })
      .finally(() => {
        isBusy.value = false;
      });
  });
  return { isBusy, problem, onSubmit };
}

const ByPassword: Part<{ readonly step: Signal<Step> }> = ({ step }) => {
  const { isBusy, problem, onSubmit } = useForm(async (fields) => {
    await call('signInWithPassword', {
      memberNumber: textIn(fields, 'memberNumber'),
      password: textIn(fields, 'password'),
    });
    step.value = 'code';
  });
  return h(
    'form',
    { class: 'stack', onSubmit },
    h('h2', null, say('password_title')),
    fault(problem.value?.text),
    field({
      id: 'memberNumber',
      label: say('member_number'),
      hint: say('member_number_hint'),
      input: { autocomplete: 'username', inputMode: 'numeric', maxLength: 40, required: true },
    }),
    field({
      id: 'password',
      label: say('password'),
      input: { type: 'password', autocomplete: 'current-password', required: true },
    }),
    h('button', { class: 'primary wide', disabled: isBusy.value }, say('continue')),
    hasPasskeys
      ? h(
          'button',
          {
            type: 'button',
            class: 'bare',
            onClick: () => {
              step.value = 'passkey';
            },
          },
          say('passkey_instead'),
        )
      : null,
  );
};

const ByCode: Part<{ readonly step: Signal<Step> }> = ({ step }) => {
  const { isBusy, problem, onSubmit } = useForm(async (fields) => {
    await call('finishPasswordSignIn', { code: textIn(fields, 'code') }).catch((error: unknown) => {
      // The first factor is too old: begin again.
      if (error instanceof RefusedError && error.code === 'step_over') step.value = 'password';
      throw error;
    });
    await readSession();
  });
  return h(
    'form',
    { class: 'stack code-step', onSubmit },
    h('h2', null, say('code_title')),
    field({
      id: 'code',
      label: say('code'),
      hint: say('code_hint'),
      fault: problem.value?.text,
      input: { autocomplete: 'one-time-code', maxLength: 40, required: true },
    }),
    h('button', { class: 'primary wide', disabled: isBusy.value }, say('sign_in')),
    h(
      'button',
      {
        type: 'button',
        class: 'bare',
        onClick: () => {
          step.value = 'password';
        },
      },
      say('back'),
    ),
  );
};
