import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isForPrograms } from '../../operations/programs/scopes.ts';
import { staffOperations } from '../../operations/staff-operations.ts';
import { describeStaffApi } from './staff-description.ts';

const server = 'https://staff.bank.example/api/v1';
const read = (reader: 'staff' | 'programs') =>
  z
    .object({
      security: z.array(z.record(z.string(), z.array(z.string()))),
      paths: z.record(
        z.string(),
        z.object({
          post: z.object({
            operationId: z.string(),
            requestBody: z.unknown(),
            responses: z.record(z.string(), z.object({ description: z.string() })),
          }),
        }),
      ),
    })
    .parse(describeStaffApi(staffOperations, { server, reader }));

describe('the descriptions of the console’s API', () => {
  it.each(['staff', 'programs'] as const)('for %s are valid OpenAPI', async (reader) => {
    const described = describeStaffApi(staffOperations, { server, reader });
    const result = await new Validator().validate({ ...described });
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  it('offer staff everything and programs what they may read', () => {
    const ids = (reader: 'staff' | 'programs') =>
      Object.values(read(reader).paths).map(({ post }) => post.operationId);
    expect(ids('staff')).toEqual(staffOperations.map(({ id }) => id));
    expect(ids('programs')).toEqual(staffOperations.filter(isForPrograms).map(({ id }) => id));
    expect(read('staff').security).toEqual([{ session: [] }]);
    expect(read('programs').security).toEqual([{ token: [] }]);
  });

  it('say what a change takes', () => {
    const { post } = read('staff').paths['/createProgram'] ?? {};
    expect(JSON.stringify(post?.requestBody)).toContain('"why"');
    expect(post?.responses['202']?.description).toContain('waits_for_approval');
    expect(post?.responses['422']?.description).toContain('scope_unknown');
    const look = read('programs').paths['/listTasks'];
    expect(JSON.stringify(look?.post.requestBody)).not.toContain('"why"');
    expect(look?.post.responses['401']?.description).toContain('token_refused');
  });
});
