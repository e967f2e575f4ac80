import { appPath } from '../../kernel/app-path.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import { themeOf } from '../frame/static-files.ts';
import { html, raw, type Html } from '../ui/html.ts';
import { appFiles, fingerprint } from './bundle.ts';
import { givenTo, type Given } from './given.ts';
import { welcome } from './welcome.ts';

/** One release of the app for one institution in one language. */
export interface Shell {
  readonly given: Given;
  readonly style: string;
  /** Where browsers get the script. The path changes with the content. */
  readonly scriptPath: string;
  readonly colors: { readonly main: string; readonly onMain: string };
}

/** The colors of an institution that has set none, as in the site's own styles. */
const usualColors = { main: '#0f5c4c', onMain: '#ffffff' };

/** Puts together what an institution's members get in this language. */
export function shellOf(
  request: Pick<RequestContext, 'institution' | 'language'>,
  agreements: Given['agreements'],
): Shell {
  const files = appFiles();
  const given = givenTo(request, agreements);
  return {
    given,
    style: `${files.style}\n${themeOf(request)}`,
    scriptPath: `${appPath}/assets/${fingerprint(files.script)}/app.js`,
    colors: request.institution.settings.colors ?? usualColors,
  };
}

/**
 * Names what a phone keeps of the app. It changes with the worker, and with the documents, which have
 * the styles and name the script by its content.
 */
export async function versionOf(shell: Shell): Promise<string> {
  const skeletonDocument = await shellDocument(shell, 'skeleton');
  const signInDocument = await shellDocument(shell, 'sign-in');
  return fingerprint(appFiles().worker, String(skeletonDocument), String(signInDocument));
}

/**
 * The document of the app: the same for each of its screens, and without anything of a member.
 * @param first what stands there until the script runs: the sign-in, where nobody is signed in, or
 * else a screen without content. Phones keep both.
 */
export function shellDocument(
  { given, style, scriptPath, colors }: Shell,
  first: 'sign-in' | 'skeleton',
): Html {
  const title = `${given.portal} · ${given.institution}`;
  return html`<!doctype html>
    <html lang="${given.language}">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <title>${title}</title>
        <link rel="preload" as="script" href="${scriptPath}" />
        ${raw(`<style>${style}</style>`)}
        <script defer src="${scriptPath}"></script>
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="${colors.main}" />
        <meta name="mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-capable" content="yes" />
        <meta name="apple-mobile-web-app-title" content="${given.portal}" />
        <meta name="apple-mobile-web-app-status-bar-style" content="black-translucent" />
        <meta name="format-detection" content="telephone=no" />
        <link rel="manifest" href="${appPath}/manifest.webmanifest" crossorigin="use-credentials" />
        <link rel="apple-touch-icon" href="${appPath}/icon-180.png" />
        <link rel="icon" href="${appPath}/icon-192.png" type="image/png" />
      </head>
      <body>
        <div id="root">${first === 'sign-in' ? welcome(given) : skeleton(given)}</div>
        <script type="application/json" id="given">
          ${raw(inScript(given))}
        </script>
      </body>
    </html>`;
}

function skeleton({ portal, texts }: Given): Html {
  return html`<div class="screen" aria-busy="true">
      <header class="head"><span class="head-title">${portal}</span></header>
      <main class="body">
        <p class="unseen" role="status">${texts.loading}</p>
        <div class="ghost" aria-hidden="true"><i></i><i></i><i></i></div>
      </main>
    </div>
    <noscript>
      <p class="unscripted">${texts.no_script} <a href="/sign-in">${portal}</a></p>
    </noscript>`;
}

/** JSON that can’t end its script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
