import { z } from 'zod';
import { readCarrierUrl } from './carrier-url.ts';

/** A setting for the address of a carrier's API. `own_network`: also allows http within a private network. */
export const carrierUrlSetting = (place?: 'own_network') =>
  z.string('is an address').transform((given, context) => {
    const read = readCarrierUrl(given, place);
    if ('url' in read) return read.url;
    context.addIssue({ code: 'custom', message: read.problem });
    return z.NEVER;
  });
