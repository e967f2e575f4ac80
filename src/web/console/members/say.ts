import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { ShareKind } from '../../../kernel/vocabulary/share-kind.ts';
import type { Language } from '../../../kernel/vocabulary/language.ts';
import { describeEntry, minorUnits } from '../../../operations/shares/wording.ts';
import { money, moneyText } from '../../ui/figures.ts';
import type { Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

export type Request = Pick<SignedInRequest, 'language'>;

/** The words of the pages about a member. */
export const sayMembers = ({ language }: Request) => sayOf(packs[language].console.members);
export const sayBooks = ({ language }: Request) => sayOf(packs[language].console.books);

/** The name of an account: `Checking 7`. */
export function shareName({ language }: Request, { kind, suffix, nickname }: ShareNamed): string {
  const say = sayOf(packs[language].site.accounts);
  return `${nickname ?? say(`kind_${kind}`)} ${suffix}`;
}

interface ShareNamed {
  readonly kind: ShareKind;
  readonly suffix: string;
  readonly nickname: string | null;
}

/** The text of an entry or a hold, in the reader's language as far as we word it. */
export function postedWords({ language }: Request, description: string): string {
  return describeEntry(sayOf(packs[language].site.accounts), { counter: null, description });
}

/** An amount of the API, as people read it. A dash while it isn't known. */
export function amount(
  language: Language,
  figure: string | null,
  { currency, signed = false }: { readonly currency: string; readonly signed?: boolean },
): Html | string {
  if (figure === null) return '–';
  return money(minorUnits(figure, currency), { currency, language, signed });
}

/** An amount inside a sentence. */
export function plain({ language }: Request, figure: string, currency: string): string {
  return moneyText(minorUnits(figure, currency), currency, language);
}
