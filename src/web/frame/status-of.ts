import type { Page } from './page-content.ts';
import type { Told } from '../../operations/perform.ts';

/** Gives a refusal's status, if a page may have it. */
export function statusOf({ status }: Told): NonNullable<Page['status']> {
  const known = [400, 401, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503] as const;
  return known.find((one) => one === status) ?? 409;
}
