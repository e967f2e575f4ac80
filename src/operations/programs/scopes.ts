import type { StaffOperation } from '../operation.ts';
import type { StaffPermission } from '../permissions.ts';

/** Permissions that programs may get: they read, and take one person. */
export const programPermissions = [
  'read_members',
  'read_messages',
  'read_settings',
  'read_reports',
  'read_staff',
  'read_audit',
  'read_notices',
  'read_health',
] as const satisfies readonly StaffPermission[];

/** Operations with such a permission that belong to a person: their own searches, and what they watch. */
const ofPersons: ReadonlySet<string> = new Set([
  'conversationNews',
  'downloadSearch',
  'listSearches',
  'readSearch',
  'watchConversation',
]);

/** Operations that read have such names. Others write, though their permission is to read. */
const reading = /^(?:explain|find|list|read|try)[A-Z]/;

type Offered = Pick<StaffOperation, 'id' | 'permission'>;

/** Tells whether programs may run this operation at all. */
export function isForPrograms({ id, permission }: Offered): boolean {
  const some: readonly StaffPermission[] = programPermissions;
  return some.includes(permission) && reading.test(id) && !ofPersons.has(id);
}

/** Tells whether a program's scopes name this operation, or its permission. */
export function isInScope(scopes: readonly string[], operation: Offered): boolean {
  return (
    isForPrograms(operation) &&
    (scopes.includes(operation.id) || scopes.includes(operation.permission))
  );
}

/** Lists the scopes that a program can get. */
export function scopesOf(operations: readonly Offered[]): readonly string[] {
  return [...programPermissions, ...operations.filter(isForPrograms).map(({ id }) => id)];
}
