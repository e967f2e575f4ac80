import type { Language } from '../../../kernel/vocabulary/language.ts';
import type { Institution } from '../../../members/institution.ts';
import type { StaffPrincipal } from '../../../operations/principal.ts';
import type { WebDependencies } from '../../../operations/request-context.ts';
import type { Discover } from '../../../access/open-id/discovery.ts';
import type { Provider } from '../../../staff-access/single-sign-on/provider.ts';
import type { ConsoleContext } from './console-env.ts';

/** A person who is signed in, as the session of a request names them. */
export interface FoundPerson {
  readonly principal: StaffPrincipal;
  readonly sessionId: string;
  /** The language of their pages. */
  readonly language: Language;
}

export type SignedInBy = (
  context: ConsoleContext,
  place: { readonly institution: Institution; readonly consoleUrl: string },
) => Promise<FoundPerson | undefined>;

/** The institutions' identity providers. */
export interface ConsoleSingleSignOn {
  /** @returns `undefined` if the institution has none */
  providerOf(institution: Institution): Provider | undefined;
  readonly discover: Discover;
}

export interface ConsoleOptions extends Omit<
  WebDependencies,
  'siteAt' | 'publicUrl' | 'messaging'
> {
  /** Finds the institution whose console this host serves. */
  readonly consoleAt: (
    host: string | undefined,
  ) => Promise<{ readonly institution: Institution; readonly consoleUrl: string } | undefined>;
  /** Finds the person of a request by its session. */
  readonly signedInBy: SignedInBy;
  /** The institutions' identity providers. Absent: people sign in by passkey alone. */
  readonly singleSignOn?: ConsoleSingleSignOn | undefined;
  /** How many proxies stand before the service. */
  readonly proxies?: number;
  /** Allows one-click sign-in. For the loopback only. */
  readonly demonstration?: boolean;
}
