import { beforeAll, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { rehearseDrafts } from '../../conversation/rehearse-drafts.ts';
import { ledgerCore } from '../../core/local/ledger-core.ts';
import { present } from '../../kernel/assert.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';
import { loadInstitution } from '../../members/institution.ts';
import { indexMessages } from '../../messages/search/index-messages.ts';
import { runningRehearsal } from '../../staff/settings-drafts/rehearsals.ts';
import { listStaffApprovals } from '../dual-control/list-approvals.ts';
import { perform } from '../perform.ts';
import { approve } from '../staff-operations.ts';
import { changeInstitution } from '../staff/institution.ts';
import { makeDraftLive } from './make-draft-live.ts';
import { listRehearsedTexts, listSettingsDrafts, readSettingsDraft } from './read-drafts.ts';
import { rehearseSettingsDraft } from './rehearse-draft.ts';
import {
  draftAnswer,
  draftEarlierSettings,
  draftSettings,
  draftWord,
  dropSettingsDraft,
  renewSettingsDraft,
  undraftSetting,
} from './write-draft.ts';

onSampledEngines('drafts of settings', (db) => {
  let service: Service;
  let institutionId: number;
  beforeAll(async () => {
    service = await startService(db(), { people: 3 });
    institutionId = service.fixture.institution.id;
    for (const text of ['zasta 7', 'zasta 7', '#bal 7', 'transfer 20 from 7 to 0', 'fees?'])
      await service.say(0, text);
    await service.say(1, 'zasta 0');
    await service.say(2, 'my pin is 4821');
    await indexMessages(db(), { institutionId, rounds: 10 });
  });
  const as = (role: StaffRole) => ({
    ...staffRequest({ ...service, db: db() }, { why: 'members say so' }),
    principal: staffPerson(role, service),
  });
  const now = async () => present(await loadInstitution(db(), institutionId), 'it exists');
  const made = async (done: { readonly draft: string } | undefined) =>
    present(done?.draft, 'the draft was made');
  const word = async (text: string) =>
    made((await perform(as('supervisor'), draftWord, { command: 'balance', word: text })).done);
  const detail = async (draft: string) =>
    present((await perform(as('auditor'), readSettingsDraft, { draft })).done, 'it is there');
  const run = async (batch = 100) =>
    rehearseDrafts(db(), { core: ledgerCore, world: service.world, institutionId, batch });
  const rehearse = async (draft: string, batch?: number) => {
    const begun = await perform(as('supervisor'), rehearseSettingsDraft, { draft });
    expect(begun.refused).toBeUndefined();
    await run(batch);
  };
  const ask = async (draft: string, role: StaffRole = 'supervisor') => {
    const { refused } = await perform(as(role), makeDraftLive, { draft });
    if (refused?.code !== 'waits_for_approval') return refused?.code;
    const { done } = await perform(as('compliance'), listStaffApprovals, {});
    return present(
      done?.approvals.find(({ state }) => state === 'waiting'),
      'it waits',
    );
  };
  const waiting = async (draft: string) => {
    const asked = await ask(draft);
    return typeof asked === 'object' ? asked : expect.fail(String(asked));
  };

  it('shows side by side which texts a word would read and answer otherwise, and changes nothing', async () => {
    const version = (await now()).settingsVersion;
    const draft = await word('zasta');
    expect((await detail(draft)).lines).toEqual([{ what: 'words.add.balance', after: 'zasta' }]);
    await rehearse(draft, 2);
    expect((await detail(draft)).rehearsal).toMatchObject({
      state: 'done',
      isCurrent: true,
      total: 7,
      lookedAt: 7,
      readOtherwise: 3,
      answeredOtherwise: 3,
    });
    const { done } = await perform(as('compliance'), listRehearsedTexts, { draft });
    expect(done?.texts.map(({ text, times }) => [text, times])).toEqual([
      ['zasta #', 2],
      ['zasta #', 1],
    ]);
    expect(done?.texts[0]?.readAfter).toBe('balance: #bal #');
    expect(done?.texts[0]?.replyAfter).toMatch(/###\.## available/);
    expect(JSON.stringify(done)).not.toMatch(/1,000|4821/);
    expect((await now()).settingsVersion).toBe(version);
    const moved = await db().query("select 1 from transactions where key like 'rehearsal%'");
    expect(moved).toEqual([]);
    await perform(as('supervisor'), dropSettingsDraft, { draft });
    expect((await perform(as('compliance'), listRehearsedTexts, { draft })).done?.texts).toEqual(
      [],
    );
  });

  it('goes on after a restart, and a batch that two processes take counts once', async () => {
    const draft = await word('zasta');
    await perform(as('supervisor'), rehearseSettingsDraft, { draft });
    const options = { core: ledgerCore, world: service.world, institutionId, batch: 1 };
    expect(await rehearseDrafts(db(), { ...options, most: 0 })).toBe(true);
    expect(await runningRehearsal(db(), institutionId)).toMatchObject({ draftId: draft });
    await Promise.all([run(1), run(1), run(3)]);
    expect((await detail(draft)).rehearsal).toMatchObject({ lookedAt: 7, readOtherwise: 3 });
    const { done } = await perform(as('compliance'), listRehearsedTexts, { draft });
    expect(done?.texts.map(({ times }) => times)).toEqual([2, 1]);
    await perform(as('supervisor'), dropSettingsDraft, { draft });
  });

  it('goes live by a second person, once, as both saw it', async () => {
    const draft = await word('zasta');
    expect(await ask(draft)).toBe('draft_not_rehearsed');
    await rehearse(draft);
    const asked = await waiting(draft);
    expect(asked.lines).toEqual([
      { what: 'words.add.balance', after: 'zasta' },
      {
        what: 'of 7 texts of the last month',
        after: '3 read otherwise, 3 answered otherwise',
      },
      { what: 'version', before: expect.any(String), after: expect.any(String) },
    ]);
    const { reference } = asked;
    expect((await perform(as('supervisor'), approve, { reference })).refused?.code).toBe(
      'approval_own',
    );
    const results = await Promise.all([
      perform(as('compliance'), approve, { reference }),
      perform(as('compliance'), approve, { reference }),
    ]);
    expect(results.filter(({ done }) => done !== undefined)).toHaveLength(1);
    const after = await now();
    expect(after.settings.words.add?.balance).toEqual(['zasta']);
    expect(await detail(draft)).toMatchObject({
      state: 'live',
      liveVersion: after.settingsVersion,
      endedBy: 'compliance one',
    });
    expect(await ask(draft)).toBe('draft_ended');
    const said = await service.say(2, 'zasta 7', { externalId: 'live' });
    expect(JSON.stringify(said)).not.toContain('unknown');
  });

  it('a change of settings in between makes it stale, for who asks and for who approves', async () => {
    const { done } = await perform(as('supervisor'), draftSettings, {
      settings: { limits: { perDay: '400000' }, phone: '555-0100' },
    });
    const draft = await made(done);
    await rehearse(draft);
    const { reference, lines } = await waiting(draft);
    expect(lines).toContainEqual({
      what: 'limits.perDay',
      before: '$5,000.00',
      after: '$4,000.00',
    });
    const alone = staffRequest({ ...service, db: db() });
    await perform(alone, changeInstitution, { settings: { phone: '555-0199' } });
    const late = await perform(as('compliance'), approve, { reference });
    expect(late.done).toMatchObject({ approved: false, refusal: 'draft_stale' });
    expect((await now()).settings.limits.perDay).toBe(500_000n);
    expect(await ask(draft)).toBe('draft_stale');
    const renewed = await perform(as('supervisor'), renewSettingsDraft, { draft });
    expect(renewed.done?.givenUp).toEqual(['phone']);
    expect((await detail(draft)).names).toEqual(['limits']);
    expect(await ask(draft)).toBe('draft_not_rehearsed');
    await perform(as('supervisor'), dropSettingsDraft, { draft });
  });

  it('a change of the draft asks for another rehearsal, and ends one that runs', async () => {
    const draft = await word('zuzzo');
    await perform(as('supervisor'), rehearseSettingsDraft, { draft });
    await perform(as('admin'), draftAnswer, {
      draft,
      topic: 'fees',
      language: 'en',
      text: 'Our fees are at the counter.',
    });
    await run();
    expect((await detail(draft)).rehearsal).toMatchObject({ state: 'stopped', isCurrent: false });
    await rehearse(draft);
    const { done } = await perform(as('supervisor'), listRehearsedTexts, { draft });
    expect(done?.texts).toMatchObject([
      { text: 'fees?', readBefore: 'answer: fees', replyAfter: 'Our fees are at the counter.' },
    ]);
    await perform(as('supervisor'), undraftSetting, { draft, name: 'answers' });
    expect(await ask(draft)).toBe('draft_not_rehearsed');
    await perform(as('supervisor'), dropSettingsDraft, { draft });
  });

  it('brings an earlier version back, as a draft', async () => {
    const { settingsVersion } = await now();
    const back = await perform(as('supervisor'), draftEarlierSettings, { version: 1 });
    const draft = await made(back.done);
    expect((await detail(draft)).lines).toContainEqual({
      what: 'words.add.balance',
      before: 'zasta',
    });
    await rehearse(draft);
    const { reference } = await waiting(draft);
    expect((await perform(as('compliance'), approve, { reference })).done).toMatchObject({
      approved: true,
    });
    const after = await now();
    expect(after.settings.words.add?.balance ?? []).toEqual([]);
    expect(after.settingsVersion).toBe(settingsVersion + 1);
    expect(
      (await perform(as('supervisor'), draftEarlierSettings, { version: 1 })).refused?.code,
    ).toBe('draft_empty');
    expect(
      (await perform(as('supervisor'), draftEarlierSettings, { version: 999 })).refused?.code,
    ).toBe('version_unknown');
  });

  it('a draft that changes no text needs no rehearsal', async () => {
    const { done } = await perform(as('admin'), draftSettings, {
      settings: { colors: { main: '#123456', onMain: '#ffffff' } },
    });
    const draft = await made(done);
    expect(typeof (await ask(draft, 'admin'))).toBe('object');
    await perform(as('admin'), dropSettingsDraft, { draft });
  });

  it.each([
    [{ settings: { colors: { main: '#ffe600', onMain: '#000000' } } }, 'institution_invalid'],
    [{ settings: { nothing: 1 } }, 'institution_invalid'],
    [{ settings: { answers: { fees: { en: 'Card 4111 1111 1111 1111' } } } }, 'texts_unusable'],
    [{ zone: 'Mars' }, 'institution_invalid'],
    [{}, 'nothing_given'],
  ])('refuses %o, and keeps no draft', async (given, code) => {
    const before = (await perform(as('auditor'), listSettingsDrafts, {})).done?.drafts.length;
    expect((await perform(as('supervisor'), draftSettings, given)).refused?.code).toBe(code);
    const after = (await perform(as('auditor'), listSettingsDrafts, {})).done?.drafts.length;
    expect(after).toBe(before);
  });

  it('is not for everybody', async () => {
    const { refused } = await perform(as('auditor'), draftWord, { command: 'balance', word: 'x' });
    expect(refused?.code).toBe('role_missing');
    const draft = await word('zizzo');
    expect((await perform(as('admin'), listRehearsedTexts, { draft })).refused?.code).toBe(
      'role_missing',
    );
    expect((await perform(as('service'), readSettingsDraft, { draft })).refused?.code).toBe(
      'role_missing',
    );
  });
});
