import { rightOf } from '../../../operations/permissions.ts';
import { shownChanges } from '../../../operations/settings/shown-changes.ts';
import { readSettingsHistory } from '../../../operations/staff/institution.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { look, refusedLook } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { card } from '../ui/card.ts';
import { momentText } from '../ui/moment.ts';
import type { SettingsView } from './draft-form.ts';
import { lineTable } from './draft-page.ts';
import { settingsHead } from './settings-page.ts';
import { viewOf } from './view-of.ts';

interface Version {
  readonly version: number;
  readonly at: string;
  readonly who: string;
  readonly changes: readonly { readonly name: string; before?: unknown; after?: unknown }[];
}

/** The most versions that the page shows. */
const shownMax = 50;

/** Each version with what it changed, the newest first, and the way back. */
export async function historyPage(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, readSettingsHistory, {});
  if (refused) return refusedLook(context, refused);
  const view = await viewOf(context);
  const { say } = view;
  const newest = done.versions.toReversed().slice(0, shownMax);
  return page(context, {
    title: say('tab_history'),
    section: 'settings',
    body: html`${settingsHead(view, 'history', say('history_lead'))}
    ${newest.map((one) => versionCard(view, one))}`,
  });
}

function versionCard(view: SettingsView, one: Version): Html {
  const { say, request } = view;
  const mayDraft = rightOf(request.principal.roles, 'draft_settings') !== undefined;
  const before = Object.fromEntries(one.changes.map(({ name, before: was }) => [name, was]));
  const after = Object.fromEntries(one.changes.map(({ name, after: is }) => [name, is]));
  const isFirst = one.version === 1;
  return card({
    title: `${say('version')} ${one.version} · ${one.who}`,
    end: html`<span class="soft">${momentText(request, Temporal.Instant.from(one.at))}</span>`,
    body: isFirst
      ? html`<p class="soft">${say('first_version')}</p>`
      : html`${lineTable(say, shownChanges(request.institution, before, after))}
        ${
          mayDraft
            ? html`<form method="post" action="/settings/undo">
                <input type="hidden" name="version" value="${String(one.version - 1)}" />
                <div class="actions">
                  <button>${say('undo')}</button>
                  ${
                    one.changes.length > 1
                      ? one.changes.map(
                          ({ name }) =>
                            html`<button class="bare" name="name" value="${name}">
                              ${say('undo_one')}: ${name}
                            </button>`,
                        )
                      : nothing
                  }
                </div>
              </form>`
            : nothing
        }`,
  });
}
