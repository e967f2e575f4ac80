import type { ConsoleTexts } from '../../console-texts.ts';
import { approvals } from './approvals.ts';
import { frame } from './frame.ts';
import { disputes } from './disputes.ts';
import { tasks } from './tasks.ts';
import { refusals } from './refusals.ts';

export const consoleTexts: ConsoleTexts = {
  frame,
  approvals,
  disputes,
  tasks,
  refusals,
};
