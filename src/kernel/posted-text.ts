/** Fees that staff post. Each has its words in each language. */
export const staffFees = [
  'paper_statement',
  'returned_item',
  'stop_payment',
  'wire',
  'cashiers_check',
  'replacement_card',
  'copies',
  'research',
  'dormant_account',
  'other',
] as const;
export type StaffFee = (typeof staffFees)[number];

/** Why staff hold money. Each has its words in each language. */
export const staffHolds = [
  'deposited_check',
  'card_payment',
  'legal_order',
  'dispute',
  'suspected_fraud',
  'member_request',
] as const;
export type StaffHold = (typeof staffHolds)[number];

/** The text of an entry or a hold that staff posted. */
export type PostedText =
  | { readonly posted: 'fee'; readonly fee: StaffFee }
  | { readonly posted: 'hold'; readonly hold: StaffHold }
  /** The words of the transaction that it undoes or corrects. */
  | { readonly posted: 'reversal' | 'correction'; readonly of: string };

/** The longest text of an entry. */
const textMax = 80;

const prefixes = {
  fee: 'FEE',
  hold: 'HOLD',
  reversal: 'REVERSAL OF',
  correction: 'CORRECTION OF',
} as const;

/**
 * Writes the text as the books keep it: `FEE PAPER STATEMENT`. Readers get it in their language,
 * by `readPostedText`.
 */
export function postedText(text: PostedText): string {
  return `${prefixes[text.posted]} ${objectOf(text)}`.slice(0, textMax).trim();
}

function objectOf(text: PostedText): string {
  if (text.posted === 'fee') return inCapitals(text.fee);
  if (text.posted === 'hold') return inCapitals(text.hold);
  return text.of;
}

/**
 * Reads a text that `postedText` wrote.
 * @returns `undefined` for any other text
 */
export function readPostedText(text: string): PostedText | undefined {
  const fee = staffFees.find((one) => text === `${prefixes.fee} ${inCapitals(one)}`);
  if (fee) return { posted: 'fee', fee };
  const hold = staffHolds.find((one) => text === `${prefixes.hold} ${inCapitals(one)}`);
  if (hold) return { posted: 'hold', hold };
  for (const posted of ['reversal', 'correction'] as const)
    if (text.startsWith(`${prefixes[posted]} `))
      return { posted, of: text.slice(prefixes[posted].length + 1) };
  return undefined;
}

function inCapitals(name: string): string {
  return name.replaceAll('_', ' ').toUpperCase();
}
