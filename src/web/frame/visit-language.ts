import { parseAccept } from 'hono/utils/accept';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { defaultLanguage, isLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import type { Institution } from '../../members/institution.ts';
import type { Member } from '../../members/member.ts';

const cookieName = 'mv_language';
const yearSeconds = 365 * 24 * 3600;

/**
 * Chooses the language of a visit: the visitor's choice on the site, or the language of the
 * member's messages, or the browser's, or the institution's first. It is always one that the
 * institution offers.
 */
export function visitLanguage(
  context: Context,
  given: { readonly institution: Institution; readonly member?: Member | undefined },
): Language {
  const offered = given.institution.settings.languages;
  const wishes = [
    getCookie(context, cookieName),
    given.member?.language,
    ...parseAccept(context.req.header('accept-language') ?? '').map(({ type }) =>
      type.slice(0, 2).toLowerCase(),
    ),
  ];
  const found = wishes.find((wish) => offered.some((language) => language === wish));
  return found !== undefined && isLanguage(found) ? found : (offered[0] ?? defaultLanguage);
}

/** Stores the visitor's choice in this browser. */
export function keepLanguage(context: Context, language: Language, secure: boolean): void {
  setCookie(context, cookieName, language, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: yearSeconds,
  });
}
