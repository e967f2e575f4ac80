import type { ConsoleTexts } from '../../console-texts.ts';
import { approvals } from './approvals.ts';
import { frame } from './frame.ts';
import { refusals } from './refusals.ts';
import { signIn } from './sign-in.ts';
import { staff } from './staff.ts';

export const consoleTexts: ConsoleTexts = {
  frame,
  approvals,
  refusals,
  signIn,
  staff,
};
