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
import { sectionGroups } from './section-pages.ts';

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
  dispute_opened: 'done_dispute_opened',
  dispute_already: 'done_dispute_already',
  dispute_withdrawn: 'done_dispute_withdrawn',
};

/** The section's first page. */
const home = '/messages';

/** Renders a page of the section: its heading, the list of its pages, notice and refusal. */
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
  const isHome = context.req.path === home;
  return page(context, {
    title: given.title,
    section: 'messages',
    ...(given.scripts ? { scripts: given.scripts } : {}),
    ...(refused ? { status: statusOf(refused) } : {}),
    body: html`<div class="section${isHome ? ' section-home' : ''} messages">
      <div class="section-head stack">
        ${
          isHome
            ? nothing
            : html`<p class="section-back">
                <a href="/messages">${request.institution.settings.service}</a>
              </p>`
        }
        <h1>${given.title}</h1>
        ${given.lead ? html`<p class="lead">${given.lead}</p>` : nothing}
        ${done ? notice('done', say(done)) : nothing}
        ${refused && !isSaidAtField(refused, fields) ? notice('wrong', refused.text) : nothing}
      </div>
      ${sectionList({ context, request, say })}
      <div class="section-body stack">${given.body}</div>
    </div>`,
  });
}

/** Lists the pages of the section. On a phone only its home shows the list. */
function sectionList({ context, request, say }: Visit): Html {
  const { service } = request.institution.settings;
  return html`<nav class="section-list" aria-label="${say('section', { service })}">
    ${sectionGroups.map(
      ({ name, pages }) =>
        html`<h2 class="group-title" id="${name}">${say(name)}</h2>
          <ul class="group" aria-labelledby="${name}">
            ${pages.map(
              ({ path, name: text, at, danger }) =>
                html`<li>
                  <a
                    href="${path}${at === undefined ? '' : `#${at}`}"
                    class="${danger ? 'group-danger' : ''}"
                    ${isWithin(context.req.path, path) ? html`aria-current="page"` : nothing}
                    >${say(text)}</a
                  >
                </li>`,
            )}
          </ul>`,
    )}
  </nav>`;
}

/** Whether a page belongs to this line of the list. Addresses and enrollments belong to the home. */
function isWithin(path: string, listed: string): boolean {
  return listed === home
    ? path === home || /^\/messages\/(addresses|enroll)\//.test(path)
    : path === listed || path.startsWith(`${listed}/`);
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
