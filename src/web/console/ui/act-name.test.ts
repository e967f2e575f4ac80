import { expect, it } from 'vitest';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { isDual } from '../../../operations/permissions.ts';
import { staffOperations } from '../../../operations/staff-operations.ts';
import { actName } from './act-name.ts';

const waiting = staffOperations.filter(({ permission }) => isDual(permission));

it.each(languages)('each act that may wait has a name in %s', (language) => {
  expect(waiting.length).toBeGreaterThan(20);
  const bare = waiting.filter(
    ({ id, summary }) => (actName({ language }, id) === summary) !== (language === 'en'),
  );
  expect(bare.map(({ id }) => id)).toEqual([]);
});
