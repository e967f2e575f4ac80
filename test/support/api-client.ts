import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { present } from '../../src/kernel/assert.ts';
import { describeApi, refusalsOf, schemaOf } from '../../src/web/api/description.ts';
import { webOperations } from '../../src/web/site/site.ts';
import { webRefusals } from '../../src/operations/refusals.ts';
import type { siteOver } from './site-routes.ts';

/** An operation's answer over HTTP. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON's fields; for a file, its `content`. */
  readonly body: Record<string, unknown>;
}

/**
 * A client that follows the API's description, keeps cookies, and checks every answer against the
 * description.
 */
export interface ApiClient {
  readonly cookies: Map<string, string>;
  /** @throws if the answer deviates from the description */
  call(id: string, input?: Readonly<Record<string, unknown>>): Promise<Answered>;
  /** Gives the body of a success. @throws on a refusal */
  do(id: string, input?: Readonly<Record<string, unknown>>): Promise<Record<string, unknown>>;
  /** Gives the code of a refusal. @throws on a success */
  refusal(id: string, input?: Readonly<Record<string, unknown>>): Promise<unknown>;
}

const anyObject = z.record(z.string(), z.unknown());
const ajv = new Ajv2020({ strict: false, validateFormats: false });
const { components } = describeApi(webOperations, { server: 'https://bank.example/api/v1' });
const problemOf = ajv.compile(
  z.object({ schemas: z.object({ Problem: anyObject }) }).parse(components).schemas.Problem,
);

/** @param exercised collects each operation that succeeded once */
export function createApiClient(
  site: ReturnType<typeof siteOver>,
  exercised: Set<string>,
): ApiClient {
  const cookies = new Map<string, string>();
  const call: ApiClient['call'] = async (id, input = {}) => {
    const operation = present(
      webOperations.find((one) => one.id === id),
      `there is an operation ${id}`,
    );
    const { href, ...init } = requestOf(operation, input, cookies);
    const response = await site.request(href, init);
    keepCookies(cookies, response.headers);
    const answered = await checkedAnswer(operation, response);
    if (answered.status === 200) exercised.add(id);
    return answered;
  };
  return {
    cookies,
    call,
    do: async (id, input) => {
      const { status, body } = await call(id, input);
      if (status !== 200) throw new Error(`${id} refused: ${JSON.stringify(body)}`);
      return body;
    },
    refusal: async (id, input) => {
      const { status, body } = await call(id, input);
      if (status === 200) throw new Error(`${id} was not refused`);
      return body['code'];
    },
  };
}

type Operation = (typeof webOperations)[number];

function requestOf(
  { path: template, method }: Operation,
  input: Readonly<Record<string, unknown>>,
  cookies: ReadonlyMap<string, string>,
) {
  const left = { ...input };
  const path = template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => {
    const value = left[name];
    delete left[name];
    return encodeURIComponent(String(value).toWellFormed());
  });
  const url = new URL(`https://bank.example/api/v1${path}`);
  const isGet = method === 'GET';
  if (isGet)
    for (const [name, value] of Object.entries(left)) url.searchParams.set(name, String(value));
  return {
    href: url.href,
    method,
    headers: {
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
      ...(isGet ? {} : { 'content-type': 'application/json' }),
    },
    ...(isGet ? {} : { body: JSON.stringify(left) }),
  };
}

function keepCookies(cookies: Map<string, string>, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}

/** @throws if the answer deviates from the description */
async function checkedAnswer(operation: Operation, response: Response): Promise<Answered> {
  const { id } = operation;
  const text = await response.text();
  const type = (response.headers.get('content-type') ?? '').replace(/;.*$/, '');
  const { status, headers } = response;
  if (status === 200 && operation.fileTypes) {
    if (!operation.fileTypes.includes(type)) throw new Error(`${id} gave a file of type ${type}`);
    return { status, headers, body: { content: text } };
  }
  const body = anyObject.parse(JSON.parse(text));
  if (status === 200) {
    const isAsDescribed = ajv.compile(schemaOf(operation.output, 'output'));
    if (type !== 'application/json' || !isAsDescribed(body))
      throw new Error(
        `${id} answered otherwise than described: ${ajv.errorsText(isAsDescribed.errors)}`,
      );
    return { status, headers, body };
  }
  const isListed = refusalsOf(operation).some(
    (code) => code === body['code'] && webRefusals[code].status === status,
  );
  if (type !== 'application/problem+json' || !problemOf(body) || !isListed)
    throw new Error(`${id} refused otherwise than described: ${status} ${text}`);
  return { status, headers, body };
}
