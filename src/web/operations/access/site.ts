import type { Site } from '../../../access/passkey-site.ts';
import type { Act } from '../../act.ts';

/** The site that passkeys belong to, as this institution calls it. */
export function siteOf({ publicUrl, institution }: Pick<Act, 'publicUrl' | 'institution'>): Site {
  return { publicUrl, name: institution.settings.portalName };
}
