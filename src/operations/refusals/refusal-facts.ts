/** The facts of a refusal. Its sentence, for each language, is in `languages/<code>/site/refusals`. */
export interface RefusalFacts {
  readonly status:
    | 202
    | 400
    | 401
    | 403
    | 404
    | 405
    | 409
    | 410
    | 413
    | 415
    | 422
    | 429
    | 500
    | 503;
  /** May be part of an attack: the security log and its metric count it. */
  readonly watched?: true;
}
