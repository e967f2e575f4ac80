/** X's answer. */
export interface XAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}
