import { z } from 'zod';
import { isTimeZone } from '../kernel/time-zone.ts';

/** A member's time zone, as operations accept it. */
export const timeZoneField = z
  .string()
  .trim()
  .max(60)
  .refine((zone) => zone === '' || isTimeZone(zone), 'no time zone')
  .describe('IANA, such as `America/Denver`. Empty means the institution’s.');
