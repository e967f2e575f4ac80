import { readMemberAccess } from '../../../operations/people/read-member-audit.ts';
import { html } from '../../ui/html.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { fileHead, memberPath } from './file-head.ts';
import { sayMembers } from './say.ts';

/** How a member signs in, with what ends it. */
export async function accessPage(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const { done, refused } = await look(context, readMemberAccess, { number });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayMembers(request);
  const to = memberPath(number);
  const yes = (is: boolean) => (is ? say('yes') : say('no'));
  const device = { head: say('device') };
  const times = [{ head: say('since') }, { head: say('last_used') }];
  const none = (text: string) => html`<p class="pad soft">${text}</p>`;
  return page(context, {
    title: `${done.name} · ${say('tab_access')}`,
    section: 'members',
    body: html`${fileHead(request, { number, name: done.name, tab: 'access' })}
      <div class="with-side">
        <div class="flow">
          ${card({
            title: say('passkeys'),
            body: table({
              caption: say('passkeys'),
              columns: [{ head: say('name') }, ...times],
              rows: done.passkeys.map((one) => ({
                cells: [
                  one.name,
                  moment(request, one.createdAt),
                  one.lastUsedAt === null ? '–' : moment(request, one.lastUsedAt),
                ],
              })),
              empty: none(say('no_passkeys')),
            }),
          })}
          ${card({
            title: say('devices'),
            body: table({
              caption: say('devices'),
              columns: [device, ...times],
              rows: done.devices.map((one) => ({
                cells: [one.label, moment(request, one.addedAt), moment(request, one.seenAt)],
              })),
              empty: none(say('no_devices')),
            }),
          })}
          ${card({
            title: say('sessions'),
            body: table({
              caption: say('sessions'),
              columns: [device, ...times],
              rows: done.sessions.map((one) => ({
                cells: [one.device, moment(request, one.since), moment(request, one.seenAt)],
              })),
              empty: none(say('no_sessions')),
            }),
          })}
        </div>
        <div class="side">
          ${card({
            title: say('online'),
            body: facts([
              [
                say('state'),
                done.active ? chip(say('online_active'), 'good') : chip(say('online_none'), 'mind'),
              ],
              [say('password'), yes(done.password)],
              [say('second_factor'), yes(done.secondFactor)],
            ]),
          })}
          ${card({
            title: say('acts'),
            body: html`<div class="acts">
              ${action(request, {
                id: 'sign-out',
                permission: 'lock_member',
                title: say('sign_out'),
                to: `${to}/sign-out`,
              })}
              ${action(request, {
                id: 'close-access',
                permission: 'lock_member',
                title: say('close_access'),
                text: say('close_access_text'),
                to: `${to}/close-access`,
                isDangerous: true,
              })}
              ${action(request, {
                id: 'invite',
                permission: 'open_access',
                title: say('invite'),
                text: say('invite_text'),
                to: `${to}/invite`,
              })}
            </div>`,
          })}
        </div>
      </div>`,
  });
}
