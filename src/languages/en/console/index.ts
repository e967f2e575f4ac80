import type { ConsoleTexts } from '../../console-texts.ts';
import { audit } from './audit.ts';
import { channels } from './channels.ts';
import { reports } from './reports.ts';
import { approvals } from './approvals.ts';
import { books } from './books.ts';
import { consent } from './consent.ts';
import { frame } from './frame.ts';
import { disputes } from './disputes.ts';
import { tasks } from './tasks.ts';
import { members } from './members.ts';
import { inbox } from './inbox.ts';
import { messageSearch } from './message-search.ts';
import { notices } from './notices.ts';
import { refusals } from './refusals.ts';
import { signIn } from './sign-in.ts';
import { settings } from './settings.ts';
import { programs } from './programs.ts';
import { staff } from './staff.ts';
import { training } from './training.ts';
import { acts } from './acts.ts';
import { alarms } from './alarms.ts';
import { today } from './today.ts';

export const consoleTexts: ConsoleTexts = {
  frame,
  approvals,
  disputes,
  tasks,
  members,
  books,
  consent,
  inbox,
  messageSearch,
  notices,
  refusals,
  signIn,
  staff,
  programs,
  settings,
  training,
  reports,
  audit,
  channels,
  today,
  alarms,
  acts,
};
