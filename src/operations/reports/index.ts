import type { StaffOperation } from '../operation.ts';
import { makeBoardReport } from './make-board-report.ts';
import { exportReport } from './export-report.ts';
import { readReport } from './read-report.ts';

/** Figures of the service by day, and the board’s monthly report. */
export const reportOperations: readonly StaffOperation[] = [
  readReport,
  exportReport,
  makeBoardReport,
];
