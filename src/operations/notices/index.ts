import type { StaffOperation } from '../operation.ts';
import { discardNotice, draftNotice } from './draft-notice.ts';
import { listNotices, readNotice } from './read-notices.ts';
import { resumeNotice, sendNotice, stopNotice } from './send-notice.ts';

/** Notices to many members. */
export const noticeOperations: readonly StaffOperation[] = [
  listNotices,
  readNotice,
  draftNotice,
  discardNotice,
  sendNotice,
  resumeNotice,
  stopNotice,
];
