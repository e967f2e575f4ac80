import { rightOf } from '../../../operations/permissions.ts';
import type { DraftDetail } from '../../../operations/settings/draft-schema.ts';
import { listRehearsedTexts, readSettingsDraft } from '../../../operations/settings/read-drafts.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import { isRecord } from '../../../members/merge-patch.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip, type Tone } from '../ui/chip.ts';
import { fromNow, moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { draftName, settingsSay, type SettingsSay, type SettingsView } from './draft-form.ts';
import { colorSample } from './figure-cards.ts';
import { rehearsalCard } from './rehearsal-card.ts';
import { settingsHead } from './settings-page.ts';
import { viewOf } from './view-of.ts';

/** How often the page is loaded anew while a rehearsal runs, in seconds. */
const again = 3;

const tones: Readonly<Record<DraftDetail['state'], Tone>> = {
  open: 'accent',
  live: 'good',
  dropped: 'plain',
};

function stateChips(
  say: SettingsSay,
  { state, isStale }: Pick<DraftDetail, 'state' | 'isStale'>,
): Html {
  return html`${chip(say(`state_${state}`), tones[state])}
  ${isStale ? chip(say('stale'), 'mind') : nothing}`;
}

/** The drafts, those that wait first. */
export async function draftList(context: ConsoleContext): Promise<Response> {
  const view = await viewOf(context);
  const { say, request, drafts } = view;
  return page(context, {
    title: say('tab_drafts'),
    section: 'settings',
    body: html`${settingsHead(view, 'drafts', say('lead'))}
    ${table({
      caption: say('tab_drafts'),
      columns: [{ head: say('draft') }, { head: say('state') }, { head: say('changed') }],
      rows: drafts.map((one) => ({
        href: `/settings/drafts/${one.draft}`,
        cells: [
          draftName(say, one),
          html`<span class="chips">${stateChips(say, one)}</span>`,
          moment(request, one.changedAt),
        ],
      })),
      empty: empty(say('drafts_none'), say('drafts_none_text')),
    })}`,
  });
}

/** One draft: what it changes, its rehearsal side by side, and what can be done. */
export async function draftPage(context: ConsoleContext): Promise<Response> {
  const draft = context.req.param('draft') ?? '';
  const { done, refused } = await look(context, readSettingsDraft, { draft });
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  const say = settingsSay(request);
  const maySee = rightOf(request.principal.roles, 'read_messages') !== undefined;
  const listed =
    done.rehearsal && maySee ? await look(context, listRehearsedTexts, { draft }) : undefined;
  if (done.rehearsal?.state === 'running') context.header('refresh', String(again));
  const view: SettingsView = { request, say, drafts: [] };
  return page(context, {
    title: say('draft_title', { names: done.names.join(', ') }),
    section: 'settings',
    body: html`<header class="page-head">
        <p class="soft"><a href="/settings/drafts">${say('tab_drafts')}</a></p>
        <h1>
          ${say('draft_title', { names: done.names.join(', ') || '–' })} ${stateChips(say, done)}
        </h1>
        <p class="lead">
          ${say('draft_by', { name: done.changedBy, when: fromNow(request, done.changedAt) })}
          ${
            done.liveVersion === null
              ? nothing
              : say('became', { version: String(done.liveVersion) })
          }
        </p>
      </header>
      ${done.isStale ? staleNotice(view, done) : nothing}
      ${done.problem ? notice('wrong', done.problem) : nothing} ${changesCard(view, done)}
      ${rehearsalCard(view, done, listed?.done)} ${acts(view, done)}`,
  });
}

function staleNotice({ say, request }: SettingsView, { draft }: DraftDetail): Html {
  return html`${notice('mind', say('stale_text'), say('stale'))}
  ${
    rightOf(request.principal.roles, 'draft_settings')
      ? html`<form method="post" action="/settings/drafts/${draft}/renew">
          <button>${say('renew')}</button>
        </form>`
      : nothing
  }`;
}

function changesCard(view: SettingsView, done: DraftDetail): Html {
  const { say, request } = view;
  const colors = done.settings['colors'];
  const mayChange =
    done.state === 'open' && rightOf(request.principal.roles, 'draft_settings') !== undefined;
  return card({
    title: say('what_changed'),
    body: html`${
      done.lines.length === 0
        ? html`<p class="soft">${say('nothing_in_it')}</p>`
        : lineTable(say, done.lines)
    }
    ${
      isRecord(colors) && typeof colors['main'] === 'string' && typeof colors['onMain'] === 'string'
        ? colorSample(view, { main: colors['main'], onMain: colors['onMain'] })
        : nothing
    }
    ${
      mayChange && done.names.length > 1
        ? html`<div class="actions">
            ${done.names.map(
              (name) =>
                html`<form method="post" action="/settings/drafts/${done.draft}/take-out">
                  <input type="hidden" name="name" value="${name}" />
                  <button class="bare">${say('take_out')}: ${name}</button>
                </form>`,
            )}
          </div>`
        : nothing
    }`,
  });
}

/** Values before and after, one line each. */
export function lineTable(say: SettingsSay, lines: DraftDetail['lines']): Html {
  return html`<div class="list" tabindex="0">
    <table class="difference">
      <thead>
        <tr>
          <th scope="col">${say('setting')}</th>
          <th scope="col">${say('setting_before')}</th>
          <th scope="col">${say('setting_after')}</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(
          ({ what, before, after }) =>
            html`<tr>
              <th scope="row">${what}</th>
              <td data-head="${say('setting_before')}">
                ${before === undefined ? nothing : html`<del>${before}</del>`}
              </td>
              <td data-head="${say('setting_after')}">
                ${after === undefined ? nothing : html`<ins>${after}</ins>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function acts({ say, request }: SettingsView, done: DraftDetail): Html {
  if (done.state !== 'open') return nothing;
  const { draft, rehearsal } = done;
  const isTried = !done.needsRehearsal || (rehearsal?.state === 'done' && rehearsal.isCurrent);
  const isReady = isTried && !done.isStale && done.problem === null && done.lines.length > 0;
  return html`<div class="actions">
    ${
      isReady
        ? action(request, {
            id: 'live',
            permission: 'change_settings',
            title: say('go_live'),
            to: `/settings/drafts/${draft}/live`,
            text: say('go_live_text'),
          })
        : nothing
    }
    ${isTried ? nothing : html`<p class="hint">${say('live_first')}</p>`}
    ${
      rightOf(request.principal.roles, 'draft_settings')
        ? html`<form method="post" action="/settings/drafts/${draft}/drop">
            <button class="danger">${say('drop')}</button>
          </form>`
        : nothing
    }
  </div>`;
}
