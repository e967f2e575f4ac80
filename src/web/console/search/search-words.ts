import { descriptors } from '../../../channels/descriptors.ts';
import type { ConsoleMessageSearchTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { SearchHead } from '../../../operations/search/search-messages.ts';
import type { ConsoleRequest } from '../frame/console-env.ts';

export type SearchSay = Say<keyof ConsoleMessageSearchTexts>;

/** What the search says in the person's language. */
export function searchSay({ language }: Pick<ConsoleRequest, 'language'>): SearchSay {
  return sayOf(packs[language].console.messageSearch);
}

/** What a search looks for, in one line. */
export function criteriaText(say: SearchSay, { criteria }: Pick<SearchHead, 'criteria'>): string {
  const { words, number, channel, direction, outcome, from, until } = criteria;
  const parts = [
    words ? `“${words}”` : '',
    number ? `${say('who')} ${number}` : '',
    channel ? descriptors[channel].title : '',
    direction ? say(`direction_${direction}`) : '',
    outcome ?? '',
    from || until ? `${from ?? '…'} – ${until ?? '…'}` : '',
  ].filter((part) => part !== '');
  return parts.join(' · ');
}
