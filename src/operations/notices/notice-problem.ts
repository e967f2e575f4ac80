import type { Institution } from '../../members/institution.ts';
import { findSecrets } from '../../secrets/find-secrets.ts';
import { foreignLinksIn } from '../inbox/foreign-links.ts';
import type { RefusalCode } from '../refusals.ts';

/** What must not stand in a text to many, and where it stands. */
export interface NoticeProblem {
  readonly code: RefusalCode;
  readonly found: string;
}

const figures: readonly RegExp[] = [
  // An amount of money: with a sign, a currency, cents or thousands.
  /\p{Sc}\s?\d[\d.,]*|\d[\d.,]*\s?\p{Sc}/u,
  /\p{N}[\d.,]*\s?(?:usd|eur|cad|mxn|d[oó]lar(?:es)?|dollars?|bucks?|cents?|centavos?|centimes?|euros?|pesos?)(?!\p{L})/iu,
  /(?:usd|eur|cad|mxn)\s?\d[\d.,]*/iu,
  /\d+[.,]\d{2}(?![\d\p{L}])|\d{1,3}(?:[., ’]\d{3})+(?!\d)/u,
  /\d[\d.,]*\s?(?:%|percent|per\s?cent|por\s?ciento|pour\s?cent)/iu,
  // An account, a card, a member: five digits or more, also with spaces, dots or dashes between.
  /\d(?:[ .\-–]?\d){4,}/u,
  // The end of an account's or card's number, masked.
  /(?:[*x•#]{2,}[ -]?)\d{2,}/iu,
];

/** A code mixes letters and digits: `K7M2QX`. `24th`, `10am` and `B2B` don't count. */
const code =
  /(?<![\p{L}\p{N}])(?=\p{L}*\d)(?=\d*\p{L})(?=[\p{L}\d]*\d[\p{L}\d]*\p{L}|\p{L}+\d{3})[\p{L}\d]{5,10}(?![\p{L}\p{N}])/u;

const place = /\{\w*\}|\[\[?[\w ]+\]?\]/u;

/**
 * Finds what must not go to many: amounts, rates and long numbers, codes and secrets, links that
 * aren't the institution's, and places that nobody fills. Dates, hours and the institution's own
 * phone numbers may stand there.
 */
export function noticeProblem(text: string, institution: Institution): NoticeProblem | undefined {
  const shown = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  const { settings } = institution;
  const [link] = foreignLinksIn(shown, settings);
  if (link !== undefined) return { code: 'notice_has_link', found: link };
  const blank = place.exec(shown);
  if (blank) return { code: 'notice_has_place', found: blank[0] };
  const own = [settings.phone, settings.cardLine, settings.errorPhone].filter((one) => one !== '');
  const open = own.reduce((left, number) => left.replaceAll(number, ' … '), shown);
  // A date is no figure: 12/24/2026, 2026-12-24.
  const rest = open.replaceAll(
    /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2})(?!\d)/gu,
    ' … ',
  );
  const { places } = findSecrets(rest, settings.routingNumber);
  const [first] = places;
  for (const pattern of figures) {
    const figure = pattern.exec(rest);
    if (figure) return { code: 'notice_has_figure', found: figure[0].trim() };
  }
  if (first) return { code: 'notice_has_secret', found: rest.slice(first[0], first[1]) };
  const mixed = code.exec(rest);
  return mixed ? { code: 'notice_has_secret', found: mixed[0] } : undefined;
}
