/** How a language says rules and alerts. Amounts, days and account names come formatted. */
export interface AlertSayings {
  /** Monday to Sunday. */
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** All accounts, after a preposition of the language's own. */
  readonly rules: {
    readonly low: (share: string, amount: string) => string;
    readonly deposit: (share: string | undefined, amount: string) => string;
    readonly withdrawal: (share: string | undefined, amount: string) => string;
    readonly pay: (share: string | undefined) => string;
    readonly check: (share: string | undefined) => string;
    readonly hold: (share: string | undefined) => string;
    readonly due: (share: string | undefined, days: number) => string;
    readonly weekly: (weekday: string) => string;
  };
  readonly news: {
    readonly low: (share: string, available: string) => string;
    /** What it was for comes cleaned, and may be empty. */
    readonly deposit: (share: string, amount: string, what: string) => string;
    readonly withdrawal: (share: string, amount: string, what: string) => string;
    readonly pay: (share: string, amount: string, what: string) => string;
    readonly hold: (share: string, amount: string, what: string) => string;
    readonly check: (share: string, amount: string, number: string | undefined) => string;
    readonly due: (share: string, amount: string | undefined, day: string) => string;
    readonly weekly: (shares: string) => string;
  };
  /** `in $812.40, out $402.11`. */
  readonly week: (cameIn: string, wentOut: string) => string;
}
