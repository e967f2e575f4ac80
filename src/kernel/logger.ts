/**
 * What happened, for the engineer. Fields are ids, counts, names of things and reasons: never a text of a message,
 * a code, an address or a token (`observe` takes such fields out a second time).
 */
export interface Logger {
  debug(fields: LogFields, sentence: string): void;
  info(fields: LogFields, sentence: string): void;
  warn(fields: LogFields, sentence: string): void;
  error(fields: LogFields, sentence: string): void;
}

export type LogFields = Readonly<Record<string, unknown>>;

/** Says nothing: for tools and tests that look elsewhere. */
export const silentLogger: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
};
