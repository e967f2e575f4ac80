import { appPath } from '../../kernel/app-path.ts';
import { filled, type PlaceValues } from '../../languages/say.ts';
import { html, nothing, type Html } from '../ui/html.ts';
import { drawings } from './drawings.ts';
import type { Given, GivenTexts } from './given.ts';

/** Where the site signs a member in who then comes back to the app. */
const byPasskey = `/sign-in?next=${appPath}`;
const byPassword = `/sign-in/password?next=${appPath}`;

/**
 * Words the sign-in for the document itself. A stranger on a slow network sees it a second before the
 * script arrives. Each of its links works by then, on the site’s own pages. The script puts
 * `client/access/sign-in.ts` in the same place, which looks the same.
 */
export function welcome({ texts, institution, logo, phone, hours, ...given }: Given): Html {
  const say = (name: keyof GivenTexts, places?: PlaceValues) => filled(texts[name], places);
  return html`<div class="frame alone">
    <div class="screen sign-in">
      <main class="body">
        <header class="welcome">
          <span class="mark large" aria-hidden="true"
            >${
              logo === null
                ? institution.slice(0, 1)
                : html`<img src="${logo}" alt="" width="72" height="72" />`
            }</span
          >
          <h1>${say('welcome')}</h1>
          <p class="soft">${institution}</p>
        </header>
        <section class="stack">
          <a class="primary wide" href="${byPasskey}"
            ><svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
              <path d="${drawings.face}" /></svg
            >${say('sign_in_passkey')}</a
          >
          <p class="hint">${say('sign_in_passkey_hint')}</p>
          <a class="bare" href="${byPassword}">${say('sign_in_with_password')}</a>
        </section>
      </main>
      <footer class="foot">
        <p>${say('sign_in_first_time')} <a href="/activate">${say('sign_in_activate')}</a></p>
        ${phone === '' ? nothing : html`<p class="soft">${say('call', { phone, hours })}</p>`}
        ${languagesOf(say('language'), given)}
      </footer>
    </div>
  </div>`;
}

function languagesOf(
  label: string,
  { languages, language }: Pick<Given, 'languages' | 'language'>,
) {
  if (languages.length < 2) return nothing;
  return html`<form
    class="languages"
    method="post"
    action="/language"
    role="group"
    aria-label="${label}"
  >
    <input type="hidden" name="next" value="${appPath}" />
    ${languages.map(
      ({ code, name }) =>
        html`<button
          class="bare"
          name="language"
          value="${code}"
          lang="${code}"
          aria-pressed="${String(code === language)}"
        >
          ${name}
        </button>`,
    )}
  </form>`;
}
