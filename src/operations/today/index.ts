import type { StaffOperation } from '../operation.ts';
import { readChannels } from './read-channels.ts';
import { readToday } from './read-today.ts';

/** The figures of the day. */
export const todayOperations: readonly StaffOperation[] = [readToday, readChannels];
