import { institutionSettings } from '../../../members/institution-settings.ts';
import { readInstitution } from '../../../operations/staff/institution.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { look, refusedLook } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { card } from '../ui/card.ts';
import { tabs } from '../ui/tabs.ts';
import { dayCard } from './day-card.ts';
import { draftName, type SettingsView } from './draft-form.ts';
import { colorCard, languageCard, limitCard } from './figure-cards.ts';
import { otherCard } from './other-card.ts';
import { viewOf } from './view-of.ts';
import { answerCard, textCard, wordCard } from './word-cards.ts';

const places = {
  settings: '/settings',
  unknown: '/settings/unknown',
  drafts: '/settings/drafts',
  history: '/settings/history',
} as const;

/** The title of the section, with its tabs. */
export function settingsHead(
  { say, drafts }: SettingsView,
  open: keyof typeof places,
  lead: string,
): Html {
  const waiting = drafts.filter(({ state }) => state === 'open').length;
  const tab = (name: keyof typeof places, count?: number) => ({
    href: places[name],
    text: say(`tab_${name}`),
    isOpen: name === open,
    count,
  });
  return html`<header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${lead}</p>
    </header>
    ${tabs(say('title'), [tab('settings'), tab('unknown'), tab('drafts', waiting), tab('history')])}`;
}

/** All settings by kind, each with the form that puts a change into a draft. */
export async function settingsPage(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, readInstitution, {});
  if (refused) return refusedLook(context, refused);
  const view = await viewOf(context);
  const { say } = view;
  const settings = institutionSettings.parse(done['settings']);
  const open = view.drafts.filter(({ state }) => state === 'open');
  return page(context, {
    title: say('title'),
    section: 'settings',
    body: html`${settingsHead(view, 'settings', say('lead'))}
      ${
        open.length === 0
          ? nothing
          : card({
              title: say('open_drafts'),
              body: html`<ul class="plain-list">
                ${open.map(
                  (one) =>
                    html`<li>
                      <a href="/settings/drafts/${one.draft}">${draftName(say, one)}</a>
                    </li>`,
                )}
              </ul>`,
            })
      }
      <div class="setting-cards">
        ${wordCard(view, settings)} ${answerCard(view, settings)} ${textCard(view, settings)}
        ${limitCard(view, settings)} ${dayCard(view, settings)} ${languageCard(view, settings)}
        ${colorCard(view, settings)}
      </div>
      ${otherCard(view, settings)}`,
  });
}
