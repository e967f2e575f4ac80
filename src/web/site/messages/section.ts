import { descriptors } from '../../../channels/descriptors.ts';
import { packs } from '../../../languages/index.ts';
import type { ChannelWords } from '../../../wording/locale.ts';
import type { ChannelName } from '../../../kernel/vocabulary/channel.ts';
import type { Language } from '../../../kernel/vocabulary/language.ts';
import { assert } from '../../../kernel/assert.ts';
import { isMembers, type MemberContext } from '../../../operations/request-context.ts';
import { page } from '../../frame/page.ts';
import type { Told } from '../../../operations/perform.ts';
import { isSaidAtField } from '../../frame/said-at-field.ts';
import { statusOf } from '../../frame/status-of.ts';
import type { PortalContext } from '../../frame/visit.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { sayIn, type Say, type TextName } from './say.ts';

export { toVerify } from '../../frame/to-verify.ts';

/** One visit to the section: its member and its language. */
export interface Visit {
  readonly context: PortalContext;
  readonly request: MemberContext;
  readonly say: Say;
}

/** Gives the member's visit. The frame's guard has made sure that they are signed in. */
export function visitOf(context: PortalContext): Visit {
  const request = context.get('request');
  assert(isMembers(request), 'only members get past the guard');
  return { context, request, say: sayIn(request.language) };
}

/** The pages of the section, as its own navigation names them. */
const parts: readonly (readonly [path: string, name: TextName])[] = [
  ['/messages', 'nav_home'],
  ['/messages/commands', 'nav_commands'],
  ['/messages/try', 'nav_try'],
  ['/messages/log', 'nav_log'],
  ['/messages/check', 'nav_check'],
  ['/messages/alerts', 'nav_alerts'],
  ['/messages/limits', 'nav_limits'],
  ['/messages/time-zone', 'nav_time_zone'],
  ['/messages/disputes', 'nav_disputes'],
  ['/messages/approvals', 'nav_approvals'],
  ['/messages/devices', 'nav_devices'],
  ['/messages/lock', 'nav_lock'],
];

/** The notice of a finished action, by the word in `?done=` after the redirect. */
const doneTexts: Readonly<Record<string, TextName>> = {
  paused: 'done_paused',
  resumed: 'done_resumed',
  removed: 'done_removed',
  rights: 'done_rights',
  unlocked: 'done_unlocked',
  locked: 'done_locked',
  service_unlocked: 'done_service_unlocked',
  enrolled: 'done_enrolled',
  verified_again: 'done_verified_again',
  code: 'done_code',
  time_zone: 'done_time_zone',
  alert: 'done_alert',
  alert_removed: 'done_alert_removed',
  cancelled: 'done_cancelled',
  read_only: 'done_read_only',
};

/** Renders a page of the section: its heading, its own navigation, notice and refusal. */
export async function sectionPage(
  { context, request, say }: Visit,
  given: {
    readonly title: string;
    readonly lead?: string | Html;
    readonly body: Html;
    readonly refused?: Told | undefined;
    /** The faults that the page shows at its fields, so that it need not repeat them on top. */
    readonly fields?: readonly string[];
    readonly scripts?: readonly string[];
  },
): Promise<Response> {
  const { refused, fields = [] } = given;
  const done = doneTexts[context.req.query('done') ?? ''];
  return page(context, {
    title: given.title,
    section: 'messages',
    ...(given.scripts ? { scripts: given.scripts } : {}),
    ...(refused ? { status: statusOf(refused) } : {}),
    body: html`<div class="stack messages">
      <nav
        class="pages"
        aria-label="${say('section', { service: request.institution.settings.service })}"
      >
        ${parts.map(
          ([path, name]) =>
            html`<a
              href="${path}"
              ${context.req.path === path ? html`aria-current="page"` : nothing}
              >${say(name)}</a
            >`,
        )}
      </nav>
      <h1>${given.title}</h1>
      ${given.lead ? html`<p class="lead">${given.lead}</p>` : nothing}
      ${done ? notice('done', say(done)) : nothing}
      ${refused && !isSaidAtField(refused, fields) ? notice('wrong', refused.text) : nothing}
      ${given.body}
    </div>`,
  });
}

/** Gives the path at which the section continues after a post. */
export function goTo({ context }: Visit, path: string, done?: string): Response {
  return context.redirect(done === undefined ? path : `${path}?done=${done}`, 303);
}

/** Shows an address: `@member`, the masked number, or the channel's name where a member has no other. */
export function nameOf({ channel, name }: { channel: ChannelName; name: string }): string {
  const { account, title } = descriptors[channel];
  return name === '' ? title : `${account?.mark ?? ''}${name}`;
}

/** Names a channel. */
export function channelWords(
  { request }: Pick<Visit, 'request'>,
  channel: ChannelName,
): ChannelWords {
  return packs[request.language].locale.channels[channel];
}

/** Gives the path of the pages that enroll an address of this channel. */
export function enrollPath(channel: ChannelName): string {
  return `/messages/enroll/${descriptors[channel].slug}`;
}

/** Formats the time of day until which something is valid, in the institution's zone. */
export function timeText(
  at: string,
  { language, zone }: { language: Language; zone: string },
): string {
  const time = Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime();
  return time.toLocaleString(language, { timeStyle: 'short' });
}
