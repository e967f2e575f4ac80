import { z } from 'zod';

/** A setting on one line. */
export const lineSetting = z
  .string('is a text')
  .regex(/^[^\p{Cc}]*$/u, 'is one line of text, without control characters');

/** A whole number within bounds. It is strict: `1e3`, `0x10` and `80.0` are typing errors. */
export const wholeSetting = (min: number, max: number) => {
  const sentence = `is a whole number from ${min} to ${max}`;
  return z
    .string(sentence)
    .regex(/^\s*\d{1,15}\s*$/, sentence)
    .transform(Number)
    .refine((value) => value >= min && value <= max, sentence);
};

/** One of several names. */
export const choiceSetting = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, `is ${names.join(' or ')}`);

/** Splits a comma-separated setting. */
export function listOf(setting: string | undefined): string[] {
  return (setting ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
