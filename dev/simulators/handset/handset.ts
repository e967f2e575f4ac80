import type { HandsetOptions } from './options.ts';
import { existsSync, readFileSync } from 'node:fs';
import { Hono, type Context, type Next } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import {
  defaultLanguage,
  languages,
  type Language,
} from '../../../src/kernel/vocabulary/language.ts';
import { addActs } from './acts.ts';
import { addEvents } from './events.ts';
import { addData } from './shown.ts';

/** The paths of the phone's routes. Every other path belongs to somebody else. */
export const handsetPaths = ['/', '/phone', '/handset/*'] as const;

/**
 * Serves the phone: a page that shows a member's conversations with the credit union live, by X and
 * by text message. Anyone can write there as that member. `/phone` is the phone alone; `/` shows it
 * between the demonstration's members and their bank. Like a real phone, it talks only to the
 * simulated carriers. Reachable only on the loopback.
 */
export function createHandset(options: HandsetOptions): Hono {
  const app = new Hono();
  app.use(loopbackOnly);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: false,
    }),
  );
  addFiles(app);
  addData(app, options);
  addActs(app, options);
  addEvents(app, options);
  return app;
}

/** Blocks pages elsewhere from reaching the loopback by another name, and from posting to it. */
async function loopbackOnly(context: Context, next: Next): Promise<Response | void> {
  const host = context.req.header('host') ?? '';
  if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host))
    return context.text('Only at http://localhost', 403);
  const origin = context.req.header('origin');
  if (context.req.method !== 'GET' && origin !== undefined && origin !== `http://${host}`)
    return context.text('Only from this page', 403);
  return next();
}

const files = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/phone': ['index.html', 'text/html; charset=utf-8'],
  '/handset/handset.css': ['handset.css', 'text/css; charset=utf-8'],
  '/handset/handset.js': ['handset.js', 'text/javascript; charset=utf-8'],
  '/handset/beside.js': ['beside.js', 'text/javascript; charset=utf-8'],
  '/handset/members.js': ['members.js', 'text/javascript; charset=utf-8'],
  '/handset/show.js': ['show.js', 'text/javascript; charset=utf-8'],
  '/handset/languages.js': ['languages.js', 'text/javascript; charset=utf-8'],
  '/handset/phone-texts.js': ['phone-texts.js', 'text/javascript; charset=utf-8'],
  '/handset/words.js': ['words.js', 'text/javascript; charset=utf-8'],
} as const;

const languageFile = (code: Language) => new URL(`./public/languages/${code}.js`, import.meta.url);

/** The files of the page, and what the phone says in each language. A language without a file is given the default one's. */
function addFiles(app: Hono): void {
  const texts = languages.map((code) => {
    const file = languageFile(code);
    return [
      `/handset/languages/${code}.js`,
      existsSync(file) ? file : languageFile(defaultLanguage),
      files['/handset/handset.js'][1],
    ] as const;
  });
  const pages = Object.entries(files).map(
    ([path, [name, type]]) => [path, new URL(`./public/${name}`, import.meta.url), type] as const,
  );
  for (const [path, file, type] of [...pages, ...texts]) {
    const text = readFileSync(file, 'utf8');
    app.get(path, (context) =>
      context.body(text, 200, { 'content-type': type, 'cache-control': 'no-cache' }),
    );
  }
}
