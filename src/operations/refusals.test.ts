import { expect, it } from 'vitest';
import { staffRefusals } from './refusals/staff.ts';
import { webRefusals } from './refusals.ts';

it('no staff refusal shares a code with members’: they would read the staff’s English', () => {
  expect(Object.keys(staffRefusals).filter((code) => code in webRefusals)).toEqual([]);
});
