import type { StaffRole } from '../kernel/vocabulary/principal.ts';

/** A permission of staff, as in the table of roles. */
interface Rule {
  readonly roles: readonly StaffRole[];
  /** It changes something, so it needs a reason, and the audit log records it. */
  readonly changes: boolean;
  /** It needs a proof of identity from the last minutes. */
  readonly fresh: boolean;
}

const reads = (...roles: StaffRole[]): Rule => ({ roles, changes: false, fresh: false });
const changes = (...roles: StaffRole[]): Rule => ({ roles, changes: true, fresh: false });
/** A change that gives somebody access or lets money move. */
const opens = (...roles: StaffRole[]): Rule => ({ roles, changes: true, fresh: true });

/** The table of roles: who may do what. Each staff operation names its line. */
export const permissions = {
  read_members: reads('teller', 'supervisor', 'auditor'),
  read_codes: reads('teller', 'supervisor', 'auditor'),
  read_work: reads('teller', 'supervisor', 'auditor'),
  read_settings: reads('supervisor', 'admin', 'auditor'),
  lock_member: changes('teller', 'supervisor'),
  change_member: changes('teller', 'supervisor'),
  restrict_address: changes('teller', 'supervisor'),
  do_work: changes('teller', 'supervisor'),
  open_case: changes('teller', 'supervisor'),
  close_case: changes('supervisor'),
  end_order: opens('supervisor'),
  close_access: changes('teller', 'supervisor'),
  unlock_member: opens('supervisor'),
  open_access: opens('supervisor'),
  bind_address: opens('supervisor'),
  allow_money: opens('supervisor'),
  change_code: opens('supervisor'),
  change_settings: opens('admin'),
} as const satisfies Record<string, Rule>;

export type StaffPermission = keyof typeof permissions;
