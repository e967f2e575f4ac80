import { STATUS_CODES } from 'node:http';
import type { WebhookAnswer } from '../../messages/raw-webhook.ts';

/** The headers that every answer has, as lines. */
export function linesOf(headers: readonly (readonly [string, string])[]): string {
  return headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
}

/**
 * Writes an answer as HTTP/1.1, with the headers that Node's server would add.
 * @param given.lines more headers, from `linesOf`
 * @param given.keepSeconds how long the connection stays open; absent: it closes
 */
export function writeAnswer(
  { status, body }: WebhookAnswer,
  given: { readonly lines: string; readonly keepSeconds: number | undefined; readonly now: number },
): string {
  const text = JSON.stringify(body);
  const connection =
    given.keepSeconds === undefined
      ? 'Connection: close\r\n'
      : `Connection: keep-alive\r\nKeep-Alive: timeout=${given.keepSeconds}\r\n`;
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${given.lines}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\nDate: ${httpDate(given.now)}\r\n${connection}\r\n${text}`;
}

let second = 0;
let written = '';

/** The date of an answer. Written once a second, since each answer needs it. */
function httpDate(now: number): string {
  const current = Math.floor(now / 1_000);
  if (current !== second) {
    second = current;
    written = new Date(now).toUTCString();
  }
  return written;
}
