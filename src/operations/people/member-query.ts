import { phoneChannels } from '../../channels/descriptors.ts';
import { countryOfZone } from '../../enrollment/phone-country.ts';
import { readPhoneNumber } from '../../enrollment/phone-number.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import { addressKey } from '../../members/bind-address.ts';
import { wordsOf, type MemberSearch } from '../../members/find-members.ts';
import type { Institution } from '../../members/institution.ts';

/** The fewest letters by which a name or handle is searched: one would find everybody. */
const lettersMin = 2;

/**
 * Reads what somebody typed to find a member: a number, a name, a handle, a phone number or a
 * receipt. A text may be several of these.
 */
export function memberQuery(
  text: string,
  {
    institution,
    keyring,
  }: { readonly institution: Institution; readonly keyring: Keyring | undefined },
): MemberSearch {
  const typed = text.trim();
  const phone = keyring && readPhoneNumber(typed, countryOfZone(institution.zone))?.e164;
  const receipt = readReceipt(typed);
  const isAccount = typed.startsWith('@');
  const words = wordsOf(typed);
  const isName = words.some((word) => word.length >= lettersMin && /\p{L}/u.test(word));
  return {
    number: /^[A-Za-z0-9-]{1,30}$/.test(typed) ? typed : undefined,
    ...(phone === undefined || !keyring
      ? {}
      : {
          phone: {
            channels: phoneChannels,
            blindIndexes: phoneChannels.flatMap((channel) =>
              keyring.blindIndexes('address', addressKey(institution.id, channel, phone)),
            ),
          },
        }),
    ...(receipt ? { receipt } : {}),
    handle: /^@?[\p{L}\w.]{2,40}$/u.test(typed) ? typed.replace(/^@/, '') : undefined,
    words: isName && !isAccount ? words : [],
  };
}

/** Reads `1-1176`, alone or after a member number. */
function readReceipt(typed: string): MemberSearch['receipt'] {
  const [, number, ordinal, sequence] =
    /^(?:(\S{1,30})\s+)?(\d{1,6})-(\d{1,15})$/.exec(typed) ?? [];
  if (ordinal === undefined || sequence === undefined) return undefined;
  return { ordinal: Number(ordinal), sequence: BigInt(sequence), number };
}
