import type { SiteTexts } from '../../site-texts.ts';
import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { alerts } from './alerts.ts';
import { businessDays } from './business-days.ts';
import { demonstration } from './demonstration.ts';
import { fieldFaults } from './field-faults.ts';
import { frame } from './frame.ts';
import { messages } from './messages.ts';
import { reader } from './reader.ts';
import { refusals } from './refusals/index.ts';
import { signIn } from './sign-in.ts';

export const site: SiteTexts = {
  frame,
  accounts,
  agreements,
  alerts,
  businessDays,
  messages,
  signIn,
  reader,
  demonstration,
  fieldFaults,
  refusals,
};
