/**
 * Logs events for engineers. Fields are ids, counts, names and reasons: never a message text, a
 * code, an address or a token. As a second guard, `observe` removes such fields.
 */
export interface Logger {
  debug(fields: LogFields, sentence: string): void;
  info(fields: LogFields, sentence: string): void;
  warn(fields: LogFields, sentence: string): void;
  error(fields: LogFields, sentence: string): void;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Logs nothing: for tools and tests that check something else. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};
