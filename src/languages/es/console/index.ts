import type { ConsoleTexts } from '../../console-texts.ts';
import { approvals } from './approvals.ts';
import { frame } from './frame.ts';
import { inbox } from './inbox.ts';
import { messageSearch } from './message-search.ts';
import { refusals } from './refusals.ts';

export const consoleTexts: ConsoleTexts = {
  frame,
  approvals,
  inbox,
  messageSearch,
  refusals,
};
