import type { Hono } from 'hono';
import type { RequestContext } from '../../operations/request-context.ts';
import { serveFiles } from './serve-files.ts';

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
  'embedded.js': own('embedded.js'),
  'enrollment.js': own('enrollment.js'),
  'page-language.js': own('page-language.js'),
  'signed-in.js': own('signed-in.js'),
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

/**
 * Serves the site's files. Reads and compresses them once. Browsers ask again only whether they
 * changed.
 */
export function createStaticFiles(): Hono {
  return serveFiles(files);
}

/** Gives the institution's color as a stylesheet, since pages carry no inline styles. */
export function themeOf({ institution }: Pick<RequestContext, 'institution'>): string {
  const { colors } = institution.settings;
  return colors
    ? `:root { --brand: ${colors.main}; --on-brand: ${colors.onMain}; }\n`
    : '/* The institution has set no colors. */\n';
}
