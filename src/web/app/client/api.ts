import type { z } from 'zod';
import type { Offered } from '../offered.ts';
import { learnTime } from './clock.ts';
import { given, say } from './given.ts';
import { isUnreached, otherMember, session } from './session.ts';

type Input<Name extends keyof Offered> = z.input<Offered[Name]['input']>;
export type Output<Name extends keyof Offered> = z.output<Offered[Name]['output']>;

/** The server's refusal: a code for us, a sentence for the member. */
export class RefusedError extends Error {
  readonly code: string;
  readonly status: number;
  /** What is wrong, by field. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, problem: Problem, isRead: boolean) {
    super(problem.detail ?? say(status >= 500 && !isRead ? 'unsure' : 'failed'));
    this.status = status;
    this.code = problem.code ?? '';
    this.fields = problem.errors ?? {};
  }
}

/** Nobody answered, so we can't tell whether the request arrived. */
export class UnreachedError extends Error {}

/** Tells whether the request may have been carried out although it failed here. */
export function isUnsure(error: unknown): boolean {
  return !(error instanceof RefusedError) || error.status >= 500;
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** How many calls have no answer yet. */
let open = 0;

/** Tells whether a call is on its way, so that its answer must not get lost. */
export function isCalling(): boolean {
  return open > 0;
}

/** A server that takes longer is not there. */
const patience = 20_000;

/**
 * Calls an operation of the API.
 * @throws RefusedError with the server's sentence
 * @throws UnreachedError without an answer
 */
export async function call<Name extends keyof Offered>(
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const [method, template] = given.calls[name];
  const fields = new Map(Object.entries(input ?? {}).filter(([, value]) => value !== undefined));
  const path = template.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = fields.get(field);
    fields.delete(field);
    return encodeURIComponent(String(value));
  });
  const isRead = method === 'GET';
  const query = new URLSearchParams([...fields].map(([key, value]) => [key, String(value)]));
  const url = `/api/v1${path}${isRead && fields.size > 0 ? `?${query}` : ''}`;
  const { response, answer } = await answered(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(isRead ? {} : { 'content-type': 'application/json' }),
    },
    ...(isRead ? {} : { body: JSON.stringify(Object.fromEntries(fields)) }),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server checked its answer against this schema
  if (response.ok) return answer as Output<Name>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field is optional and has a fallback
  const refused = new RefusedError(response.status, answer as Problem, isRead);
  if (refused.code === 'sign_in_first') session.value = 'out';
  if (refused.code === 'app_address_other') otherMember.value += 1;
  throw refused;
}

interface Answered {
  readonly response: Response;
  readonly answer: unknown;
}

async function answered(url: string, how: RequestInit): Promise<Answered> {
  open += 1;
  try {
    const response = await fetch(url, {
      ...how,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    learnTime(response.headers.get('date'));
    // An answer that breaks off is none. A refusal may come from a proxy, which words it its own way.
    const answer: unknown = await (response.ok ? response.json() : asProblem(response));
    isUnreached.value = false;
    return { response, answer };
  } catch {
    isUnreached.value = true;
    throw new UnreachedError(say(how.method === 'GET' ? 'unreached' : 'unsure'));
  } finally {
    open -= 1;
  }
}

async function asProblem(response: Response): Promise<unknown> {
  return response.json().catch(() => ({}));
}

/** Gives the sentence for any failure. */
export function sentenceOf(error: unknown): string {
  return error instanceof RefusedError || error instanceof UnreachedError
    ? error.message
    : say('failed');
}
