import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';

const own = (name: string) => new URL(`../site/public/${name}`, import.meta.url);
const vendored = (name: string) => new URL(import.meta.resolve(name));

/**
 * The files that browsers load besides pages: from the name under `/static` to the place on disk.
 */
const files: Readonly<Record<string, URL>> = {
  'portal.css': own('portal.css'),
  'messages.css': own('messages.css'),
  'accounts.css': own('accounts.css'),
  'api.css': own('api.css'),
  'print.css': own('print.css'),
  'passkeys.js': own('passkeys.js'),
  'enrollment.js': own('enrollment.js'),
  'page-language.js': own('page-language.js'),
  'time-zone.js': own('time-zone.js'),
  'plot.js': own('plot.js'),
  'icon.svg': own('icon.svg'),
  'vendor/simplewebauthn.js': new URL(
    '../dist/bundle/index.umd.min.js',
    vendored('@simplewebauthn/browser'),
  ),
  'vendor/uplot.js': new URL('uPlot.iife.min.js', vendored('uplot')),
  'vendor/uplot.css': new URL('uPlot.min.css', vendored('uplot')),
};

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Serves the site's files. Reads and compresses them once. Browsers ask again only whether they
 * changed.
 */
export function createStaticFiles(): Hono {
  const app = new Hono();
  for (const [name, place] of Object.entries(files)) {
    const content = new Uint8Array(readFileSync(place));
    const packed = new Uint8Array(gzipSync(content, { level: 9 }));
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
    const headers = {
      'content-type': type,
      etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
      'cache-control': 'public, max-age=300',
      vary: 'accept-encoding',
    };
    app.get(`/static/${name}`, (context) => {
      if (context.req.header('if-none-match') === headers.etag)
        return context.body(null, 304, headers);
      return /\bgzip\b/.test(context.req.header('accept-encoding') ?? '')
        ? context.body(packed, 200, { ...headers, 'content-encoding': 'gzip' })
        : context.body(content, 200, headers);
    });
  }
  return app;
}

/** Gives the institution's color as a stylesheet, since pages carry no inline styles. */
export function themeOf({ institution }: Pick<RequestContext, 'institution'>): string {
  const { colors } = institution.settings;
  return colors
    ? `:root { --brand: ${colors.main}; --on-brand: ${colors.onMain}; }\n`
    : '/* The institution has set no colors. */\n';
}
