import { listSettingsDrafts } from '../../../operations/settings/read-drafts.ts';
import { look, signedIn } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { settingsSay, type SettingsView } from './draft-form.ts';

/** Gathers what each page of settings shows: the texts and the drafts. */
export async function viewOf(context: ConsoleContext): Promise<SettingsView> {
  const request = signedIn(context);
  const { done } = await look(context, listSettingsDrafts, {});
  return { request, say: settingsSay(request), drafts: done?.drafts ?? [] };
}
