import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { ConsoleSignInTexts } from '../../../languages/console-texts.ts';
import type { Site } from '../../../access/passkey-site.ts';
import { noteRefused, tell, type Told } from '../../../operations/perform.ts';
import type { Refused } from '../../../operations/refusals.ts';
import type { StaffBrowser } from '../../../staff-access/enter-staff.ts';
import { nextOf } from '../../frame/form.ts';
import type { ConsoleContext, ConsoleRequest } from '../frame/console-env.ts';
import { consoleCookies, type ConsoleCookies } from './console-cookies.ts';

/** A request to sign in, with what its pages need. */
export interface SignInVisit {
  readonly context: ConsoleContext;
  readonly request: ConsoleRequest;
  readonly say: Say<keyof ConsoleSignInTexts>;
  readonly cookies: ConsoleCookies;
  /** What passkeys belong to. */
  readonly site: Site;
  readonly browser: StaffBrowser;
  /** Where to go afterwards. */
  readonly next: string;
}

export function visitOf(context: ConsoleContext, next?: string): SignInVisit {
  const request = context.get('request');
  const say = sayOf(packs[request.language].console.signIn);
  return {
    context,
    request,
    say,
    cookies: consoleCookies(context, request),
    site: { publicUrl: request.consoleUrl, name: `${request.institution.name}: ${say('console')}` },
    browser: { from: request.from, device: request.device, sessionId: request.sessionId },
    next: nextOf(next ?? context.req.query('next'), '/'),
  };
}

/** Words a refusal, and notes it for the security log. */
export function told(
  { request }: Pick<SignInVisit, 'request'>,
  event: string,
  refused: Refused,
): Told {
  noteRefused(request, event, refused.refused);
  return tell(request, refused);
}
