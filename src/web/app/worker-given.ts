/** What the worker knows of its release. */
export interface WorkerGiven {
  readonly version: string;
  /** Where the app’s screens are. */
  readonly shell: string;
  /** Where the document of every screen is that the phone keeps. */
  readonly document: string;
  /** Where the document is that it shows where nobody is signed in. */
  readonly signInDocument: string;
  /** What the app needs to start without a network. */
  readonly files: readonly string[];
  /** What the app asks the server first, wherever it starts. */
  readonly questions: readonly string[];
  /** Said where a push has no text that can be read. */
  readonly title: string;
  readonly body: string;
  readonly icon: string;
}
