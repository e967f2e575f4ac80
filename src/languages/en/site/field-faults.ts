/** What is wrong with one field of a form. `{count}` is a number of characters. */
export const fieldFaults = {
  missing: 'Please fill this in.',
  too_long: 'Use at most {count} characters.',
  too_short: 'Use at least {count} characters.',
  malformed: 'This isn’t in the right format. Please check it.',
} as const;
