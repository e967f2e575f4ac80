import type { StaffOperation } from '../operation.ts';
import { downloadPeriod, exportPeriod, listPeriodExports } from './export-period.ts';
import { findTransfers } from './find-transfers.ts';
import { proveTransfer, readTransfer } from './read-transfer.ts';

/** What an examiner sees: transfers with their line and proof, and periods as files. */
export const examinerOperations: readonly StaffOperation[] = [
  findTransfers,
  readTransfer,
  proveTransfer,
  exportPeriod,
  listPeriodExports,
  downloadPeriod,
];
