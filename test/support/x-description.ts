import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

/**
 * X's own description of its API, if available. It belongs to X and is not part of this project.
 */
export interface XDescription {
  /** Says how this answer of `METHOD /path` deviates from the description. Empty if it does not. */
  answerProblems(method: string, path: string, status: number, body: unknown): string[];
  /** Says how this request's body deviates from the description. */
  requestProblems(method: string, path: string, body: unknown): string[];
  /** Says which parts of this request's query X does not describe. */
  queryProblems(method: string, path: string, query: URLSearchParams): string[];
}

/**
 * @param name the file: the core calls, or the encrypted chat's
 * @returns `undefined`, with a printed notice, if the description is not available
 */
export function loadXDescription(
  name: 'x-openapi.json' | 'x-chat-openapi.json' = 'x-openapi.json',
): XDescription | undefined {
  const file = new URL(`../../../shared/data/${name}`, import.meta.url);
  if (!existsSync(file)) {
    process.stdout.write(`skipped: X’s API description ${name} is not beside this checkout\n`);
    return undefined;
  }
  const document: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'x', ...record(nullable(document)) });
  const compiled = new Map<string, ValidateFunction>();
  const problems = (pointer: string, body: unknown): string[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `x#${pointer}` });
    compiled.set(pointer, validate);
    return validate(body)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
  };
  const paths = Object.keys(record(record(document)['paths']));
  const operation = (method: string, path: string) => {
    const template = paths.find(
      (one) =>
        new RegExp(`^${one.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path) &&
        method.toLowerCase() in record(record(record(document)['paths'])[one]),
    );
    if (template === undefined) throw new Error(`X does not describe ${method} ${path}`);
    return {
      at: `/paths/${template.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/${method.toLowerCase()}`,
      template,
    };
  };
  return {
    queryProblems: (method, path, query) => {
      const schemas = queryOf(document, operation(method, path).template, method);
      return [...query].flatMap(([name, value]) => {
        const schema = schemas.get(name);
        if (!schema) return [`${path} has no ${name}`];
        return ajv.validate(schema, givenAs(schema, value))
          ? []
          : [`${path} ${name}=${value}: ${ajv.errorsText()}`];
      });
    },
    answerProblems: (method, path, status, body) => {
      const { at } = operation(method, path);
      return problems(`${at}/responses/${status}/content/application~1json/schema`, body);
    },
    requestProblems: (method, path, body) =>
      problems(`${operation(method, path).at}/requestBody/content/application~1json/schema`, body),
  };
}

/** The schemas of a call's query, by name. */
function queryOf(
  document: unknown,
  template: string,
  method: string,
): ReadonlyMap<string, Record<string, unknown>> {
  const { parameters } = record(
    record(record(record(document)['paths'])[template])[method.toLowerCase()],
  );
  const all = Array.isArray(parameters) ? parameters.map(record) : [];
  return new Map(
    all
      .map((one) => (typeof one['$ref'] === 'string' ? pointedTo(document, one['$ref']) : one))
      .filter((one) => one['in'] === 'query')
      .map((one) => [String(one['name']), withoutReferences(record(one['schema']))]),
  );
}

/** What `#/components/parameters/Name` names. */
function pointedTo(document: unknown, pointer: string): Record<string, unknown> {
  return pointer
    .split('/')
    .slice(1)
    .reduce((inside, name) => record(inside[name]), record(document));
}

/** Items by reference are ids, whose form the simulator checks by itself. */
function withoutReferences(schema: Record<string, unknown>): Record<string, unknown> {
  const { items, ...rest } = schema;
  return items === undefined || '$ref' in record(items) ? rest : schema;
}

/** A query has texts only: lists are separated by commas. */
function givenAs({ type }: Record<string, unknown>, value: string): unknown {
  if (type === 'array') return value.split(',');
  return type === 'integer' ? Number(value) : value;
}

/** OpenAPI 3.0 says `nullable`, JSON Schema says `type: [..., 'null']`. */
function nullable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nullable);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, nullable(inner)]),
  );
  if (copy['nullable'] === true && typeof copy['type'] === 'string')
    copy['type'] = [copy['type'], 'null'];
  return copy;
}

function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null)
    throw new Error('X’s description has another shape');
  return Object.fromEntries(Object.entries(value));
}
