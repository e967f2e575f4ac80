/** The letters of a dispute (12 CFR 1005.11). */
export const letterKinds = [
  'received',
  'credited',
  'no_error',
  'corrected',
  'credit_withdrawn',
] as const;

export type LetterKind = (typeof letterKinds)[number];

/** The money that a dispute moves, each at most once. */
export const caseCreditKinds = ['provisional', 'correction', 'taken_back'] as const;

export type CaseCreditKind = (typeof caseCreditKinds)[number];
