import { phrasesOf, wordsOf } from '../../../reading/lexicon/tables.ts';
import type { QuestionWords, Topic } from '../../../reading/lexicon/question-words.ts';

/** What members ask about, in French. */
export const topics: readonly Topic[] = [
  { intent: 'balance', phrases: phrasesOf('solde, soldes') },
  {
    intent: 'balance',
    phrases: phrasesOf("combien, combien d argent, combien d'argent, argent, de l argent"),
    also: wordsOf('reste restant encore il argent d'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'history',
    phrases: phrasesOf(
      `operations, operation, transactions, transaction, mouvements, historique, depenses, releve, achats, activite`,
    ),
    also: wordsOf('recentes recents'),
  },
  {
    intent: 'history',
    phrases: phrasesOf('depense'),
    also: wordsOf('combien recemment'),
    isBare: true,
  },
  { intent: 'deposits', phrases: phrasesOf('depots, depot, versements recus') },
  {
    intent: 'deposits',
    phrases: phrasesOf('paie, paye, salaire, ma paie, mon salaire, mon depot'),
    also: wordsOf('arrive arrivee depose deposee recu recue entre entree rentre deja bien il elle'),
    isBare: true,
  },
  { intent: 'withdrawals', phrases: phrasesOf('retraits, retrait') },
  {
    intent: 'checks',
    phrases: phrasesOf('derniers cheques, mes cheques, cheques'),
    also: wordsOf('passes passe encaisses debites payes quels ont ete'),
  },
  {
    intent: 'checks',
    phrases: phrasesOf('cheque'),
    also: wordsOf(
      `numero no passe encaisse debite compense paye ete deja bien il a t est statut du statut`,
    ),
    needsNumber: true,
  },
  {
    intent: 'holds',
    phrases: phrasesOf(
      'retenues, retenue, en attente, operations en attente, transactions en attente, operations a venir, paiements a venir, transactions a venir, debits a venir',
    ),
    also: wordsOf('y pourquoi argent'),
  },
  {
    intent: 'accounts',
    phrases: phrasesOf('comptes, mes comptes, liste des comptes, liste de mes comptes'),
  },
  {
    intent: 'limits',
    phrases: phrasesOf('plafonds, plafond, limites, mes limites, ma limite'),
    also: wordsOf('virement virements jour par'),
  },
  {
    intent: 'code',
    phrases: phrasesOf(
      'mon code, nouveau code, changer mon code, changer de code, autre code, renvoyer le code, renvoyez le code, renvoie le code, renvoyez moi le code, rappelle plus du code, rappelle pas du code, quel code, renvoie moi le code, changez mon code, change mon code, perdu mon code, oublie mon code, envoyez le code, envoie le code, le code, un code, ce code, d autre code, pas de code, de code, quel code, code de securite',
    ),
    also: wordsOf(
      `changer comment nouveau securite renvoie renvoyer renvoyez change changez perdu oublie faut besoin sais pas plus il autre peux
       pouvez tu encore fois rappelle rappeler rappelez souviens souvenir effacer efface lequel mien deja mettre mets met utiliser
       utilise dois met parce ils connaissent connait connais veux pour n avez donniez donne donnez etait ou faire different suis
       messages message textos comme ancien personnel autres aviez avais avait obtenir recevoir pis pus cherche trouve retrouve marque
       envoyez envoyer envoie renvoye lequel dit secret`,
    ),
  },
  { intent: 'more', phrases: phrasesOf('suite, la suite, voir plus, montrer plus') },
];

/** Words that frame questions, requests to be told, and wishes. */
export const frame = {
  framing: `quel quelle quels quelles est sont le la les l mon ma mes m un une de du des d sur dans en a au aux c ce que qu quoi
    et j je y t il on ai as avons me te reste encore dernier derniere derniers dernieres actuel actuelle actuels disponible
    recent recente compte comptes maintenant aujourd hui svp stp s plait vous te moi nous bonjour bonsoir salut merci tous tout toutes
    numero etait etaient ete fut`,
  telling: `donnez donner donne montrez montrer montre dites dire dis affichez afficher affiche voir connaitre savoir consulter
    verifier liste indiquer indiquez`,
  wishing:
    'voudrais veux aimerais souhaite obtenir avoir pouvez peux pourriez puis tu besoin peut vouloir',
} as const satisfies QuestionWords;
