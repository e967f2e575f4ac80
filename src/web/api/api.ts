import { Hono, type Context } from 'hono';
import type { Operation } from '../../operations/operation.ts';
import { perform } from '../../operations/perform.ts';
import type { PortalEnv } from '../frame/visit.ts';
import { isRefused, refuse, type Refused } from '../../operations/refusals.ts';
import { describeApi } from './description.ts';
import { problem, toldProblem } from './problem.ts';

/**
 * Serves the operations as JSON over HTTP, for mounting at `/api/v1`, with the same checks and
 * refusals as the pages. The session cookie identifies the caller. The mounting code must make sure
 * that requests come from this site.
 */
export function createApi({
  operations,
}: {
  readonly operations: readonly Operation[];
}): Hono<PortalEnv> {
  const api = new Hono<PortalEnv>();
  api.get('/openapi.json', (context) =>
    context.json(describeApi(operations, { server: `${context.get('request').publicUrl}/api/v1` })),
  );
  for (const operation of operations) {
    api.on(operation.method, routePath(operation.path), async (context) =>
      answer(context, operation),
    );
  }
  for (const [path, methods] of methodsByPath(operations)) {
    api.all(path, (context) => {
      const response = problem(context, refuse('method_unknown'));
      response.headers.set('allow', methods.join(', '));
      return response;
    });
  }
  api.all('*', (context) => problem(context, refuse('not_found')));
  return api;
}

/** Converts `/shares/{suffix}` to Hono's notation: `/shares/:suffix`. */
function routePath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}

function methodsByPath(operations: readonly Operation[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { path, method } of operations) {
    const route = routePath(path);
    methods.set(route, [...(methods.get(route) ?? []), method]);
  }
  return methods;
}

async function answer(context: Context<PortalEnv>, operation: Operation): Promise<Response> {
  const body = operation.method === 'GET' ? { fields: {} } : await bodyOf(context);
  if (isRefused(body)) return problem(context, body);
  const given = { ...context.req.query(), ...body.fields, ...context.req.param() };
  const { done, refused } = await perform(context.get('request'), operation, given);
  if (refused) return toldProblem(context, refused);
  const file = operation.file?.(done);
  if (!file) {
    return context.body(JSON.stringify(done), 200, { 'content-type': 'application/json' });
  }
  return context.body(file.content, 200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${file.name}"`,
  });
}

/** Reads the body's fields. An empty body has none. Refuses any JSON that is not an object. */
async function bodyOf(context: Context<PortalEnv>): Promise<{ readonly fields: object } | Refused> {
  const text = await context.req.text();
  if (text === '') return { fields: {} };
  const type = context.req.header('content-type') ?? '';
  // A plain form on another site can't send this type.
  if (!/^application\/json\s*(?:;|$)/i.test(type)) return refuse('not_json');
  try {
    const fields: unknown = JSON.parse(text);
    if (typeof fields === 'object' && fields !== null && !Array.isArray(fields)) return { fields };
  } catch {
    // The caller reports this below.
  }
  return refuse('json_malformed');
}
