import type { z } from 'zod';
import { listHistory } from '../../../operations/shares/list-history.ts';
import { searchEntries } from '../../../operations/shares/search-entries.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import type { ShownShare, Visit } from './visit.ts';

/** A page of an account's transactions. */
interface Found {
  readonly entries: z.output<(typeof listHistory)['output']>['entries'];
  /** What the link to the next page adds to the search. */
  readonly next?: Readonly<Record<string, string>>;
}

/**
 * Finds an account's transactions. Words are looked for as everywhere in the online bank: a merchant as people write it, or a
 * category. Amounts, numbers of checks, kinds, and words that name neither are looked for in the account's own list.
 * @param wanted fields of the form that are not empty
 */
export async function foundEntries(
  { request }: Visit,
  { suffix }: Pick<ShownShare, 'suffix'>,
  wanted: Readonly<Record<string, string>>,
): Promise<{ readonly done?: Found; readonly refused?: Told }> {
  const { text, only, before, after, ...days } = wanted;
  const isDirection = only === undefined || only === 'in' || only === 'out';
  if (before === undefined && text !== undefined && isDirection && /\p{L}/u.test(text)) {
    const { done, refused } = await perform(request, searchEntries, {
      suffix,
      find: text,
      ...days,
      ...(only === undefined ? {} : { direction: only }),
      ...(after === undefined ? {} : { after }),
    });
    if (refused) return { refused };
    const { entries, next } = done;
    if (entries.length > 0 || after !== undefined)
      return { done: { entries, ...(next === null ? {} : { next: { after: next } }) } };
  }
  const { done, refused } = await perform(request, listHistory, {
    suffix,
    ...days,
    ...(text === undefined ? {} : { text }),
    ...(only === undefined ? {} : { only }),
    ...(before === undefined ? {} : { before }),
  });
  if (refused) return { refused };
  const { entries, next } = done;
  return { done: { entries, ...(next === null ? {} : { next: { before: next } }) } };
}
