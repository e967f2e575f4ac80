/** A refusal's HTTP status and its text, which says what is wrong and what to do. */
export interface RefusalTexts {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  /** May be part of an attack: the security log and its metric count it. */
  readonly watched?: true;
  readonly en: string;
  readonly fr: string;
  readonly es: string;
}
