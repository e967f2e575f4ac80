import { Hono } from 'hono';
import { z } from 'zod';
import { perform, tell } from '../../operations/perform.ts';
import { refuse } from '../../operations/refusals.ts';
import { staffOperations } from '../../operations/staff-operations.ts';
import { permissions } from '../../operations/permissions.ts';
import { signedIn } from './frame/act.ts';
import type { ConsoleEnv, SignedInRequest } from './frame/console-env.ts';
import { problem } from './frame/problem.ts';
import { inputOf } from './input-of.ts';
import { describeStaffApi } from './staff-description.ts';

/** The OpenAPI descriptions, each for those who call by it. */
const descriptions = [
  ['/openapi.json', 'staff'],
  ['/programs.json', 'programs'],
] as const;

/**
 * Serves every staff operation as JSON: `POST /api/v1/{operation}` with the input and, for a change,
 * `why`. An act that waits for a second person answers 202 with its reference.
 */
export function createStaffApi(): Hono<ConsoleEnv> {
  const api = new Hono<ConsoleEnv>();
  api.get('/operations', (context) =>
    context.json({
      operations: staffOperations.map(({ id, summary, permission, input, output, refusals }) => ({
        id,
        summary,
        permission,
        changes: permissions[permission].changes,
        refusals,
        input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
        output: z.toJSONSchema(output, { unrepresentable: 'any' }),
      })),
    }),
  );
  for (const [file, reader] of descriptions)
    api.get(file, (context) => {
      const server = `${context.get('request').consoleUrl}/api/v1`;
      return context.json(describeStaffApi(staffOperations, { server, reader }));
    });
  for (const operation of staffOperations) {
    api.post(`/${operation.id}`, async (context) => {
      const read = await inputOf(context.req);
      if (!read) return problem(context, tell(context.get('request'), refuse('json_malformed')));
      const { input, why } = read;
      const request = signedIn(context);
      const given: SignedInRequest = why === undefined ? request : { ...request, why };
      const { done, refused } = await perform(given, operation, input);
      return refused ? problem(context, refused) : context.json(done);
    });
  }
  return api;
}
