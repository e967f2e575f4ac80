import type { LanguageNames, SurroundingWords } from '../../../reading/lexicon/people-words.ts';

/** What phones and programs put around a text, in English. */
export const surroundings: SurroundingWords = {
  sent: 'sent',
  sentFrom: 'from via with using',
  my: 'my',
  devices:
    'i ?(?:phone|pad|pod)|android|galaxy|samsung|pixel|motorola|nokia|lg|oneplus|xiaomi|huawei|blackberry|verizon|t-?mobile|at&t|sprint|(?:cell |mobile |smart ?)?phone|mobile|cell|device|tablet|yahoo|outlook|gmail|mail',
  lines: 'get outlook for',
  arrow: 'to',
};

/** How people ask for English. */
export const names: LanguageNames = {
  called: 'english|ingles|anglais',
  ask: 'english',
  before:
    "please|pls|hi|can you|could you|i want|i would like|i'd like|i prefer|change|switch|set|my|the|lang|language|speak|write|reply|answer|text me|me|to|in|into|a|it",
  after: 'please|pls|thanks|language|now|only|from now on',
};
