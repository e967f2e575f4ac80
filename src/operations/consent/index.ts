import type { StaffOperation } from '../operation.ts';
import { exportConsents } from './export-consents.ts';
import { readConsents } from './read-consents.ts';

/** What staff see of consents. */
export const consentOperations: readonly StaffOperation[] = [readConsents, exportConsents];
