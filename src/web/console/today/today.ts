import type { z } from 'zod';
import type { readToday } from '../../../operations/today/read-today.ts';

/** What waits for people now, as the page shows it. */
export type Today = z.output<(typeof readToday)['output']>;
