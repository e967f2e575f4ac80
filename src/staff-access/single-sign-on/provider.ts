import type { OpenIdProvider } from '../../access/open-id/provider.ts';
import type { StaffRole } from '../../kernel/vocabulary/principal.ts';

/** An institution's identity provider, as its settings and the installation's secrets describe it. */
export interface Provider extends OpenIdProvider {
  /** The claim that has the person's roles there. */
  readonly rolesClaim: string;
  /** From a role there to one of ours. Empty: roles are given here, in the list of staff. */
  readonly roles: Readonly<Record<string, StaffRole>>;
}

/** Tells whether the provider decides which roles people have. */
export function decidesRoles({ roles }: Pick<Provider, 'roles'>): boolean {
  return Object.keys(roles).length > 0;
}
