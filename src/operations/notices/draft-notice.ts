import { z } from 'zod';
import { descriptors } from '../../channels/descriptors.ts';
import { packs } from '../../languages/index.ts';
import type { Institution } from '../../members/institution.ts';
import { sentAs } from '../../messages/sent-as.ts';
import { wellFormed } from '../../messages/redact.ts';
import { countChosen, noticeLanguages } from '../../notices/many/chosen.ts';
import type { NoticeChoice, NoticeTexts } from '../../notices/many/notice.ts';
import { discardDraft, findNotice, writeDraft } from '../../notices/many/store.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { estimateOf, noticeChannels, traitsFor } from './estimate.ts';
import {
  choiceSchema,
  noticeIdField,
  noticeOut,
  noticeSchema,
  noticeTextMax,
  textsSchema,
} from './notice-schema.ts';
import { noticeProblem } from './notice-problem.ts';

/** Saves the draft of a notice, and counts whom it reaches and what it costs. */
export const draftNotice = operation({
  id: 'draftNotice',
  summary: 'Saves the draft of a notice to many members, and counts recipients and cost',
  access: 'staff',
  permission: 'draft_notices',
  input: z.strictObject({
    noticeId: noticeIdField,
    name: z.string().trim().min(1).max(80).describe('For staff. Members don’t see it.'),
    texts: textsSchema,
    choice: choiceSchema,
    perMinute: z.int().min(1).max(600).default(120).describe('The most for one channel.'),
  }),
  output: z.object({ notice: noticeSchema }),
  refusals: [
    'notice_state',
    'notice_text_missing',
    'notice_text_long',
    'notice_has_figure',
    'notice_has_secret',
    'notice_has_link',
    'notice_has_place',
  ],
  run: async (request, { noticeId, name, perMinute, ...given }) => {
    const { db, institution, world, principal } = request;
    const served = noticeChannels(request);
    const choice = {
      ...given.choice,
      channels: given.choice.channels.filter((one) => served.includes(one)),
      numbers: [...new Set(given.choice.numbers)],
    };
    const texts = textsOf(given.texts, institution);
    const refused = textProblem(request, { texts, choice });
    if (refused) return refused;
    const key = { institutionId: institution.id, id: noticeId };
    return db.transaction(async (tx) => {
      const before = await findNotice(tx, key, { lock: true });
      if (before && before.state !== 'draft') return wrongState(before);
      const counted = await countChosen(tx, institution, choice);
      const estimate = estimateOf(request, { counted, texts, perMinute });
      await writeDraft(tx, institution.id, {
        id: noticeId,
        name,
        texts,
        choice,
        perMinute,
        estimate,
        at: world.clock.now(),
        by: principal.name,
      });
      const written = await findNotice(tx, key);
      // Another process made something else of this id meanwhile.
      if (written?.state !== 'draft') return refuse('notice_unknown');
      await recordInAuditLog(
        tx,
        { ...pick(request), why: before ? 'changed the draft' : 'wrote the draft' },
        {
          what: 'notice_drafted',
          subject: name,
          detail: { noticeId, recipients: estimate.recipients },
        },
      );
      return { notice: noticeOut(written) };
    });
  },
});

/** Takes a draft off the list. */
export const discardNotice = operation({
  id: 'discardNotice',
  summary: 'Discards the draft of a notice to many members',
  access: 'staff',
  permission: 'draft_notices',
  input: z.strictObject({ noticeId: noticeIdField }),
  output: z.object({ name: z.string() }),
  refusals: ['notice_unknown', 'notice_state'],
  run: async (request, { noticeId }) =>
    request.db.transaction(async (tx) => {
      const key = { institutionId: request.institution.id, id: noticeId };
      const notice = await findNotice(tx, key, { lock: true });
      if (!notice) return refuse('notice_unknown');
      if (notice.state !== 'draft') return wrongState(notice);
      await discardDraft(tx, key);
      await recordInAuditLog(
        tx,
        { ...pick(request), why: 'nobody wants the draft' },
        { what: 'notice_discarded', subject: notice.name, detail: { noticeId } },
      );
      return { name: notice.name };
    }),
});

/** Says that a notice is no longer, or not yet, where this act needs it. */
export function wrongState({ name, state }: { readonly name: string; readonly state: string }) {
  return refuse('notice_state', { facts: { name, state } });
}

const pick = ({ world, institution, principal }: StaffContext) => ({
  world,
  institution,
  principal,
});

/** The texts in the languages that the institution offers, as they would be sent. */
function textsOf(given: NoticeTexts, institution: Institution): NoticeTexts {
  return Object.fromEntries(
    noticeLanguages(institution).flatMap((language) => {
      const text = wellFormed(given[language] ?? '')
        .replaceAll(/\r\n?/g, '\n')
        .trim();
      return text === '' ? [] : [[language, text] as const];
    }),
  );
}

/** Finds the first thing that keeps these texts from members. Pure. */
export function textProblem(
  request: Pick<StaffContext, 'institution' | 'language' | 'ports'>,
  { texts, choice }: { readonly texts: NoticeTexts; readonly choice: NoticeChoice },
): Refused | undefined {
  const { institution, language: own } = request;
  for (const language of noticeLanguages(institution)) {
    const isWanted = choice.languages.length === 0 || choice.languages.includes(language);
    const text = texts[language];
    const field = `text_${language}`;
    const named = packs[own].console.notices[`language_${language}`];
    if (text === undefined) {
      if (isWanted) return refuse('notice_text_missing', { field, facts: { language: named } });
      continue;
    }
    const problem = noticeProblem(text, institution);
    if (problem)
      return refuse(problem.code, { field, facts: { language: named, found: problem.found } });
    for (const channel of choice.channels) {
      const traits = traitsFor(request, channel);
      const most = Math.min(traits.textMax, noticeTextMax);
      const { length } = sentAs(text, traits);
      if (length > most)
        return refuse('notice_text_long', {
          field,
          facts: {
            language: named,
            channel: descriptors[channel].title,
            over: String(length - most),
          },
        });
    }
  }
  return undefined;
}
