import type { ReadingPack } from '../../../reading/lexicon/lexicon.ts';
import { guess } from '../guess.ts';
import { afford } from './afford.ts';
import { alerts } from './alerts.ts';
import { answers } from './answers.ts';
import { argumentWords } from './arguments.ts';
import { categories } from './categories.ts';
import { commands } from './commands.ts';
import { errors } from './errors.ts';
import { freeRules } from './free-rules.ts';
import { numbers } from './numbers.ts';
import { optOut } from './opt-out.ts';
import { orders } from './orders.ts';
import { questions } from './questions.ts';
import { slots } from './slots.ts';
import { suggestions } from './suggestions.ts';
import { names, surroundings } from './surroundings.ts';
import { toPeople } from './to-people.ts';

/** Everything needed to read texts in English. */
export const reading: ReadingPack = {
  language: 'en',
  afford,
  alerts,
  answers,
  arguments: argumentWords,
  categories,
  commands,
  errors,
  freeRules,
  guess,
  names,
  numbers,
  optOut,
  orders,
  questions,
  slots,
  suggestions,
  surroundings,
  toPeople,
};
