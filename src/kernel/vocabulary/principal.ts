/**
 * The kinds of principals: a member, a person on the staff, a program with its own token, a
 * member's device.
 */
export const principalKinds = ['member', 'staff', 'program', 'device'] as const;

export type PrincipalKind = (typeof principalKinds)[number];

/** Visitors of the site: a member in a browser, or a member's device. */
export const visitorKinds = ['member', 'device'] as const satisfies readonly PrincipalKind[];

/** Principals that work for the institution. */
export const staffKinds = ['staff', 'program'] as const satisfies readonly PrincipalKind[];

/**
 * The role of a person on the staff or of a program. `operations/permissions.ts` lists each role's
 * permissions.
 */
export const staffRoles = [
  'teller',
  'service',
  'supervisor',
  'compliance',
  'auditor',
  'admin',
] as const;

export type StaffRole = (typeof staffRoles)[number];

/** How a principal proved their identity. */
export type Proof =
  /** By signing in to the site: passkey, or password with a second factor. */
  | 'session'
  /** By access to the machine that runs `tmm`; the name is the one given there. */
  | 'command_line'
  | 'token'
  | 'device_key';
