import { Hono } from 'hono';
import type { z } from 'zod';
import type { StaffOperation } from '../../../operations/operation.ts';
import { makeDraftLive } from '../../../operations/settings/make-draft-live.ts';
import { rehearseSettingsDraft } from '../../../operations/settings/rehearse-draft.ts';
import {
  draftAnswer,
  draftEarlierSettings,
  draftSettings,
  draftWord,
  draftWordAway,
  dropSettingsDraft,
  renewSettingsDraft,
  undraftSetting,
} from '../../../operations/settings/write-draft.ts';
import { perform } from '../../../operations/perform.ts';
import { formOf } from '../../frame/form.ts';
import { act, answer, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { keepFlash } from '../frame/flash.ts';
import { settingsSay } from './draft-form.ts';
import { draftList, draftPage } from './draft-page.ts';
import { historyPage } from './history-page.ts';
import { formKinds, patchOfForm } from './patch-of-form.ts';
import { settingsPage } from './settings-page.ts';
import { unknownPage } from './unknown-page.ts';

/** The pages of settings: what stands, what was not understood, drafts with their rehearsal, and the history. */
export function createSettingsPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/settings', settingsPage);
  app.get('/settings/unknown', unknownPage);
  app.get('/settings/history', historyPage);
  app.get('/settings/drafts', draftList);
  app.get('/settings/drafts/:draft', draftPage);
  addPuts(app);
  addActs(app);
  return app;
}

/** Forms that put a change into a draft. */
function addPuts(app: Hono<ConsoleEnv>): void {
  app.post('/settings/put/word', async (context) => put(context, draftWord));
  app.post('/settings/put/word-away', async (context) => put(context, draftWordAway));
  app.post('/settings/put/answer', async (context) => put(context, draftAnswer));
  for (const kind of formKinds)
    app.post(`/settings/put/${kind}`, async (context) => {
      const form = await formOf(context);
      const request = signedIn(context);
      const patch = patchOfForm(kind, form, request.institution.currency);
      if ('unreadable' in patch && typeof patch.unreadable === 'string')
        return unreadable(context, patch.unreadable);
      const { draft } = form;
      const performed = await perform(request, draftSettings, {
        settings: patch,
        ...(draft ? { draft } : {}),
      });
      return toDraft(context, performed, '/settings');
    });
  app.post('/settings/undo', async (context) => {
    const performed = await act(context, draftEarlierSettings);
    return toDraft(context, performed, '/settings/history', 'undo_made');
  });
}

/** Puts one word or one answer into a draft. A form says on which page it stands. */
async function put<Input extends z.ZodType>(
  context: ConsoleContext,
  operation: StaffOperation<Input, typeof draftWord.output>,
): Promise<Response> {
  const { from, ...fields } = await formOf(context);
  const input = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const performed = await perform(signedIn(context), operation, input);
  return toDraft(context, performed, from === 'unknown' ? '/settings/unknown' : '/settings');
}

/** What can be done with a draft. */
function addActs(app: Hono<ConsoleEnv>): void {
  const draftOf = (context: ConsoleContext) => context.req.param('draft') ?? '';
  const place = (context: ConsoleContext) => `/settings/drafts/${draftOf(context)}`;
  app.post('/settings/drafts/:draft/rehearse', async (context) => {
    const performed = await act(context, rehearseSettingsDraft, { draft: draftOf(context) });
    const said = settingsSay(signedIn(context))('started');
    return answer(context, performed, { to: place(context), said });
  });
  app.post('/settings/drafts/:draft/live', async (context) => {
    const performed = await act(context, makeDraftLive, { draft: draftOf(context) });
    const said = settingsSay(signedIn(context))('live');
    return answer(context, performed, { to: place(context), said });
  });
  app.post('/settings/drafts/:draft/take-out', async (context) => {
    const performed = await act(context, undraftSetting, { draft: draftOf(context) });
    const said = settingsSay(signedIn(context))('drafted');
    return answer(context, performed, { to: place(context), said });
  });
  app.post('/settings/drafts/:draft/renew', async (context) => {
    const performed = await act(context, renewSettingsDraft, { draft: draftOf(context) });
    const say = settingsSay(signedIn(context));
    const names = performed.done?.givenUp.join(', ') ?? '';
    const said = names === '' ? say('renewed') : say('given_up', { names });
    return answer(context, performed, { to: place(context), said });
  });
  app.post('/settings/drafts/:draft/drop', async (context) => {
    const performed = await act(context, dropSettingsDraft, { draft: draftOf(context) });
    const said = settingsSay(signedIn(context))('dropped');
    return answer(context, performed, { to: '/settings/drafts', said });
  });
}

/** On to the draft that took the change, or back with what is wrong. */
function toDraft(
  context: ConsoleContext,
  performed: Parameters<typeof answer>[1] & {
    readonly done?: { readonly draft: string } | undefined;
  },
  back: string,
  said: 'drafted' | 'undo_made' = 'drafted',
): Response {
  const { done } = performed;
  return answer(context, performed, {
    to: done ? `/settings/drafts/${done.draft}` : back,
    said: settingsSay(signedIn(context))(said),
  });
}

function unreadable(context: ConsoleContext, text: string): Response {
  const request = signedIn(context);
  const said = settingsSay(request)('value_wrong', { text });
  keepFlash(context, { kind: 'wrong', text: said }, request.consoleUrl.startsWith('https:'));
  return context.redirect('/settings', 303);
}
