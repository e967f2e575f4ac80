import type { SuggestionWords } from '../../../reading/lexicon/suggestion-words.ts';
import { fieldOf } from '../../command-entries.ts';
import { frCommands } from '../commands.ts';

/** What a text that we don't understand nearly meant, in French. */
export const suggestions: SuggestionWords = {
  examples: fieldOf(frCommands, 'suggestion'),
  common: 'non si',
  vagueMoney: 'argent solde',
  payees: 'a au pour vers',
  amountLinks: 'de',
  ownPlaces: 'compte comptes banque carte',
  owners: 'son sa leur votre',
  bills: 'loyer facture factures',
  closing: 'fermer|fermez|cloturer|supprimer',
  closed: 'comptes?',
  changing: /^(?:personnel|corrig)/,
};
