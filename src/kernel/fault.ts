/**
 * A failure outside the program: a network, a database, a carrier, a file. A refusal is a value
 * instead, and a bug is ours.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  /** A stable name for logs, metrics and tests, such as `database_unreachable`. */
  readonly code: string;
  /** Whether a retry may succeed. */
  readonly retryable: boolean;

  constructor(options: { code: string; message: string; retryable: boolean; cause?: unknown }) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.retryable = options.retryable;
  }
}
