import type { StaffOperation } from '../operation.ts';
import { readToday } from './read-today.ts';

/** The figures of the day. */
export const todayOperations: readonly StaffOperation[] = [readToday];
