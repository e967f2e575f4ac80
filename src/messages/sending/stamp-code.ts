import { foldToGsm7 } from '../../kernel/gsm7.ts';
import { purposes, type Purpose } from '../../kernel/vocabulary/purpose.ts';
import type { ChannelTraits, WireText } from '../channel.ts';

/**
 * Builds the text to send, and is the only place that does. A message to a member's address ends in that address's code. If the
 * code isn't available, only a closed list of purposes may go without one; everything else is refused.
 */
export type Stamped =
  | { readonly text: WireText }
  /** It must not be sent: a bug of ours, or an address that may no longer get it. */
  | { readonly refused: 'no_code' | 'no_word' | 'too_long' };

/**
 * @param message its text without the code; `code` absent: the address is a stranger's, unproven or suspended. `inset`: the
 *   one-time code, which an `enrolment_word` always has and nothing else does
 */
export function stampCode(
  message: {
    readonly text: string;
    readonly purpose: Purpose;
    readonly code?: string | undefined;
    readonly inset?: string | undefined;
  },
  traits: Pick<ChannelTraits, 'textMax' | 'encoding'>,
): Stamped {
  const { code, purpose, inset } = message;
  if ((purpose === 'enrolment_word') !== (inset !== undefined)) return { refused: 'no_word' };
  if (code === undefined && !purposes[purpose].mayLackCode) return { refused: 'no_code' };
  const said = inset === undefined ? message.text : message.text.replace(/\*{8}/, () => inset);
  const line = code === undefined ? said : `${said} ${code}`;
  const text = traits.encoding === 'gsm7' ? foldToGsm7(line) : line;
  if (text.length > traits.textMax) return { refused: 'too_long' };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand is given here and nowhere else
  return { text: text as WireText };
}
