import type { Hono } from 'hono';
import { createApprovalPages } from './approvals/approval-pages.ts';
import { createChannelPages } from './channels/channel-pages.ts';
import { createDisputePages } from './disputes/dispute-pages.ts';
import { createTaskPages } from './tasks/task-pages.ts';
import { createConsentPages } from './consent/consent-pages.ts';
import type { ConsoleEnv } from './frame/console-env.ts';
import { createInboxPages } from './inbox/inbox-pages.ts';
import { createNoticePages } from './notices/notice-pages.ts';
import { createTrainingPages } from './training/training-pages.ts';
import { createSearchPages } from './search/search-pages.ts';
import { createSettingsPages } from './settings/settings-pages.ts';
import type { Section } from './frame/sections.ts';
import { createMemberPages } from './members/member-pages.ts';
import type { SignInOffers } from './sign-in/sign-in-page.ts';
import { createSignInPages } from './sign-in/sign-in-pages.ts';
import { createAuditPages } from './audit/audit-pages.ts';
import { createProgramPages } from './programs/program-pages.ts';
import { createReportPages } from './reports/report-pages.ts';
import { createStaffPages } from './staff/staff-pages.ts';
import { createTodayPages } from './today/today-pages.ts';

/** What strangers may open: signing in, and nothing else. */
export const openPaths: readonly string[] = ['/sign-in', '/invitation', '/static'];

/** The pages of each section. */
const pagesOf: Readonly<Partial<Record<Section, () => Hono<ConsoleEnv>>>> = {
  inbox: createInboxPages,
  approvals: createApprovalPages,
  disputes: createDisputePages,
  tasks: createTaskPages,
  members: createMemberPages,
  consent: createConsentPages,
  search: createSearchPages,
  settings: createSettingsPages,
  notices: createNoticePages,
  training: createTrainingPages,
  staff: createStaffPages,
  programs: createProgramPages,
  reports: createReportPages,
  audit: createAuditPages,
  channels: createChannelPages,
  today: createTodayPages,
};

/** Adds the pages of all sections. */
export function addConsolePages(app: Hono<ConsoleEnv>, offers: SignInOffers): void {
  app.route('/', createSignInPages(offers));
  for (const create of Object.values(pagesOf)) app.route('/', create());
}
