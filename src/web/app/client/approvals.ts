import { computed } from '@preact/signals';
import { call, type Output } from './api.ts';
import { resource } from './resource.ts';

export type Approval = Output<'listApprovals'>['approvals'][number];

/** The transfers that wait for the member’s passkey, and those that ended within a day. */
export const approvals = resource(async () => (await call('listApprovals', {})).approvals);

/** Those that wait. */
export const waitingApprovals = computed(() =>
  (approvals.value.value ?? []).filter(({ state }) => state === 'waiting'),
);
