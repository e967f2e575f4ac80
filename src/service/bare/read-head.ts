/** The head of a post that we can take without an HTTP server. */
export interface BareHead {
  readonly path: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly bodyStart: number;
  readonly bodyLength: number;
  /** The sender wants no further request on this connection. */
  readonly closes: boolean;
}

/** Node's own limit is twice this. */
const headMax = 8_192;

const requestLine = /^POST (\/[\w/.-]*) HTTP\/1\.1$/;
const fieldName = /^[a-z\d-]+$/;
const fieldValue = /^[\t\x20-\x7e]*$/;

/** With one of these a request is more than a body of known length. */
const special = ['transfer-encoding', 'expect', 'upgrade', 'trailer', 'te', 'http2-settings'];

/**
 * Reads the head of a plain post: HTTP/1.1, one host, one length, each header once and in ASCII.
 * @returns `undefined` for all else, also for an incomplete head: then Node's HTTP server must judge
 */
export function readHead(bytes: Buffer): BareHead | undefined {
  const end = bytes.indexOf('\r\n\r\n', 0, 'latin1');
  if (end < 0 || end > headMax) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
  const path = requestLine.exec(first)?.[1];
  if (path === undefined) return undefined;
  const headers = readFields(lines);
  if (!headers || special.some((name) => headers.has(name)) || !headers.get('host'))
    return undefined;
  const length = headers.get('content-length') ?? '';
  const connection = headers.get('connection')?.toLowerCase() ?? 'keep-alive';
  if (!/^\d{1,7}$/.test(length) || (connection !== 'keep-alive' && connection !== 'close'))
    return undefined;
  return {
    path,
    headers,
    bodyStart: end + 4,
    bodyLength: Number(length),
    closes: connection === 'close',
  };
}

/** @returns `undefined` if a line is unusual or a name comes twice */
function readFields(lines: readonly string[]): ReadonlyMap<string, string> | undefined {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    const value = line.slice(colon + 1);
    if (!fieldName.test(name) || !fieldValue.test(value) || headers.has(name)) return undefined;
    headers.set(name, value.trim());
  }
  return headers;
}
