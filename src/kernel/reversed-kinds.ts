/** Kinds of entries that take money out. What they bring in came back. */
export const outgoingKinds = [
  'card',
  'purchase',
  'check',
  'withdrawal',
  'fee',
  'payment',
  'refund',
] as const;

/** Kinds of entries that bring money in. What they take out is a return or a correction, and nobody spent it. */
export const incomingKinds = ['deposit', 'dividend', 'interest'] as const;

/**
 * Kinds that a search, a sum or a statement knows by name. Books that are imported may bring others, which count by their sign and
 * description alone.
 */
export const knownKinds: readonly string[] = [
  ...outgoingKinds,
  ...incomingKinds,
  'transfer',
  'advance',
];

const outgoing: ReadonlySet<string> = new Set(outgoingKinds);
const incoming: ReadonlySet<string> = new Set(incomingKinds);

/** Whether an entry moves the balance against its kind: a returned deposit, a reversed withdrawal. */
export function isReversed({
  kind,
  raises,
}: {
  readonly kind: string;
  readonly raises: boolean;
}): boolean {
  return (raises ? outgoing : incoming).has(kind);
}
