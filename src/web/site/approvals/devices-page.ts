import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { DevicesTexts } from '../../../languages/site-texts.ts';
import type { deviceSchema } from '../../../operations/devices/devices.ts';
import { listDevices } from '../../../operations/devices/list-devices.ts';
import { removeDevice } from '../../../operations/devices/remove-device.ts';
import { signOutDevice } from '../../../operations/devices/sign-out-device.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { moment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import { sectionPage, type Visit } from '../messages/section.ts';
import { deviceName } from '../../ui/device-name.ts';

type Device = z.output<typeof deviceSchema>;

const here = '/messages/devices';

/** Shows the member's devices: which get notifications, which are signed in, and how to end either. */
export async function devicesPage(visit: Visit, refusedBefore?: Told): Promise<Response> {
  const { context, request } = visit;
  const say = sayOf(packs[request.language].site.devices);
  const { done, refused } = await perform(request, listDevices, {});
  const devices = done?.devices ?? [];
  const did = context.req.query('did');
  return sectionPage(visit, {
    title: say('devices_title'),
    lead: say('devices_lead'),
    refused: refusedBefore ?? refused,
    body: html`${did === 'removed' || did === 'signed_out' ? notice('done', say(`done_${did}`)) : nothing}
    ${devices.length === 0 ? empty(say('devices_title'), say('devices_none')) : table(visit, say, devices)}`,
  });
}

function table(visit: Visit, say: Say<keyof DevicesTexts>, devices: readonly Device[]): Html {
  const { institution, language } = visit.request;
  return html`<table class="rows">
    <thead>
      <tr>
        <th scope="col">${say('column_device')}</th>
        <th scope="col">${say('column_seen')}</th>
        <th scope="col">${say('column_push')}</th>
        <th scope="col">${say('column_actions')}</th>
      </tr>
    </thead>
    <tbody>
      ${devices.map((device) => {
        const { id, label, lastSeenAt, push, signedIn, current } = device;
        const name = push ? label : (deviceName(label) ?? say('device_unknown'));
        return html`<tr>
          <th scope="row" data-label="${say('column_device')}">
            ${name} ${current ? html`<span class="hint">${say('device_current')}</span>` : nothing}
          </th>
          <td data-label="${say('column_seen')}">
            ${moment(Temporal.Instant.from(lastSeenAt), { zone: institution.zone, language })}
          </td>
          <td data-label="${say('column_push')}">${say(push ? 'push_on' : 'push_off')}</td>
          <td data-label="${say('column_actions')}">
            <div class="row">
              ${push ? action('remove', { id, text: say('push_end'), label: say('push_end_what', { name }) }) : nothing}
              ${signedIn ? action('sign-out', { id, text: say('sign_out'), label: say('sign_out_what', { name }) }) : nothing}
            </div>
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function action(
  what: 'remove' | 'sign-out',
  given: { readonly id: string; readonly text: string; readonly label: string },
): Html {
  return html`<form method="post" action="${here}/${given.id}/${what}">
    <button class="quiet" aria-label="${given.label}">${given.text}</button>
  </form>`;
}

export async function postRemoveDevice(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, removeDevice, { id });
  return done ? back(visit, 'removed') : devicesPage(visit, refused);
}

export async function postSignOutDevice(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, signOutDevice, { id });
  return done ? back(visit, 'signed_out') : devicesPage(visit, refused);
}

function back({ context }: Visit, did: string): Response {
  return context.redirect(`${here}?did=${did}`, 303);
}
