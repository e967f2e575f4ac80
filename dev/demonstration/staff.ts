import type { Database } from '../../src/database/database.ts';
import type { World } from '../../src/kernel/world.ts';
import { present } from '../../src/kernel/assert.ts';
import type { StaffRole } from '../../src/kernel/vocabulary/principal.ts';
import type { Institution } from '../../src/members/institution.ts';
import { addStaff } from '../../src/staff-access/change-staff.ts';
import { useInvitation } from '../../src/staff-access/staff-invitations.ts';
import { listStaffMembers } from '../../src/staff-access/staff-members.ts';

/** The people of the demonstration's staff, one for each role. They sign in by one click. */
const demoStaff: readonly { readonly name: string; readonly role: StaffRole }[] = [
  { name: 'Ann', role: 'service' },
  { name: 'Ben', role: 'supervisor' },
  { name: 'Cleo', role: 'compliance' },
  { name: 'Dora', role: 'admin' },
  { name: 'Eli', role: 'auditor' },
  { name: 'Tess', role: 'teller' },
];

/** Makes the people of the demonstration's staff who are not there yet. Somebody who was ended stays ended. */
export async function ensureDemoStaff(
  db: Database,
  { world, institution }: { readonly world: World; readonly institution: Institution },
): Promise<void> {
  const institutionId = institution.id;
  await db.transaction(async (tx) => {
    const known = await listStaffMembers(tx, institutionId, world.clock.now());
    for (const { name, role } of demoStaff) {
      const email = `${name.toLowerCase()}@vantage.example`;
      if (known.some((one) => one.email === email)) continue;
      const person = { name, email, roles: [role], language: 'en' } as const;
      const added = await addStaff(tx, world, institutionId, person);
      const staffId = present(added, 'nobody else has the address');
      await useInvitation(tx, { world }, { institutionId, staffId });
    }
  });
}
