import { vi } from 'vitest';
import { byName } from '../../src/kernel/by-name.ts';
import { languages, type Language } from '../../src/kernel/vocabulary/language.ts';
import type { RequestContext } from '../../src/operations/request-context.ts';
import { givenTo } from '../../src/web/app/given.ts';

/** A call of the app, as its server would get it. */
export interface AppCall {
  readonly method: string;
  /** Below `/api/v1`, with the query. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What comes of a call: status and body, or `undefined` where no answer comes. */
export type AppAnswer = readonly [status: number, body: object] | undefined;

/** The page in which the app's modules run. */
export interface AppPage {
  /** Answers the calls from now on. */
  answer: (call: AppCall) => AppAnswer | Promise<AppAnswer>;
  readonly calls: readonly AppCall[];
  /** The clocks of the phone, in milliseconds. */
  readonly clock: { now: number; steady: number };
  /** How far the server's clock is ahead of the phone's, in milliseconds. */
  ahead: number;
  /** Tells the page that something happened, such as `online`. */
  readonly happens: (event: string) => void;
}

/**
 * Gives this process what the app's modules need of a browser, without a screen. Import the modules
 * after it. After the test: `vi.unstubAllGlobals()`.
 */
export function openAppPage(language: Language = 'en'): AppPage {
  vi.resetModules();
  const calls: AppCall[] = [];
  const listeners: [string, () => void][] = [];
  const clock = { now: Date.parse('2026-11-30T16:00:00Z'), steady: 5_000 };
  const page: AppPage = {
    ahead: 0,
    answer: () => undefined,
    calls,
    clock,
    happens: (event) => {
      for (const [name, heard] of listeners) if (name === event) heard();
    },
  };
  const addEventListener = (name: string, heard: () => void) => listeners.push([name, heard]);
  const given = JSON.stringify(givenTo(visitor(language), byDisclosure));
  vi.stubGlobal('document', {
    visibilityState: 'visible',
    getElementById: () => ({ textContent: given }),
    // The document shows the sign-in.
    querySelector: () => ({}),
    addEventListener,
  });
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('location', new URL('https://bank.example/app'));
  vi.stubGlobal('navigator', { onLine: true, language, userAgent: 'a phone' });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('addEventListener', addEventListener);
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
  vi.stubGlobal('EventSource', SilentEvents);
  vi.stubGlobal('fetch', async (url: string, how: RequestInit) => {
    const text = typeof how.body === 'string' ? how.body : '{}';
    const path = url.replace('/api/v1', '');
    const call = { method: how.method ?? 'GET', path, body: JSON.parse(text) };
    calls.push(call);
    const answer = await page.answer(call);
    if (!answer) throw new TypeError('Failed to fetch');
    const headers = { date: new Date(clock.now + page.ahead).toUTCString() };
    return Response.json(answer[1], { status: answer[0], headers });
  });
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now);
  vi.spyOn(performance, 'now').mockImplementation(() => clock.steady);
  return page;
}

/** A stream on which nothing comes. */
class SilentEvents {
  static readonly CLOSED = 2;
  readonly readyState = 1;
  addEventListener(): void {}
  close(): void {}
}

function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const noText = { title: '', text: '', tick: '' };
const byDisclosure = { esign: noText, regulation_e: noText, sms_terms: noText };

function visitor(language: Language): Pick<RequestContext, 'institution' | 'language'> {
  const settings = {
    portalName: 'MyVantage',
    phone: '555-0100',
    hours: byName(languages, () => ''),
    languages,
  };
  const institution = {
    name: 'Vantage',
    zone: 'America/Detroit',
    currency: 'USD',
    demonstration: false,
    settings,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that the shell reads of it
  return { institution, language } as never;
}
