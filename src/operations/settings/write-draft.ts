import { z } from 'zod';
import type { Queries } from '../../database/database.ts';
import { languages } from '../../kernel/vocabulary/language.ts';
import { answerTopics } from '../../kernel/vocabulary/answer-topic.ts';
import { bare, commandOf, wordProblem } from '../../languages/own-word.ts';
import { draftedInstitution } from '../../members/drafted-institution.ts';
import type { Institution } from '../../members/institution.ts';
import { mergePatch } from '../../members/merge-patch.ts';
import { settingsOfVersion } from '../../members/settings-history.ts';
import { isSame, plainSettings, type PlainSettings } from '../../members/settings-patch.ts';
import { changeDraft, endDraft, insertDraft } from '../../staff/settings-drafts/drafts.ts';
import { dropRehearsal } from '../../staff/settings-drafts/rehearsals.ts';
import { recordInAuditLog } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse, type Refused } from '../refusals.ts';
import type { StaffContext } from '../request-context.ts';
import { assertTexts } from '../staff/own-texts.ts';
import { draftField } from './draft-schema.ts';
import { institutionNow, isStale, openDraft } from './draft-of.ts';

const into = draftField.optional().describe('Absent: a new draft.');
const output = z.object({ draft: z.string() });
const refusals = [
  'draft_unknown',
  'draft_ended',
  'draft_stale',
  'nothing_given',
  'institution_invalid',
  'texts_unusable',
] as const;

/** Puts changes of settings into a draft, new or begun. Nothing is live by it. */
export const draftSettings = operation({
  id: 'draftSettings',
  summary: 'Puts changes of settings into a draft',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({
    draft: into,
    settings: z.record(z.string(), z.unknown()).default({}).describe('A merge patch (RFC 7396).'),
    name: z.string().optional(),
    zone: z.string().optional(),
  }),
  output,
  refusals,
  run: async (request, { draft, settings, ...renamed }) => {
    const patch = { ...settings, ...renamed };
    if (Object.values(patch).every((value) => value === undefined)) return refuse('nothing_given');
    return intoDraft(request, draft, () => patch);
  },
});

/** Puts one word of a command into a draft. */
export const draftWord = operation({
  id: 'draftWord',
  summary: 'Puts a word that starts a command into a draft',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({ draft: into, command: z.string(), word: z.string() }),
  output,
  refusals: [...refusals, 'command_unknown', 'word_unusable'],
  run: async (request, given) =>
    intoDraft(request, given.draft, ({ settings: { words } }) => {
      const command = commandOf(given.command, words);
      if (command === undefined || command === 'affirm')
        return refuse('command_unknown', { field: 'command', facts: { command: given.command } });
      const reason = wordProblem(given.word, command, words);
      if (reason !== undefined)
        return refuse('word_unusable', { field: 'word', facts: { reason } });
      return {
        words: { add: { [command]: [...(words.add?.[command] ?? []), bare(given.word)] } },
      };
    }),
});

/** Takes a word of a command away in a draft: the institution’s own, or one of ours. */
export const draftWordAway = operation({
  id: 'draftWordAway',
  summary: 'Takes a word of a command away in a draft',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({ draft: into, command: z.string(), word: z.string() }),
  output,
  refusals: [...refusals, 'command_unknown'],
  run: async (request, given) =>
    intoDraft(request, given.draft, ({ settings: { words } }) => {
      const command = commandOf(given.command, words);
      if (command === undefined || command === 'affirm')
        return refuse('command_unknown', { field: 'command', facts: { command: given.command } });
      const word = bare(given.word);
      const own = words.add?.[command] ?? [];
      return own.includes(word)
        ? { words: { add: { [command]: own.filter((one) => one !== word) } } }
        : { words: { remove: [...new Set([...(words.remove ?? []), word])] } };
    }),
});

/** Puts the answer to a common question into a draft. An empty one restores ours. */
export const draftAnswer = operation({
  id: 'draftAnswer',
  summary: 'Puts an answer to a common question into a draft',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({
    draft: into,
    topic: z.enum(answerTopics),
    language: z.enum(languages),
    text: z.string().trim().max(400).default(''),
  }),
  output,
  refusals,
  run: async (request, { draft, topic, language, text }) =>
    intoDraft(request, draft, () => ({
      answers: { [topic]: { [language]: text === '' ? null : text } },
    })),
});

/** Makes a draft that brings an earlier version of the settings back, whole or by name. */
export const draftEarlierSettings = operation({
  id: 'draftEarlierSettings',
  summary: 'Makes a draft that brings an earlier version of the settings back',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({
    version: z.coerce.number().int().positive(),
    name: z.string().optional().describe('Only this setting. Absent: all.'),
  }),
  output,
  refusals: [...refusals, 'version_unknown'],
  run: async (request, { version, name }) => {
    const { db, institution } = request;
    const then = await settingsOfVersion(db, institution.id, version);
    if (!then) return refuse('version_unknown', { facts: { version: String(version) } });
    const now = plainSettings(await institutionNow(db, request));
    const names = [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
      (one) => (name === undefined || one === name) && !isSame(then[one], now[one]),
    );
    if (names.length === 0) return refuse('draft_empty');
    return intoDraft(request, undefined, () => ({}), {
      whole: Object.fromEntries(names.map((one) => [one, then[one] ?? null])),
    });
  },
});

/** Takes one setting out of a draft again. */
export const undraftSetting = operation({
  id: 'undraftSetting',
  summary: 'Takes a setting out of a draft',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({ draft: draftField, name: z.string() }),
  output,
  refusals: ['draft_unknown', 'draft_ended'],
  run: async (request, { draft: id, name }) =>
    request.db.transaction(async (tx) => {
      const draft = await openDraft(tx, request, id);
      if (isRefused(draft)) return draft;
      const { [name]: _gone, ...settings } = draft.settings;
      await changeDraft(tx, request.institution.id, {
        ...draft,
        settings,
        by: request.principal.name,
        at: request.world.clock.now(),
      });
      return { draft: id };
    }),
});

/**
 * Brings a stale draft up to date: it keeps what nobody changed meanwhile, and gives up the rest.
 */
export const renewSettingsDraft = operation({
  id: 'renewSettingsDraft',
  summary: 'Brings a draft up to date with settings that changed meanwhile',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({ draft: draftField }),
  output: output.extend({
    givenUp: z.array(z.string()).describe('Settings that somebody else changed meanwhile.'),
  }),
  refusals: ['draft_unknown', 'draft_ended'],
  run: async (request, { draft: id }) =>
    request.db.transaction(async (tx) => {
      const draft = await openDraft(tx, request, id);
      if (isRefused(draft)) return draft;
      const institution = await institutionNow(tx, request);
      const base = (await settingsOfVersion(tx, institution.id, draft.baseVersion)) ?? {};
      const now = plainSettings(institution);
      const kept = Object.entries(draft.settings).filter(([name]) => isSame(base[name], now[name]));
      await changeDraft(tx, institution.id, {
        id,
        baseVersion: institution.settingsVersion,
        settings: Object.fromEntries(kept),
        by: request.principal.name,
        at: request.world.clock.now(),
      });
      const givenUp = Object.keys(draft.settings).filter(
        (name) => !kept.some(([one]) => one === name),
      );
      return { draft: id, givenUp };
    }),
});

/** Drops a draft. */
export const dropSettingsDraft = operation({
  id: 'dropSettingsDraft',
  summary: 'Drops a draft of settings',
  access: 'staff',
  permission: 'draft_settings',
  input: z.strictObject({ draft: draftField }),
  output,
  refusals: ['draft_unknown', 'draft_ended'],
  run: async (request, { draft: id }) =>
    request.db.transaction(async (tx) => {
      const draft = await openDraft(tx, request, id);
      if (isRefused(draft)) return draft;
      await endDraft(tx, request.institution.id, {
        id,
        by: request.principal.name,
        at: request.world.clock.now(),
      });
      await dropRehearsal(tx, request.institution.id, id);
      await noted(tx, request, { what: 'settings_draft_dropped', id, names: draft.settings });
      return { draft: id };
    }),
});

/**
 * Writes changes into a draft, new or begun, as one that could become live.
 * @param patchOf gives a merge patch, of the institution as the draft makes it
 * @param more `whole`: values that replace a setting as a whole
 */
async function intoDraft(
  request: StaffContext,
  id: string | undefined,
  patchOf: (drafted: Institution) => PlainSettings | Refused,
  more: { readonly whole?: PlainSettings } = {},
): Promise<{ draft: string } | Refused> {
  const { world } = request;
  const now = world.clock.now();
  return request.db.transaction(async (tx) => {
    const begun = id === undefined ? undefined : await openDraft(tx, request, id);
    if (isRefused(begun)) return begun;
    const institution = await institutionNow(tx, request);
    if (begun && isStale(begun, institution.settingsVersion)) return refuse('draft_stale');
    const wanted = begun?.settings ?? {};
    const drafted = draftedInstitution(institution, wanted, now);
    const patch = patchOf(drafted);
    if (isRefusal(patch)) return patch;
    const before = plainSettings(drafted);
    const changed = Object.entries(patch)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [
        name,
        value === null ? null : (mergePatch(before[name], value) ?? null),
      ]);
    const settings = { ...wanted, ...Object.fromEntries(changed), ...more.whole };
    assertTexts(draftedInstitution(institution, settings, now), now);
    const draft = begun?.id ?? world.ids.next();
    const written = {
      id: draft,
      baseVersion: institution.settingsVersion,
      settings,
      by: request.principal.name,
      at: now,
    };
    await (begun
      ? changeDraft(tx, institution.id, written)
      : insertDraft(tx, institution.id, written));
    await noted(tx, request, { what: 'settings_drafted', id: draft, names: settings });
    return { draft };
  });
}

function isRefusal(value: PlainSettings | Refused): value is Refused {
  return isRefused(value);
}

/** A draft is its own reason: making it live asks for one. */
async function noted(
  tx: Queries,
  request: StaffContext,
  { what, id, names }: { readonly what: string; readonly id: string; readonly names: object },
): Promise<void> {
  const { why = '' } = request;
  const { world, institution, principal } = request;
  await recordInAuditLog(
    tx,
    { world, institution, principal, why: why.trim() === '' ? 'in a draft' : why },
    { what, subject: id, detail: { names: Object.keys(names) } },
  );
}
