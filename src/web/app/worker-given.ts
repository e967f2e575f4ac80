/** What the worker knows of its release. */
export interface WorkerGiven {
  readonly version: string;
  /** The document of every screen. */
  readonly shell: string;
  /** What the app needs to start without a network. */
  readonly files: readonly string[];
  /** Said where a push has no text that can be read. */
  readonly title: string;
  readonly body: string;
  readonly icon: string;
}
