import { parseAccept } from 'hono/utils/accept';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { defaultLanguage, isLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import type { Institution } from '../../members/institution.ts';
import type { Member } from '../../members/member.ts';

const cookieName = 'mv_language';
const yearSeconds = 365 * 24 * 3600;

/**
 * In which language a visit is held: as chosen on the site, else as the member's messages are, else as the browser asks, else the
 * institution's first; always one that the institution offers.
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

/** Keeps what the visitor chose, in this browser. */
export function keepLanguage(context: Context, language: Language, secure: boolean): void {
  setCookie(context, cookieName, language, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: yearSeconds,
  });
}
