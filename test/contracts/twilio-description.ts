import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const file = new URL('../../../shared/data/twilio-messages-openapi.json', import.meta.url);

/**
 * Twilio's own description of its Messages API, if available. It belongs to Twilio and is not part
 * of this project.
 */
export interface TwilioDescription {
  /** Says how this answer of `METHOD /path` deviates from the description. Empty if it does not. */
  answerProblems(method: string, path: string, status: number, body: unknown): string[];
  /** Lists the fields of this form, or names in this query, that Twilio does not describe. */
  unknownFields(method: string, path: string, names: Iterable<string>): string[];
}

/** @returns `undefined`, with a printed notice, if the description is not available */
export function loadTwilioDescription(): TwilioDescription | undefined {
  if (!existsSync(file)) {
    process.stdout.write('skipped: Twilio’s API description is not beside this checkout\n');
    return undefined;
  }
  const document = record(JSON.parse(readFileSync(file, 'utf8')));
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  ajv.addSchema({ $id: 'twilio', ...record(nullable(document)) });
  const compiled = new Map<string, ValidateFunction>();
  const paths = record(document['paths']);
  const operation = (method: string, path: string) => {
    const template = Object.keys(paths).find((one) =>
      new RegExp(`^${one.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
    );
    const described =
      template === undefined ? undefined : record(paths[template])[method.toLowerCase()];
    if (template === undefined || described === undefined)
      throw new Error(`Twilio does not describe ${method} ${path}`);
    const escaped = template.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D');
    return { at: `/paths/${escaped}/${method.toLowerCase()}`, described: record(described) };
  };
  return {
    answerProblems: (method, path, status, body) => {
      const pointer = `${operation(method, path).at}/responses/${status}/content/application~1json/schema`;
      const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `twilio#${pointer}` });
      compiled.set(pointer, validate);
      if (validate(body)) return [];
      return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
    },
    unknownFields: (method, path, names) => {
      const { described } = operation(method, path);
      const known = new Set(method === 'POST' ? formNames(described) : queryNames(described));
      return [...names].filter((name) => !known.has(name));
    },
  };
}

function formNames(described: Record<string, unknown>): string[] {
  const content = record(record(described['requestBody'])['content']);
  const schema = record(record(content['application/x-www-form-urlencoded'])['schema']);
  return Object.keys(record(schema['properties']));
}

function queryNames(described: Record<string, unknown>): string[] {
  const parameters = described['parameters'];
  return Array.isArray(parameters) ? parameters.map((one) => String(record(one)['name'])) : [];
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
    throw new Error('Twilio’s description has another shape');
  return Object.fromEntries(Object.entries(value));
}
