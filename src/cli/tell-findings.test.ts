import { expect, it } from 'vitest';
import type { ImportError } from '../ledger/import/read-table.ts';
import { tellFindings } from './tell-findings.ts';

const wrong = (line: number, reason = 'no language'): ImportError => ({
  file: 'members',
  line,
  reason,
});
const say = ({ line, reason }: ImportError) => `line ${line}: ${reason}`;

it('tells a reason of many lines three times, and then the numbers of the others', () => {
  const many = Array.from({ length: 5 }, (_, index) => wrong(index + 2));
  expect(tellFindings([...many, wrong(9, 'no name')], say)).toEqual([
    'line 2: no language',
    'line 3: no language',
    'line 4: no language',
    '  the same in 2 more lines: 5, 6',
    'line 9: no name',
  ]);
  expect(tellFindings(many.slice(0, 4), say)).toHaveLength(4);
});

it('shortens a long list of numbers', () => {
  const many = Array.from({ length: 100 }, (_, index) => wrong(index + 2));
  expect(tellFindings(many, say).at(-1)).toMatch(/ 97 more lines: 5, 6, .* 24, … 101$/);
});
