import { useSignal } from '@preact/signals';
import { appPath } from '../../../../kernel/app-path.ts';
import { call } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { onSent, textIn } from '../form.ts';
import { given, say } from '../given.ts';
import { icon } from '../ui/icon.ts';
import { fault, field } from '../ui/parts.ts';
import { Sheet } from '../ui/sheet.ts';
import { hasPasskeys, passkeySentence, verifyByPasskey } from './passkeys.ts';
import { askedProof } from '../proof.ts';

/** Asks for a fresh proof of identity where something waits for one. */
export const ProofSheet: Part<object> = () =>
  askedProof.value ? show(Asking, { settle: askedProof.value.settle }) : null;

const Asking: Part<{ readonly settle: (isProven: boolean) => void }> = ({ settle }) => {
  const isBusy = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const prove = (way: () => Promise<void>) => {
    isBusy.value = true;
    problem.value = undefined;
    way()
      .then(() => settle(true))
      .catch((error: unknown) => {
        isBusy.value = false;
        problem.value = passkeySentence(error);
      });
  };
  return show(Sheet, {
    title: say('verify_title'),
    close: () => settle(false),
    children: [
      fault(problem.value),
      hasPasskeys
        ? h(
            'button',
            {
              type: 'button',
              class: 'primary wide',
              disabled: isBusy.value,
              onClick: () => prove(verifyByPasskey),
            },
            icon('face'),
            say('verify_passkey'),
          )
        : null,
      given.demonstration
        ? h(
            'button',
            { type: 'button', class: 'quiet wide', onClick: () => prove(verifyByClick) },
            say('demo_verify'),
          )
        : null,
      h(
        'details',
        { class: 'other-way', open: !hasPasskeys },
        h('summary', null, say('verify_password_title')),
        show(PasswordForm, { isBusy: isBusy.value, prove }),
      ),
    ],
  });
};

const PasswordForm: Part<{
  readonly isBusy: boolean;
  readonly prove: (way: () => Promise<void>) => void;
}> = ({ isBusy, prove }) =>
  h(
    'form',
    {
      class: 'stack',
      onSubmit: onSent((form) =>
        prove(async () => {
          await call('verifyWithPassword', {
            password: textIn(form, 'proof-password'),
            code: textIn(form, 'proof-code'),
          });
        }),
      ),
    },
    field({
      id: 'proof-password',
      label: say('password'),
      input: { type: 'password', autocomplete: 'current-password', required: true },
    }),
    field({
      id: 'proof-code',
      label: say('code'),
      hint: say('code_hint'),
      input: { autocomplete: 'one-time-code', required: true, maxLength: 40 },
    }),
    h('button', { class: 'primary wide', disabled: isBusy }, say('confirm')),
  );

/** In a demonstration a click is proof enough. */
async function verifyByClick(): Promise<void> {
  const answer = await fetch('/demo/verify', {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ next: appPath }),
  });
  if (answer.type !== 'opaqueredirect' && !answer.ok) throw new Error(say('failed'));
}
