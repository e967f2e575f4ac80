/** Who may act: a member, a person on the staff, a program with a token of its own, a member's device. */
export const principalKinds = ['member', 'staff', 'program', 'device'] as const;

export type PrincipalKind = (typeof principalKinds)[number];

/** Those who use the site: a member, by a browser or by a device of theirs. */
export const visitorKinds = ['member', 'device'] as const satisfies readonly PrincipalKind[];

/** Those who work for the institution. */
export const staffKinds = ['staff', 'program'] as const satisfies readonly PrincipalKind[];

/** What a person on the staff, or a program, was admitted as. What each role may do: `operations/permissions.ts`. */
export const staffRoles = ['teller', 'supervisor', 'admin', 'auditor'] as const;

export type StaffRole = (typeof staffRoles)[number];

/** How a principal proved who they are. */
export type Proof =
  /** By signing in to the site: passkey, or password with a second factor. */
  | 'session'
  /** By being let onto the machine that runs `tmm`; the name is the one given there. */
  | 'command_line'
  | 'token'
  | 'device_key';
