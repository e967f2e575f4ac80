import { UsageError } from './usage-error.ts';

/**
 * Reads the input of an operation from the words of a command: `name=text`, `name:=JSON`, and all
 * fields at once as JSON. A single field wins over the same one in the JSON.
 * @throws UsageError where a word is neither, or the JSON is none
 */
export function inputOf(
  words: readonly string[],
  json: string | undefined,
): Readonly<Record<string, unknown>> {
  const all = json === undefined ? {} : parsed(json, '--input');
  if (typeof all !== 'object' || all === null || Array.isArray(all))
    throw new UsageError('--input takes a JSON object, such as {"number":"104211"}');
  return Object.fromEntries([...Object.entries(all), ...words.map(fieldOf)]);
}

function fieldOf(word: string): [string, unknown] {
  const [, name = '', sign, value = ''] = /^([A-Za-z]\w*)(:?=)(.*)$/su.exec(word) ?? [];
  if (name === '')
    throw new UsageError(
      `‘${word}’ is no field: write name=text, or name:=JSON for a number or true`,
    );
  return [name, sign === ':=' ? parsed(value, name) : value];
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${what}: ‘${text}’ is not valid JSON`);
  }
}
