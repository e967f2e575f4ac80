import { expect, it } from 'vitest';
import { staffRefusals } from './refusals/staff.ts';
import { webRefusals } from './refusals.ts';

it('no code of a staff refusal is one of members’ too: they would read the staff’s English', () => {
  expect(Object.keys(staffRefusals).filter((code) => code in webRefusals)).toEqual([]);
});
