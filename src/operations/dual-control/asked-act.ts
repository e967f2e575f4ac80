import type { Shown } from '../../staff/approvals/approval.ts';
import type { AskedAct } from '../../staff/approvals/store.ts';
import type { StaffOperation } from '../operation.ts';
import type { StaffContext } from '../request-context.ts';

/** Puts an act together as it is stored. */
export function askedAct(
  { institution, principal, why }: StaffContext,
  act: { readonly operation: StaffOperation; readonly input: unknown; readonly shown: Shown },
): AskedAct {
  const input: unknown = JSON.parse(JSON.stringify(act.input));
  return {
    institutionId: institution.id,
    zone: institution.zone,
    operation: act.operation.id,
    permission: act.operation.permission,
    input,
    shown: act.shown,
    dueAt: act.shown.dueAt,
    by: {
      name: principal.name,
      identity: principal.kind === 'staff' ? principal.identity : undefined,
    },
    why: why ?? '',
  };
}
