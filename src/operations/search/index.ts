import type { StaffOperation } from '../operation.ts';
import {
  downloadSearch,
  exportSearch,
  listSearches,
  readSearch,
  searchMessages,
} from './search-messages.ts';

/** The search over all messages. */
export const searchOperations: readonly StaffOperation[] = [
  searchMessages,
  readSearch,
  listSearches,
  exportSearch,
  downloadSearch,
];
