import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { deviceName } from '../../../ui/device-name.ts';
import { signOut } from '../access/member.ts';
import { call, sentenceOf, type Output } from '../api.ts';
import { h, show, type Part } from '../element.ts';
import { moment } from '../format.ts';
import { say } from '../given.ts';
import { canPush, permission, turnOn } from '../push.ts';
import { resource } from '../resource.ts';
import { empty, fault, ghost, trouble } from '../ui/parts.ts';
import { Screen } from '../ui/screen.ts';
import { toast } from '../ui/toast.ts';

type Device = Output<'listDevices'>['devices'][number];

const devices = resource(async () => (await call('listDevices', {})).devices);

/** The devices that get notifications or are signed in. Each can be turned off from here. */
export const Devices: Part<object> = () => {
  const problem = useSignal<string | undefined>(undefined);
  useEffect(() => void devices.refresh(), []);
  const all = devices.value.value;
  const act = (work: () => Promise<unknown>, said: string) => {
    problem.value = undefined;
    work()
      .then(async () => {
        toast(said);
        await devices.refresh();
      })
      .catch((error: unknown) => {
        problem.value = sentenceOf(error);
      });
  };
  return show(Screen, {
    title: say('devices_title'),
    up: 'you',
    refresh: devices.refresh,
    children: [
      h('p', { class: 'soft' }, say('devices_lead')),
      notifications(act),
      fault(problem.value),
      all
        ? all.length === 0
          ? empty(say('devices_none'), say('devices_lead'))
          : h('ul', { class: 'group' }, ...all.map((device) => row(device, act)))
        : devices.problem.value
          ? trouble(devices.problem.value, () => void devices.refresh())
          : ghost(2),
    ],
  });
};

type Act = (work: () => Promise<unknown>, said: string) => void;

/** Offers notifications on this device, or says why they don’t come. */
function notifications(act: Act): JSX.Element | null {
  if (!canPush) return null;
  if (permission.value === 'denied') return h('p', { class: 'note mind' }, say('notify_off'));
  if (permission.value === 'granted') return null;
  return h(
    'section',
    { class: 'offer' },
    h('h2', null, say('notify_title')),
    h('p', { class: 'soft' }, say('notify_text')),
    h(
      'button',
      { type: 'button', class: 'quiet', onClick: () => act(turnOn, say('notify_on')) },
      say('notify_yes'),
    ),
  );
}

function row(device: Device, act: Act): JSX.Element {
  const { id, label, push, signedIn, current, lastSeenAt } = device;
  const name = deviceName(label) ?? (push ? label : say('device_unknown'));
  return h(
    'li',
    { class: 'entry device', key: id },
    h(
      'span',
      { class: 'entry-what' },
      h('strong', null, name),
      h(
        'span',
        { class: 'soft' },
        current ? say('device_current') : say('device_seen', { when: moment(lastSeenAt) }),
        ` · ${say(push ? 'device_push' : 'device_no_push')}`,
      ),
    ),
    h(
      'span',
      { class: 'device-actions' },
      push
        ? action(say('push_end'), say('push_end_what', { name }), () =>
            act(async () => call('removeDevice', { id }), say('done_removed')),
          )
        : null,
      signedIn
        ? action(say('sign_out'), say('sign_out_what', { name }), () =>
            act(
              async () => (current ? signOut() : call('signOutDevice', { id })),
              say('done_signed_out'),
            ),
          )
        : null,
    ),
  );
}

function action(text: string, label: string, onClick: () => void): JSX.Element {
  return h('button', { type: 'button', class: 'bare', 'aria-label': label, onClick }, text);
}
