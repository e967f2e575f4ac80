import { askAboutTransaction, disputeTransaction } from './ask-about.ts';
import { downloadLetter, listLetters, readLetter } from './letters.ts';
import { listChecks } from './list-checks.ts';
import { listDisputes } from './list-disputes.ts';
import { listHistory } from './list-history.ts';
import { listHolds } from './list-holds.ts';
import { listShares } from './list-shares.ts';
import { makeTransfer } from './make-transfer.ts';
import { changeSuffix, renameShare, setDefaultShare, setTransferSource } from './names.ts';
import { readBalances } from './read-balances.ts';
import { readShare } from './read-share.ts';
import { readTransaction } from './read-transaction.ts';
import { reviewTransfer } from './review-transfer.ts';
import { searchEntries } from './search-entries.ts';
import {
  downloadStatement,
  downloadStatementYear,
  listStatementMonths,
  readStatement,
} from './statements.ts';
import { withdrawDispute } from './withdraw-dispute.ts';

/** All operations on the member's own shares. */
export const accountsOperations = [
  listShares,
  readShare,
  listHistory,
  readTransaction,
  askAboutTransaction,
  disputeTransaction,
  listDisputes,
  withdrawDispute,
  listLetters,
  readLetter,
  downloadLetter,
  searchEntries,
  listHolds,
  listChecks,
  readBalances,
  listStatementMonths,
  readStatement,
  downloadStatement,
  downloadStatementYear,
  reviewTransfer,
  makeTransfer,
  renameShare,
  changeSuffix,
  setDefaultShare,
  setTransferSource,
];
