import { plainField, visibleText } from '../kernel/typed.ts';
import { wellFormed } from '../messages/redact.ts';

/** Fields that are prose or names: their letters stay as they are. */
const prose: ReadonlySet<string> = new Set([
  'text',
  'name',
  'nickname',
  'search',
  'note',
  'outcome',
]);

/**
 * A field of a form or of the API as operations read it: without what shows nothing, with plain digits. A password stays as it was
 * typed; it is normalized where its hash is made and compared, in one way.
 */
export function asEntered(name: string, value: string): string {
  const clean = wellFormed(value);
  if (name === 'password') return clean;
  return prose.has(name) ? visibleText(clean) : plainField(clean);
}
