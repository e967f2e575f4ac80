import type { SiteTexts } from '../../site-texts.ts';
import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { app } from './app.ts';
import { approvals } from './approvals.ts';
import { alerts } from './alerts.ts';
import { businessDays } from './business-days.ts';
import { demonstration } from './demonstration.ts';
import { devices } from './devices.ts';
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
  app,
  alerts,
  businessDays,
  messages,
  approvals,
  devices,
  signIn,
  reader,
  demonstration,
  fieldFaults,
  refusals,
};
