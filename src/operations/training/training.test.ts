import { beforeAll, expect, it } from 'vitest';
import { staffPerson } from '../../../test/support/console.ts';
import { onSampledEngines } from '../../../test/support/sampled-engines.ts';
import { startService, type Service } from '../../../test/support/service.ts';
import { staffRequest } from '../../../test/support/staff-request.ts';
import { languages, type Language } from '../../kernel/vocabulary/language.ts';
import { packs } from '../../languages/index.ts';
import { perform } from '../perform.ts';
import { exercises, readingName } from './exercises.ts';
import { tryTrainingText } from './try-training-text.ts';

onSampledEngines('the practice space', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 1, settings: { stepUp: undefined } });
  });
  const tryText = async (text: string, language: Language = 'en') => {
    const request = {
      ...staffRequest({ db: db(), fixture: service.fixture, world: service.world }),
      principal: staffPerson('teller', service),
    };
    const { done, refused } = await perform(request, tryTrainingText, { text, language });
    return done ?? { intent: `refused: ${refused?.code}`, reply: '' };
  };

  it.each(languages.flatMap((language) => exercises.map((one) => ({ language, ...one }))))(
    'reads $text in $language as $intent',
    async ({ language, text, ...expected }) => {
      const said = packs[language].console.training[text];
      const tried = await tryText(said, language);
      expect([said, readingName(tried)]).toEqual([said, readingName(expected)]);
      expect(tried.reply).not.toBe('');
    },
  );

  it('answers with the money of the demonstration member', async () => {
    expect((await tryText('#bal 7')).reply).toContain('$1,159.33');
    expect((await tryText('history 7')).reply).toContain('Corner Grocery');
    expect((await tryText('check 1041')).reply).toContain('$120.00');
    expect((await tryText('transfer 20 from 7 to 0')).reply).toContain('$20.00');
    expect((await tryText('transfer 20000 from 7 to 0')).reply).not.toContain('Moved');
    expect((await tryText('groceries this month')).reply).toContain('$23.18');
    expect((await tryText('#bal 0', 'es')).reply).toContain('500');
  });

  it('writes nothing at all', async () => {
    const count = async () => {
      const tables = await db().query<{ name: string }>(
        `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
      );
      const rows: [string, unknown][] = [];
      for (const { name } of tables) {
        const [row] = await db().query<{ n: number }>(`select count(*)::int as n from "${name}"`);
        rows.push([name, row?.n]);
      }
      return Object.fromEntries(rows);
    };
    const before = await count();
    await tryText('transfer 20 from 7 to 0');
    await tryText('I did not make this charge of 23.18');
    await tryText('STOP');
    await tryText('LOCK');
    await tryText('alert me if checking is below 100');
    expect(await count()).toEqual(before);
  });
});
