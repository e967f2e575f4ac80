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
import { spaced } from './spaced.ts';
import { signIn } from './sign-in.ts';

export const site: SiteTexts = {
  frame: spaced(frame),
  accounts: spaced(accounts),
  // Members agreed to these, letter by letter.
  agreements,
  app: spaced(app),
  alerts: spaced(alerts),
  businessDays,
  messages: spaced(messages),
  approvals: spaced(approvals),
  devices: spaced(devices),
  signIn: spaced(signIn),
  reader: spaced(reader),
  demonstration: spaced(demonstration),
  fieldFaults: spaced(fieldFaults),
  refusals: spaced(refusals),
};
