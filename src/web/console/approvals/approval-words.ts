import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { staffOperations } from '../../../operations/staff-operations.ts';
import type { StaffApprovalState } from '../../../kernel/vocabulary/staff-approval.ts';
import type { Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip, type Tone } from '../ui/chip.ts';

/** Tells whether the answer of an act is for the asker alone, who carries it out themselves. */
export function isForAsker(operation: string): boolean {
  return staffOperations.find(({ id }) => id === operation)?.forAsker === true;
}

const tones: Readonly<Record<StaffApprovalState, Tone>> = {
  waiting: 'accent',
  approved: 'good',
  declined: 'plain',
  withdrawn: 'plain',
  lapsed: 'mind',
  refused: 'mind',
  alone: 'bad',
};

/** The state of an act. */
export function stateChip({ language }: SignedInRequest, state: StaffApprovalState): Html {
  return chip(sayOf(packs[language].console.approvals)(`state_${state}`), tones[state]);
}
