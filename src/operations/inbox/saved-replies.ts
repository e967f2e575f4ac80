import { z } from 'zod';
import { languages, type Language } from '../../kernel/vocabulary/language.ts';
import {
  listSavedReplies as list,
  lockSavedReply,
  removeSavedReply as remove,
  writeSavedReply,
} from '../../staff/handovers/saved-replies.ts';
import { findSecrets } from '../../secrets/find-secrets.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { foreignLinksIn } from './foreign-links.ts';
import { inTheInbox, personOf } from './person-of.ts';
import { replyMax } from './reply-to-member.ts';

const text = z.string().trim().max(replyMax).optional();

/** The texts of a saved reply: a field for each language. */
const texts = z.strictObject(
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made of all languages
  Object.fromEntries(languages.map((language) => [language, text])) as Record<
    Language,
    typeof text
  >,
);

const savedSchema = z.object({
  id: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  texts: z.partialRecord(z.enum(languages), z.string()),
  changedBy: z.string(),
  changedAt: z.string(),
});

export type SavedReplyOutput = z.output<typeof savedSchema>;

/** Lists the saved replies that everybody shares, and one's own. */
export const listSavedReplies = operation({
  id: 'listSavedReplies',
  summary: 'Lists saved replies: shared ones and your own',
  access: 'staff',
  permission: 'read_messages',
  input: z.strictObject({}),
  output: z.object({ replies: z.array(savedSchema) }),
  refusals: [],
  run: async (request) => {
    const { db, institution } = request;
    const { who } = personOf(request);
    const rows = await list(db, { institutionId: institution.id, who });
    return {
      replies: rows.map(({ owner, changedAt, ...row }) => ({
        ...row,
        isShared: owner === null,
        changedAt: changedAt.toString(),
      })),
    };
  },
});

/** Writes a saved reply, new or changed. */
export const saveReply = operation({
  id: 'saveReply',
  summary: 'Writes a saved reply, for everybody or for yourself',
  access: 'staff',
  permission: 'write_notes',
  input: texts.extend({
    id: z.uuid().optional().describe('Absent: a new one.'),
    name: z.string().trim().min(1).max(80),
    shared: z.preprocess((value) => value === 'yes' || value === true, z.boolean()).default(false),
  }),
  output: z.object({ id: z.string() }),
  refusals: ['saved_reply_unknown', 'reply_empty', 'reply_has_secret', 'reply_has_link'],
  run: async (request, { id, name, shared, ...given }) => {
    const { institution, world } = request;
    const person = personOf(request);
    const written = Object.fromEntries(
      Object.entries(given).filter(([, one]) => one !== undefined && one !== ''),
    );
    const all = Object.values(written).join('\n');
    if (all === '') return refuse('reply_empty', { field: languages[0] });
    const own = [institution.settings.phone, institution.settings.cardLine].filter(Boolean);
    const open = own.reduce((left, number) => left.replaceAll(number, ' '), all);
    if (findSecrets(open, institution.settings.routingNumber).places.length > 0)
      return refuse('reply_has_secret');
    if (foreignLinksIn(all, institution.settings).length > 0) return refuse('reply_has_link');
    return request.db.transaction(async (tx) => {
      const key = { institutionId: institution.id, who: person.who };
      if (id !== undefined && !(await lockSavedReply(tx, { ...key, id })))
        return refuse('saved_reply_unknown');
      const saved = id ?? world.ids.next();
      await writeSavedReply(tx, institution.id, {
        id: saved,
        owner: shared ? null : person.who,
        name,
        texts: written,
        changedAt: world.clock.now(),
        changedBy: person.name,
      });
      await recordInAuditLog(tx, inTheInbox(request), {
        what: 'saved_reply_written',
        subject: saved,
        detail: { name, shared },
      });
      return { id: saved };
    });
  },
});

/** Removes a saved reply. Messages that were sent from it stay as they are. */
export const removeSavedReply = operation({
  id: 'removeSavedReply',
  summary: 'Removes a saved reply',
  access: 'staff',
  permission: 'write_notes',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
  refusals: ['saved_reply_unknown'],
  run: async (request, { id }) => {
    const { institution, world } = request;
    const key = { institutionId: institution.id, id };
    return request.db.transaction(async (tx) => {
      const row = await lockSavedReply(tx, { ...key, who: personOf(request).who });
      if (!row) return refuse('saved_reply_unknown');
      await remove(tx, { ...key, at: world.clock.now() });
      await recordInAuditLog(tx, inTheInbox(request), {
        what: 'saved_reply_removed',
        subject: id,
        detail: { name: row.name },
      });
      return { removed: true as const };
    });
  },
});
