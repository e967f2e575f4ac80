import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requirements } from './asvs/requirements.ts';
import { examinerPages } from './pages.ts';
import { regulationE } from './regulation-e.ts';
import { tcpa } from './tcpa.ts';

const folder = new URL('../../../docs/examiner/', import.meta.url);

describe('the papers for an examiner', () => {
  it.each(Object.entries(examinerPages))('%s is current, and its files exist', (name, page) => {
    const file = new URL(name, folder);
    const text = page();
    if (process.env['TMM_WRITE_DOCS'] === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, text);
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
    expect(links.filter((to) => !existsSync(new URL(to, file)))).toEqual([]);
  });

  it('name a file wherever they say that something is met, and a reason wherever not', () => {
    const rows = [...regulationE, ...tcpa, ...requirements];
    expect(rows.filter(({ state, where }) => state === 'met' && where.length === 0)).toEqual([]);
    const unexplained = rows.filter(
      ({ state, remark, where }) =>
        (state === 'in part' ||
          state === 'not met' ||
          (state === 'the institution' && !where[0])) &&
        remark === undefined,
    );
    expect(unexplained).toEqual([]);
  });

  it('list each requirement of ASVS 5.0 up to level 2 once, in its order', () => {
    const levels = Map.groupBy(requirements, ({ level }) => level);
    // So many the standard has.
    expect([levels.get(1)?.length, levels.get(2)?.length]).toEqual([70, 183]);
    const places = requirements.map(({ rule }) =>
      rule
        .slice(1)
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.'),
    );
    expect(places).toEqual([...new Set(places)].sort());
  });

  it('give a reason for each requirement of ASVS that has no file', () => {
    const bare = requirements.filter(({ where, remark }) => where.length === 0 && !remark);
    expect(bare).toEqual([]);
  });
});
