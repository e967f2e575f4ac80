import { packs } from '../../../languages/index.ts';
import { sayOf, type Say as SayOf } from '../../../languages/say.ts';
import type { ConsoleFrameTexts } from '../../../languages/console-texts.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { ConsoleRequest } from './console-env.ts';
import type { ConsolePage } from './page-content.ts';
import { consoleStyles } from './styles.ts';
import { sectionIcon } from './section-icon.ts';
import { sectionsFor, type Group, type SectionPlace } from './sections.ts';
import type { StaffPrincipal } from '../../../operations/principal.ts';

type Say = SayOf<keyof ConsoleFrameTexts>;

/** Puts the console's frame around a page: sections, search, the person, the keys. */
export async function layout(
  request: ConsoleRequest,
  page: ConsolePage & { /** The page's path, with its query. */ readonly path: string },
): Promise<Html> {
  const { language, institution, principal } = request;
  const say = sayOf(packs[language].console.frame);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · ${say('console')} · ${institution.name}</title>
        ${consoleStyles.map((name) => html`<link rel="stylesheet" href="/static/${name}" />`)}
        <link rel="stylesheet" href="/static/theme.css" />
        <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
        <script defer src="/static/console.js"></script>
        ${(page.scripts ?? []).map((path) => html`<script defer src="${path}"></script>`)}
      </head>
      <body class="${principal ? 'signed-in' : 'stranger'}">
        <a class="skip" href="#content">${say('skip')}</a>
        ${principal ? sidebar(request, { principal, page, say }) : nothing}
        <div class="main">
          ${principal ? topBar(request, { principal, path: page.path, say }) : nothing}
          <main id="content" tabindex="-1" class="${page.wide ? 'wide' : ''}">
            ${page.flash ? notice(page.flash.kind, page.flash.text) : nothing} ${page.body}
          </main>
        </div>
        ${principal ? keysDialog(principal, say) : nothing}
      </body>
    </html>`;
}

function sidebar(
  { institution }: ConsoleRequest,
  given: {
    readonly principal: StaffPrincipal;
    readonly page: ConsolePage;
    readonly say: Say;
  },
): Html {
  const { principal, page, say } = given;
  const places = sectionsFor(principal);
  const groups: readonly Group[] = ['group_work', 'group_people', 'group_service'];
  return html`<header class="sidebar">
    <a class="brand" href="/">
      <span class="monogram" aria-hidden="true">${institution.name.slice(0, 1)}</span>
      <span class="brand-names"
        ><strong>${institution.name}</strong><span>${say('console')}</span></span
      >
    </a>
    <nav aria-label="${say('navigation')}">
      ${groups.map((group) => {
        const inside = places.filter((one) => one.group === group);
        return inside.length === 0
          ? nothing
          : html`<p class="group" id="${group}">${say(group)}</p>
              <ul aria-labelledby="${group}">
                ${inside.map((one) => entry(one, page, say))}
              </ul>`;
      })}
    </nav>
  </header>`;
}

function entry({ section, path, letter }: SectionPlace, page: ConsolePage, say: Say): Html {
  return html`<li>
    <a
      href="${path}"
      data-go="${letter}"
      ${page.section === section ? html`aria-current="page"` : nothing}
      >${sectionIcon(section)}<span>${say(section)}</span></a
    >
  </li>`;
}

function topBar(
  { language }: ConsoleRequest,
  given: { readonly principal: StaffPrincipal; readonly path: string; readonly say: Say },
): Html {
  const { principal, path, say } = given;
  const roles = principal.roles.map((role) => say(`role_${role}`)).join(', ');
  return html`<section class="topbar" aria-label="${say('you')}">
    <form
      class="find"
      role="search"
      aria-label="${say('key_search')}"
      action="/members"
      method="get"
    >
      <input
        type="search"
        name="q"
        id="find"
        placeholder="${say('find_by')}"
        aria-label="${say('find')}"
        autocomplete="off"
        maxlength="120"
      />
      <kbd aria-hidden="true">/</kbd>
    </form>
    <form class="languages" method="post" action="/language" aria-label="${say('language')}">
      <input type="hidden" name="next" value="${path}" />
      ${languages.map(
        (one) =>
          html`<button
            class="bare"
            name="language"
            value="${one}"
            lang="${one}"
            title="${packs[one].name}"
            ${one === language ? html`aria-pressed="true"` : nothing}
          >
            ${one.toUpperCase()}
          </button>`,
      )}
    </form>
    <button class="bare keys-button" type="button" data-keys hidden title="${say('keys')}">
      ?
    </button>
    <a class="person" href="/you"><strong>${principal.name}</strong><span>${roles}</span></a>
    <form method="post" action="/sign-out">
      <button class="bare">${say('sign_out')}</button>
    </form>
  </section>`;
}

function keysDialog(principal: StaffPrincipal, say: Say): Html {
  const rows: readonly (readonly [string, string])[] = [
    ['/', say('key_search')],
    ['↑ ↓ · j k', say('key_move')],
    ['Enter', say('key_open')],
    ['?', say('key_help')],
  ];
  return html`<dialog id="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${say('keys')}</h2>
    <dl class="keys">
      ${rows.map(
        ([key, text]) =>
          html`<dt><kbd>${key}</kbd></dt>
            <dd>${text}</dd>`,
      )}
      <dt><kbd>g</kbd></dt>
      <dd>${say('key_go')}</dd>
      ${sectionsFor(principal).map(
        ({ section, letter }) =>
          html`<dt><kbd>g</kbd> <kbd>${letter}</kbd></dt>
            <dd>${say(section)}</dd>`,
      )}
    </dl>
    <form method="dialog"><button>${say('keys_close')}</button></form>
  </dialog>`;
}
