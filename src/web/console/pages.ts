import type { Hono } from 'hono';
import { createApprovalPages } from './approvals/approval-pages.ts';
import type { ConsoleEnv } from './frame/console-env.ts';
import type { Section } from './frame/sections.ts';
import type { SignInOffers } from './sign-in/sign-in-page.ts';
import { createSignInPages } from './sign-in/sign-in-pages.ts';
import { createStaffPages } from './staff/staff-pages.ts';

/** What strangers may open: signing in, and nothing else. */
export const openPaths: readonly string[] = ['/sign-in', '/invitation', '/static'];

/** The pages of each section. */
const pagesOf: Readonly<Partial<Record<Section, () => Hono<ConsoleEnv>>>> = {
  approvals: createApprovalPages,
  staff: createStaffPages,
};

/** Adds the pages of all sections. */
export function addConsolePages(app: Hono<ConsoleEnv>, offers: SignInOffers): void {
  app.route('/', createSignInPages(offers));
  for (const create of Object.values(pagesOf)) app.route('/', create());
}
