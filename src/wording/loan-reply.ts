import type { LoanQuestion } from '../kernel/vocabulary/loan-question.ts';
import type { Amount } from '../money/amount.ts';
import type { ShareLabel } from './reply-facts.ts';

export interface LoanReply {
  readonly reply: 'loan';
  readonly ask: LoanQuestion;
  /** Those that were asked about; empty if the member has none. */
  readonly loans: readonly LoanFacts[];
  /** In the institution's zone. */
  readonly today: Temporal.PlainDate;
  readonly at: Temporal.Instant;
  readonly asOf?: true;
}

/** A loan, with those of its terms that the books have. */
export interface LoanFacts {
  readonly share: ShareLabel;
  readonly owed: Amount;
  /** Thousandths of a percent a year. */
  readonly rate?: number;
  readonly payment?: Amount;
  readonly dueDay?: number;
  readonly dueOn?: Temporal.PlainDate;
  readonly original?: Amount;
  readonly payoff?: Amount;
  readonly payoffOn?: Temporal.PlainDate;
}
