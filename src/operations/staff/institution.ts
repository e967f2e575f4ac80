import { z } from 'zod';
import { present } from '../../kernel/assert.ts';
import { changeSettings, loadInstitution, renameInstitution } from '../../members/institution.ts';
import { settingsHistory } from '../../members/settings-history.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';
import { settingsShown } from './settings-shown.ts';
import { assertTexts } from './own-texts.ts';

/** The institution with its settings. Amounts are minor units, as text. */
export const readInstitution = operation({
  id: 'readInstitution',
  summary: 'Shows the institution with its settings',
  access: 'staff',
  permission: 'read_settings',
  input: z.strictObject({}),
  output: z.record(z.string(), z.unknown()),
  refusals: [],
  run: async ({ institution }) => {
    const text = JSON.stringify(institution, (_name, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  },
});

/** Each version of the settings, with who made it, when, and what it changed. */
export const readSettingsHistory = operation({
  id: 'readSettingsHistory',
  summary: 'Shows who changed the settings, when, and what',
  access: 'staff',
  permission: 'read_settings',
  input: z.strictObject({}),
  output: z.object({
    versions: z.array(
      z.object({
        version: z.number(),
        at: z.string(),
        who: z.string(),
        changes: z.array(
          z.object({
            name: z.string(),
            before: z.unknown().optional(),
            after: z.unknown().optional(),
          }),
        ),
      }),
    ),
  }),
  refusals: [],
  run: async ({ db, institution }) => {
    const history = await settingsHistory(db, institution.id);
    return {
      versions: history.map((one) => ({
        ...one,
        at: one.at.toString(),
        changes: [...one.changes],
      })),
    };
  },
});

/** Changes settings by merge (RFC 7396), and the name or the time zone. */
export const changeInstitution = operation({
  id: 'changeInstitution',
  summary: 'Changes settings, the name or the time zone of the institution',
  access: 'staff',
  permission: 'change_settings',
  input: z.strictObject({
    settings: z.record(z.string(), z.unknown()).optional(),
    name: z.string().optional(),
    zone: z.string().optional(),
  }),
  output: z.object({ changed: z.array(z.string()) }),
  refusals: ['nothing_given', 'institution_invalid', 'texts_unusable'],
  difference: async ({ db, institution }, { settings = {}, name, zone }) => {
    const now = present(await loadInstitution(db, institution.id), 'the request has it');
    const called = { name, zone };
    const lines = (['name', 'zone'] as const).flatMap((what) =>
      called[what] === undefined ? [] : [{ what, before: now[what], after: called[what] }],
    );
    return { subject: 'settings', lines: [...lines, ...settingsShown(now.settings, settings)] };
  },
  run: async (request, { settings = {}, name, zone }) => {
    const { world } = request;
    const renamed = {
      ...(name === undefined ? {} : { name }),
      ...(zone === undefined ? {} : { zone }),
    };
    const [named, called] = [Object.keys(settings), Object.keys(renamed)];
    if (named.length + called.length === 0) return refuse('nothing_given');
    const place = { institutionId: request.institution.id, actor: actorOf(request) };
    await request.db.transaction(async (tx) => {
      if (named.length > 0) {
        const after = await changeSettings(tx, world, { ...place, changes: settings });
        assertTexts(after, world.clock.now());
      }
      if (called.length > 0) await renameInstitution(tx, world, { ...place, changes: renamed });
    });
    return { changed: [...named, ...called] };
  },
});
