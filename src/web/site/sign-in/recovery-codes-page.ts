import { html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { screen, type Visit } from './screen.ts';

/**
 * New recovery codes. They are the answer to the post that made them, not to a redirect after it: nothing keeps them in clear until
 * a second request could fetch them.
 */
export async function recoveryCodesPage(
  visit: Visit,
  { codes, next }: { readonly codes: readonly string[]; readonly next: string },
): Promise<Response> {
  const { say } = visit;
  return screen(visit, {
    title: say('codes_title'),
    lead: say('codes_lead'),
    body: html`${notice('mind', say('codes_once'))}
      <section class="card stack">
        <ul class="codes">
          ${codes.map((code) => html`<li><code>${code}</code></li>`)}
        </ul>
      </section>
      <p><a href="${next}">${say('codes_done')}</a></p>`,
  });
}
