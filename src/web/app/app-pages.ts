import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { appPath } from '../../kernel/app-path.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import type { PortalContext, PortalEnv } from '../frame/visit.ts';
import { appFiles } from './bundle.ts';
import type { Given } from './given.ts';
import { drawIcon, icons, type IconName } from './icons.ts';
import { manifestOf } from './manifest.ts';
import { shellDocument, shellOf, type Shell } from './shell.ts';
import { keptPath, keptSignInPath, workerScript } from './worker-script.ts';

/**
 * Serves the app for the Home Screen at `/app`: its document, files, icons, manifest and worker.
 * All of it is for strangers too; what a member sees comes from the API.
 * @param agreementsFor the texts of the disclosures, which the site words as well
 */
export function createAppPages(
  agreementsFor: (request: RequestContext) => Given['agreements'],
): Hono<PortalEnv> {
  const pages = new Hono<PortalEnv>();
  const shellFor = (context: PortalContext) => {
    const request = context.get('request');
    return shellOf(request, agreementsFor(request));
  };
  pages.get(`${appPath}/assets/:version/app.js`, (context) => {
    const { script } = appFiles();
    return asset(context, {
      text: script,
      type: 'text/javascript',
      path: shellFor(context).scriptPath,
    });
  });
  pages.get(`${appPath}/manifest.webmanifest`, (context) =>
    fresh(context, JSON.stringify(manifestOf(shellFor(context))), 'application/manifest+json'),
  );
  pages.get(`${appPath}/worker.js`, async (context) => {
    // A worker in this folder may not have `/app` itself in its scope without this.
    context.header('service-worker-allowed', appPath);
    return fresh(context, await workerScript(shellFor(context)), 'text/javascript');
  });
  for (const name of iconNames) {
    pages.get(`${appPath}/${name}`, (context) => icon(context, name, shellFor(context)));
  }
  pages.get(`${appPath}/assets/*`, async (context) => context.notFound());
  const document = async (context: PortalContext, first: Parameters<typeof shellDocument>[1]) => {
    const shell = shellFor(context);
    context.set('inlineStyle', shell.style);
    return fresh(context, String(await shellDocument(shell, first)), 'text/html');
  };
  pages.get(keptPath, async (context) => document(context, 'skeleton'));
  pages.get(keptSignInPath, async (context) => document(context, 'sign-in'));
  const screen = async (context: PortalContext) =>
    document(context, 'member' in context.get('request') ? 'skeleton' : 'sign-in');
  pages.get(appPath, screen);
  pages.get(`${appPath}/*`, screen);
  return pages;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant
const iconNames = Object.keys(icons) as IconName[];

/** Compressed texts by their content, for a few releases and institutions. */
const packed = new Map<string, Uint8Array<ArrayBuffer>>();
const packedMax = 200;

function pack(text: string, how: 'br' | 'gzip'): Uint8Array<ArrayBuffer> {
  const key = `${how} ${text}`;
  const known = packed.get(key);
  if (known) return known;
  const made = new Uint8Array(
    how === 'br'
      ? brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
      : gzipSync(text, { level: 9 }),
  );
  packed.set(key, made);
  const [oldest] = packed.keys();
  if (packed.size > packedMax && oldest !== undefined) packed.delete(oldest);
  return made;
}

/** Answers with a text in the smallest form that the browser reads. */
function compressed(
  context: PortalContext,
  text: string,
  headers: Record<string, string>,
): Response {
  const accepted = context.req.header('accept-encoding') ?? '';
  const how = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  const shared = { ...headers, vary: 'accept-encoding, cookie, accept-language' };
  if (how === undefined) return context.body(text, 200, shared);
  return context.body(pack(text, how), 200, { ...shared, 'content-encoding': how });
}

/** Answers with what may change at any time: browsers ask each time. */
function fresh(context: PortalContext, text: string, type: string): Response {
  return compressed(context, text, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
  });
}

/**
 * Answers with a file whose path names its content. A path of another release gets the present file,
 * which nobody keeps: its document asks for it before its own update.
 */
function asset(
  context: PortalContext,
  given: { readonly text: string; readonly type: string; readonly path: string },
): Response {
  const isCurrent = context.req.path === given.path;
  return compressed(context, given.text, {
    'content-type': `${given.type}; charset=utf-8`,
    'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
  });
}

const drawn = new Map<string, Uint8Array<ArrayBuffer>>();

function icon(context: PortalContext, name: IconName, { colors }: Shell): Response {
  const key = `${name} ${colors.main} ${colors.onMain}`;
  const known = drawn.get(key) ?? new Uint8Array(drawIcon(name, colors));
  drawn.set(key, known);
  const [oldest] = drawn.keys();
  if (drawn.size > packedMax && oldest !== undefined) drawn.delete(oldest);
  return context.body(known, 200, {
    'content-type': 'image/png',
    'cache-control': 'public, max-age=86400',
  });
}
