import { z } from 'zod';
import { findMessages, hasWords } from '../../messages/search/find-messages.ts';
import { indexMessages } from '../../messages/search/index-messages.ts';
import { noteRead } from '../../staff/reads.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { criteriaSchema, toSearch, type Criteria } from './criteria.ts';
import { foundOutput, foundSchema } from './found.ts';
import { messagesCsv } from './messages-csv.ts';
import {
  insertSearch,
  markExported,
  openFor,
  openSearch,
  openSearches,
  searcherOf,
  type SearchRow,
} from './searches.ts';

/** How many results one page has. */
const pageSize = 50;

/** The most messages in an exported file. */
export const exportMax = 10_000;

/** Searches all messages. The search is recorded with its reason; `readSearch` shows what it finds. */
export const searchMessages = operation({
  id: 'searchMessages',
  summary: 'Opens a search over all messages, recorded with its reason',
  access: 'staff',
  permission: 'search_messages',
  input: criteriaSchema,
  output: z.object({ searchId: z.string() }),
  refusals: ['search_empty', 'member_unknown', 'verify_first'],
  run: async (request, criteria) => {
    const given = Object.entries(criteria).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    if (given.length === 0) return refuse('search_empty', { field: 'words' });
    if (criteria.words !== undefined && !hasWords(criteria.words))
      return refuse('search_empty', { field: 'words' });
    const { institution, world, db, principal } = request;
    return db.transaction(async (tx) => {
      const search = await toSearch(tx, request, criteria);
      if (isRefused(search)) return search;
      const at = world.clock.now();
      const id = world.ids.next();
      await insertSearch(tx, institution.id, {
        id,
        who: searcherOf(request),
        whoName: principal.name,
        why: request.why ?? '',
        criteria: Object.fromEntries(given),
        at,
        expiresAt: at.add(openFor),
      });
      await recordInAuditLog(tx, request, {
        what: 'messages_searched',
        subject: id,
        detail: Object.fromEntries(given),
      });
      return { searchId: id };
    });
  },
});

const headSchema = z.object({
  searchId: z.string(),
  why: z.string(),
  criteria: criteriaSchema,
  at: z.string(),
  exported: z.boolean(),
});

export type SearchHead = z.output<typeof headSchema>;

/** Shows what a search of one's own finds, the newest first. */
export const readSearch = operation({
  id: 'readSearch',
  summary: 'Shows what your search found, newest first',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({
    searchId: z.uuid(),
    before: z.string().max(400).optional().describe('`next` of the previous page.'),
  }),
  output: z.object({
    search: headSchema,
    found: z.array(foundSchema),
    next: z.string().optional(),
    behind: z.int().describe('Rows of the record whose messages are not searchable yet.'),
  }),
  refusals: ['search_unknown', 'member_unknown', 'input_invalid'],
  run: async (request, { searchId, before }) => {
    const { db, institution } = request;
    const row = await openSearch(db, request, searchId);
    if (!row) return refuse('search_unknown');
    const after = before === undefined ? undefined : readPlace(before);
    if (before !== undefined && !after) return refuse('input_invalid', { field: 'before' });
    await noteSearch(request, row, 'search');
    // Usually nothing or little is left since the last minute.
    const behind = await indexMessages(db, { institutionId: institution.id, rounds: 2 });
    const criteria = criteriaOf(row);
    const search = await toSearch(db, request, criteria);
    if (isRefused(search)) return search;
    const rows = await findMessages(db, institution.id, {
      criteria: search,
      after,
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      search: headOf(row),
      found: page.map(foundOutput),
      ...(rows.length > pageSize && last ? { next: `${last.at.toString()} ${last.ref}` } : {}),
      behind,
    };
  },
});

/** Lists one's own searches of the last day. */
export const listSearches = operation({
  id: 'listSearches',
  summary: 'Lists your searches over all messages whose results are still open',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({}),
  output: z.object({ searches: z.array(headSchema) }),
  refusals: [],
  run: async (request) => ({
    searches: (await openSearches(request.db, request)).map(headOf),
  }),
});

const ofSearch = z.strictObject({ searchId: z.uuid() });

/** Allows that the results of a search are taken away as a file. */
export const exportSearch = operation({
  id: 'exportSearch',
  summary: 'Makes the results of a search ready to download as CSV',
  access: 'staff',
  permission: 'search_messages',
  input: ofSearch,
  output: z.object({ searchId: z.string() }),
  refusals: ['search_unknown', 'verify_first'],
  difference: async (request, { searchId }) => {
    const row = await openSearch(request.db, request, searchId);
    if (!row) return refuse('search_unknown');
    return {
      subject: searchId,
      lines: Object.entries(criteriaOf(row)).map(([what, after]) => ({ what, after })),
    };
  },
  run: async (request, { searchId }) => {
    const { db, institution, world } = request;
    return db.transaction(async (tx) => {
      const row = await openSearch(tx, request, searchId);
      if (!row) return refuse('search_unknown');
      await markExported(tx, institution.id, {
        id: searchId,
        at: world.clock.now(),
        why: request.why ?? '',
      });
      await recordInAuditLog(tx, request, {
        what: 'messages_exported',
        subject: searchId,
        detail: criteriaOf(row),
      });
      return { searchId };
    });
  },
});

/** Gives the results of an exported search as CSV. */
export const downloadSearch = operation({
  id: 'downloadSearch',
  summary: 'Gives the results of an exported search as CSV',
  access: 'staff',
  permission: 'read_messages',
  input: ofSearch,
  output: z.object({ csv: z.string(), messages: z.int() }),
  refusals: ['search_unknown', 'member_unknown'],
  run: async (request, { searchId }) => {
    const { db, institution } = request;
    const row = await openSearch(db, request, searchId);
    if (!row?.exportedAt) return refuse('search_unknown');
    await noteSearch(request, row, 'export');
    const search = await toSearch(db, request, criteriaOf(row));
    if (isRefused(search)) return search;
    const found = await findMessages(db, institution.id, {
      criteria: search,
      after: undefined,
      limit: exportMax,
    });
    return { csv: messagesCsv(found.map(foundOutput)), messages: found.length };
  },
});

function criteriaOf({ criteria }: SearchRow): Criteria {
  return criteriaSchema.parse(criteria);
}

function headOf(row: SearchRow): SearchHead {
  return {
    searchId: row.id,
    why: row.why,
    criteria: criteriaOf(row),
    at: row.at.toString(),
    exported: row.exportedAt !== null,
  };
}

function readPlace(text: string): { at: Temporal.Instant; ref: string } | undefined {
  const [, at = '', ref = ''] = /^(\S+) (.+)$/su.exec(text) ?? [];
  try {
    return { at: Temporal.Instant.from(at), ref };
  } catch {
    return undefined;
  }
}

async function noteSearch(request: StaffContext, row: SearchRow, what: string): Promise<void> {
  const { db, world, institution, principal } = request;
  await noteRead(db, world, {
    institutionId: institution.id,
    by: {
      name: principal.name,
      identity: principal.kind === 'staff' ? principal.identity : undefined,
    },
    memberId: null,
    what,
    why: row.why,
  });
}
