import { daniel } from './people/daniel.ts';
import { etienne } from './people/etienne.ts';
import { lucia } from './people/lucia.ts';
import { maya } from './people/maya.ts';
import { ruth } from './people/ruth.ts';
import { sam } from './people/sam.ts';
import type { DemoPerson } from './person.ts';

export { demoInstitution } from './institution.ts';
export type { DemoPerson } from './person.ts';

/** The members of the demonstration credit union. All are fictional. */
export const demoPeople: readonly DemoPerson[] = [maya, daniel, lucia, etienne, ruth, sam];
