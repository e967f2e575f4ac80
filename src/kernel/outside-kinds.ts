/**
 * Kinds of entries whose other side is never an own account of the same person. Kinds are open: books
 * that are imported bring their own. For all others a search looks at the other side.
 */
export const outsideKinds = [
  'card',
  'check',
  'fee',
  'dividend',
  'interest',
  'deposit',
  'withdrawal',
] as const;
