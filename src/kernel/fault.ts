/** The world failed: a network, a database, a carrier, a file. Never a "no" (that is a refusal, a value) and never a bug of ours. */
export class Fault extends Error {
  override readonly name = 'Fault';
  /** Stable, in words joined by `_`, such as `database_unreachable`: for logs, metrics and tests. */
  readonly code: string;
  /** Whether the same thing may go well when tried again. */
  readonly retryable: boolean;

  constructor(options: { code: string; message: string; retryable: boolean; cause?: unknown }) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.retryable = options.retryable;
  }
}
