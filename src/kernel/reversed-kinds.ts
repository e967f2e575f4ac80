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
