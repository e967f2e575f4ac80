import type { StaffOperation } from '../operation.ts';
import { giveProvisionalCredit } from './credit.ts';
import { decideDispute } from './decide.ts';
import { downloadDisputeLetter } from './download-letter.ts';
import { acknowledgeDispute, readDisputeWork } from './letters.ts';
import { takeCreditBack } from './take-credit-back.ts';

/** What staff do with disputes that moves money or decides. */
export const disputeOperations: readonly StaffOperation[] = [
  readDisputeWork,
  acknowledgeDispute,
  giveProvisionalCredit,
  decideDispute,
  takeCreditBack,
  downloadDisputeLetter,
];
