/** The tables of what takes two persons, and was done by the server's own rights: it stands under Approvals. */
export const alone = ['acts', 'staff_approvals'];

/** Uses of `tmm staff`, in this order, each with the tables that it may change besides the record. */
export function staffUses(
  who: readonly string[],
): readonly (readonly [readonly string[], readonly string[]])[] {
  const email = 'dora@bank.example';
  return [
    [['list'], []],
    [
      ['invite', '--name', 'Dora', '--email', email, '--roles', 'admin', ...who],
      [...alone, 'staff_members', 'staff_invitations'],
    ],
    [
      ['code', email, ...who],
      ['acts', 'staff_invitations'],
    ],
    [
      ['roles', email, 'admin,auditor', ...who],
      [...alone, 'staff_members'],
    ],
  ];
}
