import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Serves files under `/static`. Reads and compresses them once. Browsers ask again only whether they
 * changed.
 * @param files from the name under `/static` to the place on disk
 */
export function serveFiles(files: Readonly<Record<string, URL>>): Hono {
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
