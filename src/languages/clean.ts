import { createCleaner } from '../reading/clean.ts';
import { descriptions } from './shared/descriptions.ts';

/** Cleans what merchants and members wrote, so that it may stand in a message. */
export const clean = createCleaner(descriptions);
