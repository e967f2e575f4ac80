import type { WorkerGiven } from '../worker-given.ts';

/** What a notification shows, and where it leads. */
export interface ReadPush {
  readonly title: string;
  readonly body: string;
  readonly navigate: string;
  readonly tag: string;
  readonly badge?: number;
}

/**
 * Reads a push in the declarative form (`web_push: 8030`), for phones that don't show it by
 * themselves. One that can't be read says that there is a message. A place outside the app becomes
 * its start.
 */
export function readPush(
  text: string | undefined,
  given: Pick<WorkerGiven, 'title' | 'body' | 'shell'>,
): ReadPush {
  const payload = recordOf(parsed(text));
  const said = recordOf(payload['notification']);
  const badge = Number(said['app_badge'] ?? payload['app_badge'] ?? Number.NaN);
  const title = textOf(said['title']);
  return {
    title: title ?? given.title,
    body: textOf(said['body']) ?? (title === undefined ? given.body : ''),
    navigate: placeIn(given.shell, textOf(said['navigate'])),
    tag: textOf(said['tag']) ?? 'message',
    ...(Number.isInteger(badge) && badge >= 0 ? { badge } : {}),
  };
}

function placeIn(shell: string, navigate: string | undefined): string {
  if (navigate === undefined) return shell;
  // A relative place gets an origin that can't matter: only path and query are used.
  const url = URL.parse(navigate, 'https://app.invalid');
  const isInside = url !== null && (url.pathname === shell || url.pathname.startsWith(`${shell}/`));
  return isInside ? `${url.pathname}${url.search}` : shell;
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
