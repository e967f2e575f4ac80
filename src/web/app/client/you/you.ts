import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { memberName, signOut } from '../access/member.ts';
import { createPasskey, hasPasskeys, passkeySentence } from '../access/passkeys.ts';
import { waitingApprovals } from '../approvals.ts';
import { call, sentenceOf } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { say, sayAlert } from '../given.ts';
import { isInstalled } from '../installed.ts';
import { leftCount } from '../session.ts';
import { proven, UnprovenError } from '../proof.ts';
import { resource } from '../resource.ts';
import { go } from '../route.ts';
import { icon } from '../ui/icon.ts';
import { Languages } from '../ui/languages.ts';
import { fault, row } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { Sheet } from '../ui/sheet.ts';
import { toast } from '../ui/toast.ts';

/** In which ways the member can sign in, so that one without a passkey is offered one. */
const ways = resource(async () => call('readAccess', {}));

/** What belongs to the member: code, alerts, devices, language, and the way out. */
export const You: Part<object> = () => {
  useEffect(() => void ways.refresh(), []);
  return show(Screen, {
    title: say('you_title'),
    refresh: ways.refresh,
    children: [
      h('p', { class: 'you-name' }, memberName.value),
      h(
        'ul',
        { class: 'group' },
        row({ icon: 'shield', title: say('code_title'), onClick: () => go('code') }),
        row({ icon: 'move', title: say('rights_title'), onClick: () => go('rights') }),
        row({ icon: 'bell', title: sayAlert('title'), onClick: () => go('alerts') }),
        row({
          icon: 'check',
          title: say('approvals_title'),
          onClick: () => go('approvals'),
          ...(waitingApprovals.value.length === 0 ? {} : { detail: waitingApprovals.value.length }),
        }),
        row({ icon: 'phone', title: say('devices_title'), onClick: () => go('devices') }),
        isInstalled
          ? null
          : row({ icon: 'plus', title: say('install_title'), onClick: () => go('install') }),
      ),
      hasPasskeys && ways.value.value?.passkeys === 0 ? show(AddPasskey, {}) : null,
      show(Languages, {}),
      show(SignOut, {}),
    ],
  });
};

const AddPasskey: Part<object> = () => {
  const problem = useSignal<string | undefined>(undefined);
  const add = () => {
    problem.value = undefined;
    proven(createPasskey)
      .then(async () => {
        toast(say('passkey_added'));
        await ways.refresh();
      })
      .catch((error: unknown) => {
        if (!(error instanceof UnprovenError)) problem.value = passkeySentence(error);
      });
  };
  return h(
    'section',
    { class: 'offer' },
    h('h2', null, say('passkey_add')),
    h('p', { class: 'soft' }, say('passkey_add_text')),
    fault(problem.value),
    h('button', { type: 'button', class: 'quiet', onClick: add }, icon('face'), say('continue')),
  );
};

const SignOut: Part<object> = (): JSX.Element => {
  const problem = useSignal<string | undefined>(undefined);
  const isAsking = useSignal(false);
  const begin = () => {
    if (leftCount() > 0) isAsking.value = true;
    else leave();
  };
  const leave = () => {
    isAsking.value = false;
    signOut().catch((error: unknown) => {
      problem.value = sentenceOf(error);
    });
  };
  return h(
    'div',
    null,
    fault(problem.value),
    h('button', { type: 'button', class: 'danger wide', onClick: begin }, say('sign_out')),
    isAsking.value
      ? show(Sheet, {
          title: say('sign_out'),
          close: () => {
            isAsking.value = false;
          },
          children: [
            h('p', null, say('sign_out_drops', { count: String(leftCount()) })),
            h('button', { type: 'button', class: 'danger wide', onClick: leave }, say('sign_out')),
          ],
        })
      : null,
  );
};
