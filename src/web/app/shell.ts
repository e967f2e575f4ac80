import { appPath } from '../../kernel/app-path.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import { themeOf } from '../frame/static-files.ts';
import { html, raw, type Html } from '../ui/html.ts';
import { appFiles, fingerprint } from './bundle.ts';
import { givenTo, type Given } from './given.ts';

/** One release of the app for one institution in one language. */
export interface Shell {
  /** Changes with anything that the app consists of. */
  readonly version: string;
  readonly given: Given;
  readonly style: string;
  /** Where browsers get the files. The path changes with the content. */
  readonly paths: { readonly script: string; readonly style: string };
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
  const style = `${files.style}\n${themeOf(request)}`;
  const paths = {
    script: `${appPath}/assets/${fingerprint(files.script)}/app.js`,
    style: `${appPath}/assets/${fingerprint(style)}/app.css`,
  };
  return {
    version: fingerprint(files.worker, paths.script, paths.style, JSON.stringify(given)),
    given,
    style,
    paths,
    colors: request.institution.settings.colors ?? usualColors,
  };
}

/** The document of the app: the same for each of its screens, and without anything of a member. */
export function shellDocument({ given, paths, colors }: Shell): Html {
  const { texts } = given;
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
        <link rel="preload" as="script" href="${paths.script}" />
        <link rel="stylesheet" href="${paths.style}" />
        <script defer src="${paths.script}"></script>
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
        <div id="root">
          <div class="screen" aria-busy="true">
            <header class="head"><span class="head-title">${given.portal}</span></header>
            <main class="body">
              <p class="unseen" role="status">${texts.loading}</p>
              <div class="ghost" aria-hidden="true"><i></i><i></i><i></i></div>
            </main>
          </div>
        </div>
        <noscript>
          <p class="unscripted">${texts.no_script} <a href="/sign-in">${given.portal}</a></p>
        </noscript>
        <script type="application/json" id="given">
          ${raw(inScript(given))}
        </script>
      </body>
    </html>`;
}

/** JSON that can’t end its script element. */
function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
