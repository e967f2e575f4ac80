import type { Site } from '../../access/passkey-site.ts';
import type { RequestContext } from '../request-context.ts';

/** Gives the site that passkeys belong to, under this institution's name. */
export function siteOf({
  publicUrl,
  institution,
}: Pick<RequestContext, 'publicUrl' | 'institution'>): Site {
  return { publicUrl, name: institution.settings.portalName };
}
