import { z } from 'zod';
import { listStaffMembers } from '../../staff-access/staff-members.ts';
import { operation } from '../operation.ts';
import { staffOutput, staffSchema } from './staff-fields.ts';

/** Lists the people of the staff: those who act, those invited, and those who ended. */
export const listStaff = operation({
  id: 'listStaff',
  summary: 'Lists the people of the staff with their roles',
  access: 'staff',
  permission: 'read_staff',
  input: z.strictObject({}),
  output: z.object({ staff: z.array(staffSchema) }),
  refusals: [],
  run: async ({ db, institution, world }) => {
    const staff = await listStaffMembers(db, institution.id, world.clock.now());
    return { staff: staff.map(staffOutput) };
  },
});
