import type { ListQuestion } from '../../kernel/vocabulary/intent.ts';
import type { Asked } from '../../reading/reading.ts';

/** A question about the entries of accounts. */
export interface ListReading extends Asked {
  readonly intent: ListQuestion;
  readonly count?: number;
}
