import { expect, it } from 'vitest';
import { contrast } from './contrast.ts';
import { institutionSettings } from './institution-settings.ts';

it('is the ratio that WCAG names', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  expect(contrast('#0f5c4c', '#0f5c4c')).toBe(1);
});

it('an institution’s colors must be readable', () => {
  const given = (main: string, onMain: string) =>
    institutionSettings.safeParse({ colors: { main, onMain } }).success;
  expect(given('#0f5c4c', '#ffffff')).toBe(true);
  expect(given('#0f5c4c', '#0f6c5c')).toBe(false);
  expect(given('#ffe600', '#000000')).toBe(false);
});
