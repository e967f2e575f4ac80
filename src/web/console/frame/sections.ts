import type { StaffPermission } from '../../../operations/permissions.ts';
import { rightOf } from '../../../operations/permissions.ts';
import type { StaffPrincipal } from '../../../operations/principal.ts';

/** A section of the console, as its navigation names it. */
export type Section =
  | 'today'
  | 'inbox'
  | 'tasks'
  | 'disputes'
  | 'approvals'
  | 'members'
  | 'consent'
  | 'search'
  | 'notices'
  | 'settings'
  | 'reports'
  | 'staff'
  | 'programs'
  | 'audit'
  | 'training'
  | 'channels';

export type Group = 'group_work' | 'group_people' | 'group_service';

/** Where a section is, who sees it, and the letter that leads there after `g`. */
export interface SectionPlace {
  readonly section: Section;
  readonly group: Group;
  readonly path: string;
  readonly permission: StaffPermission;
  readonly letter: string;
}

/** All sections, in the order of the navigation. */
export const sections: readonly SectionPlace[] = [
  { section: 'today', group: 'group_work', path: '/', permission: 'read_today', letter: 't' },
  {
    section: 'inbox',
    group: 'group_work',
    path: '/inbox',
    permission: 'read_messages',
    letter: 'i',
  },
  {
    section: 'tasks',
    group: 'group_work',
    path: '/tasks',
    permission: 'read_messages',
    letter: 'k',
  },
  {
    section: 'disputes',
    group: 'group_work',
    path: '/disputes',
    permission: 'read_messages',
    letter: 'd',
  },
  {
    section: 'approvals',
    group: 'group_work',
    path: '/approvals',
    permission: 'read_approvals',
    letter: 'a',
  },
  {
    section: 'members',
    group: 'group_people',
    path: '/members',
    permission: 'read_members',
    letter: 'm',
  },
  {
    section: 'consent',
    group: 'group_people',
    path: '/consent',
    permission: 'read_members',
    letter: 'c',
  },
  {
    section: 'search',
    group: 'group_people',
    path: '/search',
    permission: 'search_messages',
    letter: 's',
  },
  {
    section: 'notices',
    group: 'group_service',
    path: '/notices',
    permission: 'read_notices',
    letter: 'n',
  },
  {
    section: 'settings',
    group: 'group_service',
    path: '/settings',
    permission: 'read_settings',
    letter: 'e',
  },
  {
    section: 'reports',
    group: 'group_service',
    path: '/reports',
    permission: 'read_reports',
    letter: 'r',
  },
  {
    section: 'staff',
    group: 'group_service',
    path: '/staff',
    permission: 'read_staff',
    letter: 'p',
  },
  {
    section: 'programs',
    group: 'group_service',
    path: '/programs',
    permission: 'read_programs',
    letter: 'o',
  },
  {
    section: 'audit',
    group: 'group_service',
    path: '/audit',
    permission: 'read_audit',
    letter: 'u',
  },
  {
    section: 'training',
    group: 'group_service',
    path: '/training',
    permission: 'read_members',
    letter: 'l',
  },
  {
    section: 'channels',
    group: 'group_service',
    path: '/channels',
    permission: 'read_health',
    letter: 'h',
  },
];

/** The sections that a person's roles show. */
export function sectionsFor({ roles }: Pick<StaffPrincipal, 'roles'>): readonly SectionPlace[] {
  return sections.filter(({ permission }) => rightOf(roles, permission) !== undefined);
}
