import { z } from 'zod';
import type { StaffOperation } from '../../operations/operation.ts';
import { isDual, permissions } from '../../operations/permissions.ts';
import { isForPrograms } from '../../operations/programs/scopes.ts';
import { factsOf, type RefusalCode } from '../../operations/refusals.ts';
import { refusalTitle } from '../../operations/refusal-title.ts';

type Json = Readonly<Record<string, unknown>>;

/** Who reads a description: people of the staff with a session, or programs with a token. */
export type DescribedFor = 'staff' | 'programs';

const versionOfApi = '1.0.0';

/** Refusals that any operation may give, besides its own. */
const always: Readonly<Record<DescribedFor, readonly RefusalCode[]>> = {
  staff: ['sign_in_first', 'cross_site', 'role_missing', 'too_many', 'unavailable', 'failed'],
  programs: [
    'token_refused',
    'token_with_cookie',
    'scope_missing',
    'too_many',
    'unavailable',
    'failed',
  ],
};

/** Builds the OpenAPI 3.1 description of the console's API from the schemas that the operations use. */
export function describeStaffApi(
  operations: readonly StaffOperation[],
  { server, reader }: { readonly server: string; readonly reader: DescribedFor },
): Json {
  const offered = reader === 'staff' ? operations : operations.filter(isForPrograms);
  return {
    openapi: '3.1.0',
    info: {
      title: reader === 'staff' ? 'Staff console' : 'Programs',
      version: versionOfApi,
      description: about[reader],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    security: [{ [reader === 'staff' ? 'session' : 'token']: [] }],
    paths: Object.fromEntries(
      offered.map((one) => [`/${one.id}`, { post: described(one, reader) }]),
    ),
    components: {
      securitySchemes: reader === 'staff' ? { session } : { token },
      schemas: { Problem: problemSchema },
    },
  };
}

const about: Readonly<Record<DescribedFor, string>> = {
  staff:
    'Everything that staff do, as JSON. The session of the console identifies the person. A change takes `why`, the reason for the audit log. What takes two persons answers 202 with the reference under which it waits. Refusals are RFC 9457 problem details with a stable `code`.',
  programs:
    'What programs may read, as JSON, if their scopes name the operation or its permission. A token identifies the program, and no cookie comes with it. Refusals are RFC 9457 problem details with a stable `code`.',
};

const session: Json = {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-console_session',
  description: 'Set when you sign in to the console.',
};

const token: Json = { type: 'http', scheme: 'bearer', description: 'A program’s token.' };

const problemSchema: Json = {
  type: 'object',
  required: ['title', 'status', 'code', 'fields'],
  properties: {
    title: { type: 'string', description: 'A sentence to show, in the caller’s language.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'For programs: never changes.' },
    fields: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'What is wrong, by field.',
    },
  },
};

function described(operation: StaffOperation, reader: DescribedFor): Json {
  const { id, summary, permission, input, output } = operation;
  const { changes, fresh } = permissions[permission];
  return {
    operationId: id,
    tags: [permission],
    summary,
    description: [
      `Permission \`${permission}\`.`,
      ...(isDual(permission) ? ['Takes two persons unless a role does it alone.'] : []),
      ...(fresh ? ['Needs a proof of identity within the last five minutes.'] : []),
    ].join(' '),
    requestBody: {
      required: true,
      content: { 'application/json': { schema: inputSchema(input, { changes }) } },
    },
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: schemaOf(output, 'output') } },
      },
      ...problems([
        ...operation.refusals,
        ...(isDual(permission) ? (['waits_for_approval'] as const) : []),
        ...(changes ? (['why_missing'] as const) : []),
        ...(fresh ? (['verify_first'] as const) : []),
        'input_invalid',
        'json_malformed',
        'too_large',
        ...always[reader],
      ]),
    },
  };
}

function inputSchema(input: z.ZodType, { changes }: { readonly changes: boolean }): Json {
  const schema = schemaOf(input, 'input');
  if (!changes) return schema;
  const { properties, required } = schema;
  const why = { type: 'string', description: 'The reason, for the audit log.' };
  return {
    ...schema,
    properties: { ...(typeof properties === 'object' ? properties : {}), why },
    required: [...(Array.isArray(required) ? (required as readonly unknown[]) : []), 'why'],
  };
}

/** Converts a zod schema to JSON schema, in the dialect of OpenAPI 3.1. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function problems(codes: readonly RefusalCode[]): Json {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of new Set(codes)) {
    const { status } = factsOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, some]) => [
      String(status),
      {
        description: some.map((code) => `\`${code}\`: ${refusalTitle(code)}`).join(' '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}
