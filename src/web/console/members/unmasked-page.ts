import { html } from '../../ui/html.ts';
import { signedIn } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { memberPath } from './file-head.ts';
import { sayMembers } from './say.ts';

/** Shows a phone number in full, on this one answer only: no cookie and no address keeps it. */
export async function unmaskedPage(
  context: ConsoleContext,
  { number, phone }: { readonly number: string; readonly phone: string },
): Promise<Response> {
  const say = sayMembers(signedIn(context));
  return page(context, {
    title: say('unmask'),
    section: 'members',
    body: html`<div class="plain">
      <h1>${say('unmask')}</h1>
      <p class="unmasked">${phone}</p>
      <p class="soft">${say('unmask_text')}</p>
      <p><a class="button" href="${memberPath(number)}">${say('tab_file')}</a></p>
    </div>`,
  });
}
