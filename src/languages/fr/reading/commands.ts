import type { CommandWords } from '../../../reading/lexicon/command-words.ts';
import { fieldOf } from '../../command-entries.ts';
import { frCommands } from '../commands.ts';

/** The words that start a command in French, and how command words are read. */
export const commands: CommandWords = {
  begins: fieldOf(frCommands, 'begins'),
  everydayOrders: 'virer',
  plainOrders: 'transferer transfert virement',
  noNames: 'en dans sur je tu il elle nous vous ils moi toi lui eux ce cela ici',
  payTo: 'a de',
  stopTails: 'tout les aux de des vos texto textos',
  answerTails: 'merci svp',
  helpHeads: 'aide',
  helpAll: 'tout tous',
  accents: /[èêç]/i,
  hints: 'vers depuis du sur mon',
  own: `mon ma mes quel quelle quels est sont combien je j'ai ai vous votre quand pourquoi qui puis peux montrez moi dites cette ces
    solde compte epargne courant argent dernier derniers depots il reste les des sur svp est-ce avez disponible cheque`,
  ordinary: `etranger etrangers solde soldat solder aide aider merci bonjour bonne quand quoi quel quelle comment pourquoi bloque
    chaque sens site argent liste hors acces arrete humain compter retraite morte comte paye infos perso solide debats mene
    aise branche annuel limitee conseille relever debuts acide retenu retire vole depit arretes codes corde arrets solides
    suites lits aidez choque contacte detaille cede resumer payee vire releves comptez annulee moore menus muni bloquee
    aides conformer suspens gelee valet aidee vibrer valve viree avale valse avide quint mena arreta compta annules argente
    morue persan mure aride morne sole subite compote payeur mire confirme horaire allo`,
};
