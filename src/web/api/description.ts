import { z } from 'zod';
import type { Access, Operation } from '../../operations/operation.ts';
import { refusalExample, refusalTitle } from '../../operations/refusal-title.ts';
import { webRefusals, type WebRefusal } from '../../operations/refusals.ts';

type Json = Readonly<Record<string, unknown>>;

const versionOfApi = '1.0.0';

/** Refusals that any operation may return besides its own. */
const always: Readonly<Record<Access, readonly WebRefusal[]>> = {
  anyone: ['too_many', 'unavailable', 'failed'],
  member: ['sign_in_first', 'too_many', 'unavailable', 'failed'],
  fresh: ['sign_in_first', 'verify_first', 'too_many', 'unavailable', 'failed'],
};

/** Lists all refusals of an operation, its own first. */
export function refusalsOf(operation: Operation): readonly WebRefusal[] {
  return [
    ...new Set<WebRefusal>([
      ...operation.refusals,
      ...(operation.tag === 'Accounts' ? (['books_away'] as const) : []),
      'input_invalid',
      ...(operation.path.includes('{') ? (['not_found'] as const) : []),
      ...(operation.method === 'GET'
        ? []
        : (['cross_site', 'too_large', 'not_json', 'json_malformed'] as const)),
      ...always[operation.freshWhen === undefined ? operation.access : 'fresh'],
    ]),
  ];
}

/** Builds the OpenAPI 3.1 description from the schemas that the operations use. */
export function describeApi(
  operations: readonly Operation[],
  { server }: { readonly server: string },
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = described(operation);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'MyVantage',
      version: versionOfApi,
      description:
        'Everything that members do in online banking, as JSON. Amounts are decimal strings with a currency; times and dates are ISO strings; accounts go by their suffix. The session cookie identifies the caller. Some operations need a proof of identity within the last five minutes, always or in the cases that their description names; without it they answer `verify_first`. Errors are RFC 9457 problem details with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    tags: [
      { name: 'Access', description: 'Signing in, passkeys, passwords, sessions' },
      { name: 'Accounts', description: 'Accounts, history, statements, transfers' },
      { name: 'Messages', description: 'Addresses, codes, enrollment, messages' },
    ],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-mv_session',
          description: 'Set when you sign in; `mv_session` if the site runs over http.',
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: {
      type: 'string',
      description: 'A sentence to show the user, in the caller’s language.',
    },
    code: { type: 'string', description: 'For programs: never changes.' },
    errors: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'What is wrong, by field.',
    },
  },
};

function when({ freshWhen }: Operation): string {
  return freshWhen === undefined ? '.' : ` where this holds: ${freshWhen.says}`;
}

function described(operation: Operation): Json {
  const input = schemaOf(operation.input, 'input');
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const properties = Object.entries(propertiesOf(input));
  const required = new Set(requiredOf(input));
  const inQuery =
    operation.method === 'GET' ? properties.filter(([name]) => !inPath.includes(name)) : [];
  const inBody =
    operation.method === 'GET' ? [] : properties.filter(([name]) => !inPath.includes(name));
  const parameters = [
    ...inPath.map((name) => ({
      name,
      in: 'path',
      required: true,
      schema: propertiesOf(input)[name] ?? { type: 'string' },
    })),
    ...inQuery.map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.has(name),
      schema,
    })),
  ];
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.access === 'fresh' || operation.freshWhen !== undefined
      ? {
          description: [
            'Needs a proof of identity within the last five minutes',
            when(operation),
          ].join(''),
        }
      : {}),
    ...(operation.access === 'anyone' ? { security: [] } : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(inBody.length > 0
      ? {
          requestBody: {
            required: inBody.some(([name]) => required.has(name)),
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: Object.fromEntries(inBody),
                  required: inBody.map(([name]) => name).filter((name) => required.has(name)),
                  additionalProperties: false,
                },
              },
            },
          },
        }
      : {}),
    responses: { 200: success(operation), ...problems(operation) },
  };
}

function success(operation: Operation): Json {
  if (operation.fileTypes) {
    return {
      description: 'The file',
      content: Object.fromEntries(
        operation.fileTypes.map((type) => [type, { schema: { type: 'string' } }]),
      ),
    };
  }
  return {
    description: 'Done',
    content: { 'application/json': { schema: schemaOf(operation.output, 'output') } },
  };
}

function problems(operation: Operation): Json {
  const byStatus = new Map<number, WebRefusal[]>();
  for (const code of refusalsOf(operation)) {
    const { status } = webRefusals[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\``).join(', '),
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              codes.map((code) => [
                code,
                {
                  value: {
                    type: `/api#refusal-${code}`,
                    title: refusalTitle(code),
                    status,
                    detail: refusalExample(code, 'en'),
                    code,
                  },
                },
              ]),
            ),
          },
        },
      },
    ]),
  );
}

/** Converts a zod schema to JSON schema, in the dialect of OpenAPI 3.1. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

/** Gives the fields of an object's schema. */
export function propertiesOf({ properties }: Json): Json {
  return typeof properties === 'object' && properties !== null
    ? Object.fromEntries<unknown>(Object.entries(properties))
    : {};
}

/** Gives the required fields of an object's schema. */
export function requiredOf({ required }: Json): readonly string[] {
  return Array.isArray(required)
    ? required.filter((name): name is string => typeof name === 'string')
    : [];
}
