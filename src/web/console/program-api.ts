import { Hono } from 'hono';
import type { Context, Next } from 'hono';
import { networkOf } from '../../kernel/network.ts';
import { recordInAuditLog } from '../../operations/audit-log.ts';
import type { StaffOperation } from '../../operations/operation.ts';
import { noteRefused, perform, tell } from '../../operations/perform.ts';
import type { ProgramPrincipal } from '../../operations/principal.ts';
import { refuse, type Refused } from '../../operations/refusals.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { staffOperations } from '../../operations/staff-operations.ts';
import { programByToken } from '../../programs/program-token.ts';
import { takeProgramCall } from '../../programs/rate.ts';
import type { Pace } from '../frame/pace.ts';
import type { ConsoleEnv } from './frame/console-env.ts';
import { problem } from './frame/problem.ts';
import { inputOf } from './input-of.ts';
import { describeStaffApi } from './staff-description.ts';

interface ProgramEnv {
  readonly Variables: ConsoleEnv['Variables'] & { readonly program: ProgramPrincipal };
}

/**
 * Serves `POST /api/v1/{operation}` to programs, which send `Authorization: Bearer` and no cookie.
 * Requests without that header go on to the API of people. Each call is limited over all processes,
 * checked against the program's scopes and written to the audit log before its answer leaves.
 * @param pace limits guesses of tokens by network
 */
export function createProgramApi(pace: Pace): Hono<ProgramEnv> {
  const api = new Hono<ProgramEnv>();
  api.use(async (context, next) => byToken(context, next, pace));
  api.get('/programs.json', async (context, next) => {
    if (!hasToken(context)) return next();
    const server = `${context.get('request').consoleUrl}/api/v1`;
    return context.json(describeStaffApi(staffOperations, { server, reader: 'programs' }));
  });
  for (const operation of staffOperations)
    api.post(`/${operation.id}`, async (context, next) =>
      hasToken(context) ? answer(context, operation) : next(),
    );
  api.all('*', async (context, next) =>
    hasToken(context) ? no(context, refuse('not_found')) : next(),
  );
  return api;
}

type ProgramCall = Context<ProgramEnv>;

function hasToken(context: ProgramCall): boolean {
  return context.req.header('authorization') !== undefined;
}

async function byToken(
  context: ProgramCall,
  next: Next,
  pace: Pace,
): Promise<Response | undefined> {
  if (!hasToken(context)) {
    await next();
    return undefined;
  }
  // A token in a browser that is signed in: somebody tries what they should not.
  if (context.req.header('cookie') !== undefined) return no(context, refuse('token_with_cookie'));
  const { db, world, institution, from } = context.get('request');
  const [, token = ''] =
    /^Bearer +(\S{1,200})$/i.exec(context.req.header('authorization') ?? '') ?? [];
  const now = world.clock.now();
  const program = await programByToken(db, institution.id, token, now);
  if (!program) {
    const retryAt = pace.take(`token from ${networkOf(from)}`, 'write');
    return no(context, retryAt ? refuse('too_many', { retryAt }) : refuse('token_refused'));
  }
  const key = { institutionId: institution.id, id: program.id };
  const retryAt = await takeProgramCall(db, world, key);
  if (retryAt) return no(context, refuse('too_many', { retryAt }));
  context.set('program', {
    kind: 'program',
    // A person of the staff may have the same name.
    name: `${program.name} (program)`,
    roles: [],
    scopes: program.scopes,
    provenBy: 'token',
    provenAt: now,
  });
  await next();
  return undefined;
}

async function answer(context: ProgramCall, operation: StaffOperation): Promise<Response> {
  const { principal: _none, sessionId: _noSession, ...received } = context.get('request');
  const request: StaffContext = { ...received, principal: context.get('program') };
  const given = await inputOf(context.req);
  const { done, refused } = given
    ? await perform(request, operation, given.input)
    : { done: undefined, refused: tell(request, refuse('json_malformed')) };
  await request.db.transaction(async (tx) =>
    recordInAuditLog(
      tx,
      { ...request, why: 'by its token' },
      {
        what: 'program_called',
        subject: operation.id,
        detail: { outcome: refused?.code ?? 'done' },
      },
    ),
  );
  return refused ? problem(context, refused) : context.json(done);
}

function no(context: ProgramCall, refused: Refused): Response {
  const request = context.get('request');
  noteRefused(request, 'program', refused.refused);
  const told = tell(request, refused);
  if (told.retryAt) {
    const seconds = request.world.clock.now().until(told.retryAt).total('seconds');
    context.header('retry-after', String(Math.max(1, Math.ceil(seconds))));
  }
  if (told.status === 401) context.header('www-authenticate', 'Bearer');
  return problem(context, told);
}
