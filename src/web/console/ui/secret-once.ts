import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { html, type Html } from '../../ui/html.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import type { Section } from '../frame/sections.ts';
import { momentText } from './moment.ts';

/** Shows a secret that was just made. No later page shows it. */
export async function secretOnce(
  context: ConsoleContext,
  given: {
    readonly title: string;
    readonly text: string;
    readonly secrets: readonly { readonly label: string; readonly value: string }[];
    readonly until: string;
    readonly back: string;
    readonly section?: Section;
    readonly more?: Html;
  },
): Promise<Response> {
  const request = context.get('request');
  const say = sayOf(packs[request.language].console.signIn);
  const frame = sayOf(packs[request.language].console.frame);
  return page(context, {
    title: given.title,
    ...(given.section ? { section: given.section } : {}),
    body: html`<div class="plain stack">
      <h1>${given.title}</h1>
      <p class="lead">${given.text}</p>
      ${given.secrets.map(
        ({ label, value }) =>
          html`<div class="field">
            <label for="secret">${label}</label>
            <input id="secret" type="text" readonly value="${value}" class="secret" />
          </div>`,
      )}
      <p class="hint">
        ${say('secret_hint', { until: momentText(request, Temporal.Instant.from(given.until)) })}
      </p>
      ${given.more ?? ''}
      <p><a class="button" href="${given.back}">${frame('back')}</a></p>
    </div>`,
  });
}
