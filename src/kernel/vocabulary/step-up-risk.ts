/**
 * Risks for which an institution can want an approval instead of `OK`. `repeat`: the same transfer was made a moment ago. `overdraft`: it
 * would overdraw the account. `unproven_sender`: the channel can't prove the sender, or gives no time.
 */
export const stepUpRisks = ['repeat', 'overdraft', 'unproven_sender'] as const;

export type StepUpRisk = (typeof stepUpRisks)[number];
