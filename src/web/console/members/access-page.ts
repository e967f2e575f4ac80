import type { z } from 'zod';
import { readMemberAccess } from '../../../operations/people/read-member-audit.ts';
import { deviceName } from '../../ui/device-name.ts';
import { html, type Html } from '../../ui/html.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { fileHead, memberPath } from './file-head.ts';
import { sayMembers } from './say.ts';

type Access = z.output<typeof readMemberAccess.output>;

/** How a member signs in, with what ends it. */
export async function accessPage(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const { done, refused } = await look(context, readMemberAccess, { number });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = sayMembers(request);
  const yes = (is: boolean) => (is ? say('yes') : say('no'));
  return page(context, {
    title: `${done.name} · ${say('tab_access')}`,
    section: 'members',
    body: html`${fileHead(request, { number, name: done.name, tab: 'access' })}
      <div class="with-side">
        <div class="flow">${waysIn(request, done)}</div>
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
          ${acts(request, number)}
        </div>
      </div>`,
  });
}

function waysIn(request: SignedInRequest, { passkeys, devices, sessions }: Access): Html {
  const say = sayMembers(request);
  const list = (
    what: 'passkeys' | 'devices' | 'sessions',
    head: string,
    rows: readonly (readonly [name: string, since: string, used: string | null])[],
  ) =>
    card({
      title: say(what),
      body: table({
        caption: say(what),
        columns: [{ head }, { head: say('since') }, { head: say('last_used') }],
        rows: rows.map(([name, since, used]) => ({
          cells: [name, moment(request, since), used === null ? '–' : moment(request, used)],
        })),
        empty: html`<p class="pad soft">${say(`no_${what}`)}</p>`,
      }),
    });
  return html`${list(
    'passkeys',
    say('name'),
    passkeys.map(({ name, createdAt, lastUsedAt }) => [name, createdAt, lastUsedAt]),
  )}
  ${list(
    'devices',
    say('device'),
    devices.map(({ label, addedAt, seenAt }) => [deviceName(label) ?? label, addedAt, seenAt]),
  )}
  ${list(
    'sessions',
    say('device'),
    sessions.map(({ device, since, seenAt }) => [deviceName(device) ?? device, since, seenAt]),
  )}`;
}

function acts(request: SignedInRequest, number: string): Html {
  const say = sayMembers(request);
  const to = memberPath(number);
  return card({
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
  });
}
