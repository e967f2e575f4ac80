import { html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { screen, type Visit } from './screen.ts';

/**
 * Shows new recovery codes as the direct answer to the post. A redirect would need the codes stored
 * in plain text until the second request.
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
