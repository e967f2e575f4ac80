import type { StaffOperation } from '../operation.ts';
import { exportActs, listActs } from './list-acts.ts';
import { exportLooks, listLooks } from './list-looks.ts';
import { askRecordCheck, readRecordChecks } from './record-checks.ts';

/** The audit log, looks at members, and checks of the record. */
export const auditOperations: readonly StaffOperation[] = [
  listActs,
  exportActs,
  listLooks,
  exportLooks,
  readRecordChecks,
  askRecordCheck,
];
