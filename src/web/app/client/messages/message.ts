import type { Output } from '../api.ts';

/** A message of the conversation, as the server has it. */
export type Message = Output<'listAppMessages'>['messages'][number];

/**
 * Puts messages in order of their places. A message that comes twice stays once, in its latest form.
 */
export function merged(known: readonly Message[], got: readonly Message[]): readonly Message[] {
  const byPlace = new Map([...known, ...got].map((message) => [message.place, message]));
  return [...byPlace.values()].toSorted((a, b) => a.place - b.place);
}

/** The last place, or 0 in an empty conversation. */
export function lastPlaceOf(messages: readonly Message[]): number {
  return messages.at(-1)?.place ?? 0;
}

/** Splits off the code at the end of a message of ours. */
export function withoutCode({ text, direction }: Pick<Message, 'text' | 'direction'>): {
  readonly words: string;
  readonly code: string;
} {
  const found = direction === 'out' ? /^(.*\S)\s([A-Z0-9]{6})$/s.exec(text) : null;
  return { words: found?.[1] ?? text, code: found?.[2] ?? '' };
}

/**
 * What the member can answer to a message that asks: the OK with the number that it names, and NO.
 * These words are the same in every language. Empty if it asks nothing.
 */
export function answersTo(message: Message | undefined): readonly string[] {
  if (message?.direction !== 'out' || !message.asks) return [];
  const [ok] = /\bOK \d+\b/.exec(message.text) ?? [];
  return ok === undefined ? [] : [ok, 'NO'];
}

/** Messages that belong together: of one side, within some minutes. Only the last has a tail. */
const togetherFor = 5 * 60_000;

/** Tells whether the next message continues this one. */
export function continues(one: Message, next: Message | undefined): boolean {
  return (
    next !== undefined &&
    next.direction === one.direction &&
    Date.parse(next.at) - Date.parse(one.at) < togetherFor
  );
}
