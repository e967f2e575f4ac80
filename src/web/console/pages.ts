import type { Hono } from 'hono';
import { createApprovalPages } from './approvals/approval-pages.ts';
import { createConsentPages } from './consent/consent-pages.ts';
import type { ConsoleEnv } from './frame/console-env.ts';
import type { Section } from './frame/sections.ts';
import { createMemberPages } from './members/member-pages.ts';

/** What strangers may open: signing in, and nothing else. */
export const openPaths: readonly string[] = ['/sign-in', '/invitation', '/static'];

/** The pages of each section. A section without pages is not in the navigation. */
const pagesOf: Readonly<Partial<Record<Section, () => Hono<ConsoleEnv>>>> = {
  approvals: createApprovalPages,
  members: createMemberPages,
  consent: createConsentPages,
};

/** The sections that have pages. */
export const builtSections: ReadonlySet<Section> = new Set(
  // oxlint-disable-next-line no-unsafe-type-assertion -- the record's own keys
  Object.keys(pagesOf) as Section[],
);

/** Adds the pages of all sections. */
export function addConsolePages(
  app: Hono<ConsoleEnv>,
  _given: { readonly demonstration: boolean },
): void {
  for (const create of Object.values(pagesOf)) app.route('/', create());
}
