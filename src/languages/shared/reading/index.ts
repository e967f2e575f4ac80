import type { SharedReadingPack } from '../../../reading/lexicon/lexicon.ts';
import { argumentWords } from './arguments.ts';
import { canonical } from './canonical.ts';
import { commands } from './commands.ts';
import { orders } from './orders.ts';

/** What is read the same way in every language. */
export const reading: SharedReadingPack = { arguments: argumentWords, canonical, commands, orders };
