import type {
  ReadConversation,
  ThreadEvent,
  ThreadMessage,
} from '../../../operations/inbox/read-conversation.ts';

/** A line of the thread, in order of time. */
export type ThreadLine =
  | { readonly line: 'day'; readonly day: Temporal.PlainDate }
  | { readonly line: 'message'; readonly message: ThreadMessage }
  | { readonly line: 'event'; readonly event: ThreadEvent };

/**
 * Joins messages and what people did, the oldest first, with a line where a day begins. Events older
 * than the page's messages belong to an earlier page.
 */
export function threadLines(
  { messages, events, next }: Pick<ReadConversation, 'messages' | 'events' | 'next'>,
  zone: string,
  isNewestPage: boolean,
): ThreadLine[] {
  const oldest = messages.at(-1)?.at;
  const newest = isNewestPage ? undefined : messages[0]?.at;
  // A reply is a message already.
  const shown = events.filter(
    ({ kind, at }) =>
      kind !== 'replied' &&
      (next === undefined || oldest === undefined || at >= oldest) &&
      (newest === undefined || at <= newest),
  );
  // At the same moment a message comes before what people did about it.
  const all = [
    ...messages
      .map((message) => ({ at: message.at, line: 'message' as const, message }))
      .toReversed(),
    ...shown.map((event) => ({ at: event.at, line: 'event' as const, event })).toReversed(),
  ].toSorted((a, b) => compare(a.at, b.at));
  let last: Temporal.PlainDate | undefined;
  return all.flatMap((one): ThreadLine[] => {
    const day = Temporal.Instant.from(one.at).toZonedDateTimeISO(zone).toPlainDate();
    const begins = !last?.equals(day);
    last = day;
    return begins ? [{ line: 'day', day }, one] : [one];
  });
}

function compare(a: string, b: string): number {
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}
