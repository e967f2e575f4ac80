import type { ConsoleTexts } from '../../console-texts.ts';
import { approvals } from './approvals.ts';
import { frame } from './frame.ts';
import { refusals } from './refusals.ts';

export const consoleTexts: ConsoleTexts = {
  frame,
  approvals,
  refusals,
};
