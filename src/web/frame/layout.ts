import type { RequestContext } from '../../operations/request-context.ts';
import { html, nothing, type Html } from '../ui/html.ts';
import { packs } from '../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../languages/say.ts';
import type { FrameTexts } from '../../languages/site-texts.ts';
import { icon } from './icon.ts';
import type { Embedding } from './embedding.ts';
import type { Page, Section } from './page-content.ts';

const sections: readonly (readonly [Section, path: string])[] = [
  ['accounts', '/accounts'],
  ['transfer', '/transfer'],
  ['messages', '/messages'],
  ['security', '/security'],
];

const styles = ['portal.css', 'accounts.css', 'messages.css', 'theme.css'];

type Framed = Page & {
  /** The page's path, with its query. */
  readonly path: string;
  /** Set if another site shows the page in a frame: then it has no frame of its own. */
  readonly embedding?: Embedding | undefined;
};

/** Puts the institution's frame around a page: name, navigation, language, footer. */
export async function layout(request: RequestContext, page: Framed): Promise<Html> {
  const { language, institution } = request;
  const say = sayOf(packs[language].site.frame);
  const { settings } = institution;
  const { embedding } = page;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${settings.portalName} · ${institution.name}</title>
        ${styles.map((name) => html`<link rel="stylesheet" href="/static/${name}" />`)}
        ${(page.styles ?? []).map((path) => html`<link rel="stylesheet" href="${path}" />`)}
        <link rel="stylesheet" media="print" href="/static/print.css" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        ${(page.scripts ?? []).map((path) => html`<script defer src="${path}"></script>`)}
        ${
          embedding
            ? html`<script defer src="/static/embedded.js"></script>`
            : 'member' in request
              ? html`<script defer src="/static/signed-in.js"></script>`
              : nothing
        }
      </head>
      <body
        class="${embedding ? 'embedded ' : ''}${'member' in request ? 'signed-in' : 'stranger'}"
        ${embedding ? html`data-parents="${embedding.origins.join(' ')}"` : nothing}
      >
        <a class="skip" href="#content">${say('skip')}</a>
        ${embedding ? nothing : masthead(request, page, say)}
        <main id="content" class="width" tabindex="-1">${page.body}</main>
        ${embedding ? nothing : footer(request, page.path, say)}
      </body>
    </html>`;
}

type Say = SayOf<keyof FrameTexts>;

/** The top of a page: the institution's name, the sections, signing out. */
function masthead(request: RequestContext, page: Page, say: Say): Html {
  const { institution } = request;
  const { settings } = institution;
  const isMember = 'member' in request;
  return html`<header class="masthead">
    <div class="width">
      <a class="brand" href="${isMember ? '/accounts' : '/sign-in'}">
        ${
          settings.logo
            ? html`<img src="${settings.logo}" alt="" width="36" height="36" />`
            : html`<span class="monogram" aria-hidden="true">${institution.name.slice(0, 1)}</span>`
        }
        <span class="brand-names">
          <span class="brand-portal">${settings.portalName}</span>
          <span class="brand-institution">${institution.name}</span>
        </span>
      </a>
      ${isMember ? navigation(page, say) : nothing}
      <div class="masthead-end">
        ${
          isMember
            ? html`<form method="post" action="/sign-out">
                <button class="bare">${say('sign_out')}</button>
              </form>`
            : html`<a class="bare" href="/commands">${say('commands')}</a>`
        }
      </div>
    </div>
  </header>`;
}

function navigation(page: Page, say: Say): Html {
  return html`<nav class="sections" aria-label="${say('navigation')}">
    ${sections.map(
      ([section, path]) =>
        html`<a href="${path}" ${page.section === section ? html`aria-current="true"` : nothing}
          >${icon(section)}<span>${say(section)}</span></a
        >`,
    )}
  </nav>`;
}

function footer({ institution, language }: RequestContext, path: string, say: Say): Html {
  const { settings } = institution;
  return html`<footer class="foot">
    <div class="width">
      <div class="foot-texts">
        ${
          settings.phone
            ? html`<p>
                ${say('call', { phone: settings.phone, hours: settings.hours[language] })}
              </p>`
            : nothing
        }
        <p><a href="/commands">${say('commands')}</a></p>
        ${
          institution.demonstration
            ? html`<p><a href="/" target="_top">${say('demonstration')}</a></p>`
            : nothing
        }
      </div>
      ${
        settings.languages.length > 1
          ? html`<form
              class="languages"
              method="post"
              action="/language"
              aria-label="${say('language')}"
            >
              <input type="hidden" name="next" value="${path}" />
              ${settings.languages.map(
                (one) =>
                  html`<button
                    class="bare"
                    name="language"
                    value="${one}"
                    lang="${one}"
                    ${one === language ? html`aria-pressed="true"` : nothing}
                  >
                    ${packs[one].name}
                  </button>`,
              )}
            </form>`
          : nothing
      }
    </div>
  </footer>`;
}
