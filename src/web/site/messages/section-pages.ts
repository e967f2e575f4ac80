import type { TextName } from './say.ts';

/** A page in the section's list. */
interface SectionPage {
  readonly path: string;
  readonly name: TextName;
  /** The place on the page that the list leads to. */
  readonly at?: string;
  /** Stops something at once, so the list shows it in red. */
  readonly danger?: true;
}

/** Pages that belong together, under one heading. */
interface SectionGroup {
  readonly name: TextName;
  readonly pages: readonly SectionPage[];
}

/**
 * The pages of the message section, as its list shows them: the lock comes first. A page that is
 * added here appears in the list on every page of the section.
 */
export const sectionGroups: readonly SectionGroup[] = [
  {
    name: 'group_safety',
    pages: [
      { path: '/messages/lock', name: 'nav_lock', danger: true },
      { path: '/messages/check', name: 'nav_check' },
      { path: '/messages/disputes', name: 'nav_disputes' },
      { path: '/messages/letters', name: 'nav_letters' },
      { path: '/messages/approvals', name: 'nav_approvals' },
    ],
  },
  {
    name: 'group_channels',
    pages: [
      { path: '/messages', name: 'nav_home', at: 'channels' },
      { path: '/messages/devices', name: 'nav_devices' },
      { path: '/messages/alerts', name: 'nav_alerts' },
      { path: '/messages/limits', name: 'nav_limits' },
      { path: '/messages/time-zone', name: 'nav_time_zone' },
    ],
  },
  {
    name: 'group_conversation',
    pages: [
      { path: '/messages/log', name: 'nav_log', at: 'newest' },
      { path: '/messages/commands', name: 'nav_commands' },
      { path: '/messages/try', name: 'nav_try' },
    ],
  },
];
