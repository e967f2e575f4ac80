import { createCleaner } from '../reading/clean.ts';
import { descriptions } from './shared/descriptions.ts';

/** Cleans text by merchants and members for use in a message. */
export const clean = createCleaner(descriptions);
