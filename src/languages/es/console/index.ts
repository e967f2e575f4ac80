import type { ConsoleTexts } from '../../console-texts.ts';
import { approvals } from './approvals.ts';
import { books } from './books.ts';
import { consent } from './consent.ts';
import { frame } from './frame.ts';
import { members } from './members.ts';
import { refusals } from './refusals.ts';

export const consoleTexts: ConsoleTexts = {
  frame,
  approvals,
  members,
  books,
  consent,
  refusals,
};
