import type { Site } from '../../access/passkey-site.ts';
import type { RequestContext } from '../request-context.ts';

/** The site that passkeys belong to, as this institution calls it. */
export function siteOf({
  publicUrl,
  institution,
}: Pick<RequestContext, 'publicUrl' | 'institution'>): Site {
  return { publicUrl, name: institution.settings.portalName };
}
