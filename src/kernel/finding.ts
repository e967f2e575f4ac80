/** What a check found. */
export interface Finding {
  /** The check’s name, such as `site`. */
  readonly check: string;
  /** `problem`: members are or will be affected. `warning`: it works, but something is missing. */
  readonly level: 'ok' | 'warning' | 'problem';
  /** One sentence, without a secret. */
  readonly what: string;
  /** Why it matters. */
  readonly why?: string;
  /** What to do. */
  readonly act?: string;
}

type Said = Pick<Finding, 'what'> & Required<Pick<Finding, 'why' | 'act'>>;

/** Makes findings under one name. */
export function findingsOf(check: string): {
  readonly ok: (what: string) => Finding;
  readonly warning: (said: Said) => Finding;
  readonly problem: (said: Said) => Finding;
} {
  return {
    ok: (what) => ({ check, level: 'ok', what }),
    warning: (said) => ({ check, level: 'warning', ...said }),
    problem: (said) => ({ check, level: 'problem', ...said }),
  };
}
