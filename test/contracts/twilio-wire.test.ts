import { connect } from 'node:net';
import { Hono } from 'hono';
import twilio from 'twilio';
import { expect, it } from 'vitest';
import { createTwilioWebhook } from '../../src/channels/twilio/webhook.ts';
import { listen } from '../../src/service/listen.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { accountSid, authToken, ourNumber, publicUrl } from './twilio-parts.ts';

/**
 * Twilio's own library signs addresses with queries in many spellings. We send them byte by byte to
 * a listening server, which must check the query exactly as it was on the wire.
 */
const queries = [
  '',
  '?',
  '?a=%7Eb',
  '?a=~b',
  '?a=b+c',
  '?a=b%20c',
  '?a=%c3%a9',
  '?a=%C3%A9',
  "?a='b'",
  '?a=%27b%27',
  '?a="b"&c=<d>',
  '?a={b}|c^d`e',
  '?a=b\\c',
  '?a=%',
  '?a=%zz&a=1&a=1',
  '?b=2&a=1',
  '?a=//../b/./c',
  '?a=b?c=d',
  '?a=:443',
  '?=&&',
];
/** The port tells by which path the server reads the address. */
const hosts = ['bank.example', 'bank.example:443', 'BANK.example', '10.0.0.7:8080', '[::1]:8080'];

const fields = {
  MessageSid: `SM${'a'.repeat(32)}`,
  AccountSid: accountSid,
  From: '+13145550123',
  To: ourNumber,
  Body: 'bal é & +',
};

async function post(
  port: number,
  given: { readonly target: string; readonly host: string; readonly signature: string },
): Promise<number> {
  const body = new URLSearchParams(fields).toString();
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `POST ${given.target} HTTP/1.1\r\nhost: ${given.host}\r\nconnection: close\r\nx-twilio-signature: ${given.signature}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      ),
    );
    socket.on('data', (piece: Buffer) => (heard += piece.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(Number(heard.split(' ')[1])));
  });
}

it('the query counts as it was on the wire, with the port and without', async () => {
  const app = new Hono();
  app.route(
    '/twilio',
    createTwilioWebhook({
      accountSid,
      authTokens: [authToken],
      publicUrl,
      institutionOf: () => 1,
      stoppedBy: () => [],
      optOut: 'off',
      inbox: { receive: async () => {}, happened: async () => {} },
      logger: silentLogger,
      metrics: silentMetrics,
    }),
  );
  await using service = await listen(app.fetch, { host: '127.0.0.1', port: 0 });
  const port = Number(new URL(service.url).port);
  const signed = (url: string) => twilio.getExpectedTwilioSignature(authToken, url, fields);
  const wrong: unknown[] = [];
  for (const query of queries)
    for (const host of hosts) {
      const target = `/twilio/inbound${query}`;
      for (const base of ['https://bank.example', 'https://bank.example:443']) {
        const signature = signed(`${base}${target}`);
        const status = await post(port, { target, host, signature });
        if (status !== 200) wrong.push([query, host, base, status]);
      }
      const forged = signed(`https://bank.example${target}x`);
      const status = await post(port, { target, host, signature: forged });
      if (status !== 403) wrong.push([query, host, 'forged', status]);
    }
  expect(wrong).toEqual([]);
});
