import { staffRoles, type StaffRole } from '../kernel/vocabulary/principal.ts';

/** A permission of staff, as in the table of roles. */
interface Rule {
  /** They act alone. */
  readonly does: readonly StaffRole[];
  /** They ask, and a second person approves. */
  readonly asks: readonly StaffRole[];
  /** They approve what somebody else asked for. They may ask too. */
  readonly approves: readonly StaffRole[];
  /** It changes something, so it needs a reason, and the audit log records it. */
  readonly changes: boolean;
  /**
   * It needs a proof of identity from the last minutes, of who acts alone or approves. A staff token
   * is no such proof, so its holder asks, and acts and approves in the console.
   */
  readonly fresh: boolean;
}

const roles = (...some: StaffRole[]): readonly StaffRole[] => some;
const alone = { asks: [], approves: [], fresh: false } as const;
const reads = (...does: StaffRole[]): Rule => ({ ...alone, does, changes: false });
/** A look that needs a reason, such as an unmasked phone number. */
const changes = (...does: StaffRole[]): Rule => ({ ...alone, does, changes: true });

/** A change that takes two persons, each with proof of identity. */
const takesTwo = (by: {
  readonly does?: readonly StaffRole[];
  readonly asks: readonly StaffRole[];
  readonly approves: readonly StaffRole[];
}): Rule => ({ does: [], ...by, changes: true, fresh: true });

/** An act of one person that opens something, with proof of identity. */
const opens = (...does: StaffRole[]): Rule => ({ ...alone, does, changes: true, fresh: true });

const askedAtTheCounter = { asks: roles('service'), approves: roles('supervisor') };

/** The table of roles: who may do what. Each staff operation names its line. */
export const permissions = {
  read_members: reads('teller', 'service', 'supervisor', 'compliance', 'auditor'),
  /** The texts of messages, and the work that stands on them: tasks, cases, conversations. */
  read_messages: reads('service', 'supervisor', 'compliance', 'auditor'),
  read_settings: reads('supervisor', 'compliance', 'admin', 'auditor'),
  read_reports: reads('supervisor', 'compliance', 'auditor'),
  read_staff: reads('supervisor', 'admin', 'auditor'),
  /** Programs and webhooks: scopes, deliveries, no secret. */
  read_programs: reads('compliance', 'auditor', 'admin'),
  read_audit: reads('supervisor', 'compliance', 'auditor'),
  read_approvals: reads('service', 'supervisor', 'compliance', 'auditor', 'admin'),
  /** Notices to many: their progress and figures. */
  read_notices: reads('service', 'supervisor', 'compliance', 'auditor', 'admin'),
  /** The first page: each part of it only for who may see what it counts. */
  read_today: reads(...staffRoles),
  /** A figure that isn't private: the state of the service. */
  read_health: reads('service', 'supervisor', 'compliance', 'auditor', 'admin'),

  /** Talk with members in the inbox: the text is its own reason, and the record keeps it. */
  converse: reads('service', 'supervisor'),

  /** Private notes and saved replies. */
  write_notes: reads('service', 'supervisor', 'compliance'),

  lock_member: changes('teller', 'service', 'supervisor', 'compliance'),
  change_member: changes('teller', 'service', 'supervisor'),
  unmask: changes('service', 'supervisor', 'compliance'),
  do_work: changes('service', 'supervisor'),
  open_case: changes('service', 'supervisor', 'compliance'),
  /** Drafts of settings change nothing that is live, and keep who made them. */
  draft_settings: reads('supervisor', 'compliance', 'admin'),
  /** Write and count the draft of a notice to many. Nobody gets it before a second person says yes. */
  draft_notices: reads('supervisor', 'compliance'),
  stop_notice: changes('service', 'supervisor', 'compliance', 'admin'),
  manage_channels: changes('admin'),

  open_access: takesTwo(askedAtTheCounter),
  raise_limit: takesTwo(askedAtTheCounter),
  change_books: takesTwo(askedAtTheCounter),
  end_order: takesTwo(askedAtTheCounter),
  decide_case: takesTwo({ asks: roles('service', 'supervisor'), approves: roles('compliance') }),
  change_settings: takesTwo({ asks: roles('supervisor', 'admin'), approves: roles('compliance') }),
  send_notices: takesTwo({ asks: roles('supervisor'), approves: roles('compliance') }),
  /** Exports and the search over all messages. */
  search_messages: takesTwo({
    does: roles('compliance', 'auditor'),
    asks: roles('supervisor'),
    approves: roles('compliance'),
  }),
  manage_staff: takesTwo({ asks: roles('admin'), approves: roles('supervisor') }),
  manage_tokens: takesTwo({ asks: roles('admin'), approves: roles('compliance') }),
  /** An invited person needs a link and a code, from two persons: nobody signs in as somebody they made up. */
  hand_out_links: opens('admin'),
  hand_out_codes: opens('supervisor'),
  /** Ends sessions and tokens. It only closes, so one person does it at once. */
  close_staff_access: changes('supervisor', 'admin'),
  /** Makes the token or secret of what two persons agreed on. */
  make_program_secrets: opens('admin'),
  /** Sends a webhook's events again. */
  replay_events: changes('admin'),
  /** Ends programs and webhooks. It only closes. */
  end_programs: changes('compliance', 'admin'),
  /** A person’s own identity, passkeys, sessions and tokens. */
  own_access: reads(...staffRoles),
  own_access_opened: { ...alone, does: staffRoles, changes: false, fresh: true },
} as const satisfies Record<string, Rule>;

export type StaffPermission = keyof typeof permissions;

/** How a person may use a permission. */
export type Right = 'does' | 'asks';

/** Tells how roles may use a permission; `undefined` if not at all. */
export function rightOf(
  roles: readonly StaffRole[],
  permission: StaffPermission,
): Right | undefined {
  const { does, asks, approves }: Rule = permissions[permission];
  const has = (some: readonly StaffRole[]) => some.some((role) => roles.includes(role));
  if (has(does)) return 'does';
  return has(asks) || has(approves) ? 'asks' : undefined;
}

/** Tells whether roles may approve what somebody else asked for. */
export function mayApprove(roles: readonly StaffRole[], permission: StaffPermission): boolean {
  const { approves }: Rule = permissions[permission];
  return approves.some((role) => roles.includes(role));
}

/** Tells whether a permission takes a second person for those who only ask. */
export function isDual(permission: StaffPermission): boolean {
  const { approves }: Rule = permissions[permission];
  return approves.length > 0;
}

/** Lists the roles that may use a permission, alone or by asking. */
export function rolesWith(permission: StaffPermission): readonly StaffRole[] {
  const { does, asks, approves }: Rule = permissions[permission];
  return [...new Set([...does, ...asks, ...approves])];
}
