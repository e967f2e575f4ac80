import { present } from '../../src/kernel/assert.ts';

/** An event of a stream, as a browser reads it. */
export interface ReadEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads server-sent events from a response, one at a time. */
export interface EventReader {
  /** The next event; `undefined` at the end of the stream. */
  next(): Promise<ReadEvent | undefined>;
  /** The next event of this kind; those of other kinds are passed over. */
  nextOf(kind: string): Promise<ReadEvent | undefined>;
  /** Comments that came so far. */
  comments(): number;
  cancel(): Promise<void>;
}

/** @throws if it is no stream of events */
export function readEvents(response: Response): EventReader {
  if (response.headers.get('content-type') !== 'text/event-stream; charset=utf-8')
    throw new Error(`not a stream of events: ${response.status}`);
  const reader = present(response.body, 'a stream has a body').getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  let comments = 0;
  const next = async (): Promise<ReadEvent | undefined> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await reader.read();
        if (done) return undefined;
        buffer += decoder.decode(value, { stream: true });
        continue;
      }
      const lines = buffer.slice(0, end).split('\n');
      buffer = buffer.slice(end + 2);
      const field = (name: string) =>
        lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
      const data = field('data');
      if (data === undefined) {
        comments += 1;
        continue;
      }
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each test looks at the fields that it expects
      const fields = JSON.parse(data) as Record<string, unknown>;
      return { id: field('id'), event: field('event') ?? 'message', data: fields };
    }
  };
  return {
    next,
    nextOf: async (kind) => {
      for (;;) {
        const event = await next();
        if (!event || event.event === kind) return event;
      }
    },
    comments: () => comments,
    cancel: async () => reader.cancel(),
  };
}
