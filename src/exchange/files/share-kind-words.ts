import { shareKinds, type ShareKind } from '../../kernel/vocabulary/share-kind.ts';

/** The field's words for kinds of accounts, in lower case. */
const words: Readonly<Record<ShareKind, readonly string[]>> = {
  checking: [
    'share draft',
    'draft',
    'share draft account',
    'sd',
    'dda',
    'chk',
    'chequing',
    'current',
  ],
  savings: [
    'share',
    'shares',
    'share savings',
    'regular share',
    'regular shares',
    'prime share',
    'sav',
    'money market',
    'club',
    'holiday club',
    'christmas club',
    'ira share',
  ],
  certificate: ['share certificate', 'cert', 'cd', 'term share', 'ira certificate'],
  loan: [
    'auto loan',
    'car loan',
    'consumer loan',
    'personal loan',
    'signature loan',
    'mortgage',
    'home equity',
    'heloc',
    'line of credit',
    'loc',
    'credit card',
    'visa',
  ],
};

const byWord = new Map<string, ShareKind>(
  shareKinds.flatMap((kind) => [kind, ...words[kind]].map((word) => [word, kind] as const)),
);

/**
 * Finds the kind of account that a word of the field names. Pure.
 * @param own the core's own words, which come first; in lower case
 */
export function shareKindOf(
  word: string,
  own: ReadonlyMap<string, ShareKind>,
): ShareKind | undefined {
  const tidy = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
  return own.get(word.trim().toLowerCase()) ?? own.get(tidy) ?? byWord.get(tidy);
}
