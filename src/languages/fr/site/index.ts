import type { SiteTexts } from '../../site-texts.ts';
import { accounts } from './accounts.ts';
import { agreements } from './agreements.ts';
import { businessDays } from './business-days.ts';
import { demonstration } from './demonstration.ts';
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
  businessDays,
  messages: spaced(messages),
  signIn: spaced(signIn),
  reader: spaced(reader),
  demonstration: spaced(demonstration),
  fieldFaults: spaced(fieldFaults),
  refusals: spaced(refusals),
};
