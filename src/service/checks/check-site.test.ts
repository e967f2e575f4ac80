import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkSite } from './check-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'tmm-site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A certificate for localhost that ends in some days. */
function certificate(days: number) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost
      -addext subjectAltName=DNS:localhost -days ${days} -keyout ${key} -out ${cert}`.split(/\s+/),
    { stdio: 'pipe' },
  );
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

async function siteWith(days: number) {
  const pair = certificate(days);
  const server = createServer(pair).listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `https://localhost:${port}`,
    cert: pair.cert,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

const now = () => Temporal.Now.instant();

it('accepts a valid certificate, and warns before its end', async () => {
  await using site = await siteWith(60);
  const valid = await checkSite(site.url, { now, certificates: [site.cert] });
  expect(valid).toEqual([
    expect.objectContaining({ level: 'ok', what: expect.stringMatching(/valid for (59|60) days/) }),
  ]);
  const later = () => now().add({ hours: 24 * 50 });
  const ending = await checkSite(site.url, { now: later, certificates: [site.cert] });
  expect(ending).toEqual([
    expect.objectContaining({
      level: 'warning',
      what: expect.stringMatching(/ends in (9|10) days/),
    }),
  ]);
});

it('finds a certificate that nobody trusts, and nothing that listens', async () => {
  const site = await siteWith(60);
  const [untrusted] = await checkSite(site.url, { now });
  expect(untrusted).toMatchObject({ level: 'problem', what: expect.stringMatching(/SELF_SIGNED/) });
  await site[Symbol.asyncDispose]();
  const [closed] = await checkSite(site.url, { now });
  expect(closed).toMatchObject({ level: 'problem', what: expect.stringMatching(/ECONNREFUSED/) });
});
