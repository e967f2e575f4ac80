import { z } from 'zod';

const bodySchema = z.record(z.string(), z.unknown());

/**
 * Reads the JSON body of a call: the input, and `why` beside it.
 * @returns `undefined` if it is no JSON object
 */
export async function inputOf(request: {
  json(): Promise<unknown>;
}): Promise<
  { readonly why?: string; readonly input: Readonly<Record<string, unknown>> } | undefined
> {
  const read = bodySchema.safeParse(await request.json().catch(() => null));
  if (!read.success) return undefined;
  const { why, ...input } = read.data;
  return { input, ...(typeof why === 'string' ? { why } : {}) };
}
