import type { ErrorWords } from '../../../reading/lexicon/error-words.ts';

/** Who did it, how people ask about it, and what makes it something else, in French. `lexicon/error-words.ts` explains the notation. */
export const errorTalk = {
  notMe:
    'pas moi, pas de moi, pas a moi, pas le mien, pas la mienne, pas les miens, pas mon, pas ma, pas mes, pas nous, pas a nous, ne m appartient pas, m appartient pas, pas a nous autres',
  byMe: 'par moi, par nous, responsable, au courant',
  without:
    'sans ma permission, sans permission, sans mon accord, sans mon autorisation, sans autorisation, sans mon consentement, sans demander, sans me demander, a mon insu',
  someone:
    'quelqu un, quelqun, qqn, qqun, ils, elles, on m a, on ma, on m as, on a, on mas, mon ex, mon fils, ma fille',
  stranger: 'quelqu un, quelqu un d autre, quelqun, qqn, qqun, une autre personne, un inconnu',
  you: 'vous',
  self: 'je, j, jai, me suis fait, m suis fait, nous',
  my: 'mon, ma, mes, notre, nos',
  what: 'quoi, koi, qu est ce qui, c est quoi, c koi, cest quoi, c quoi, qu est ce que, qu est ce qu, qu est ce, kes ce, keske, quel est, quelle est, quels sont, quelles sont, a quoi, d ou vient, d ou sort, d ou viennent, dou vient',
  unsure:
    'sais pas, sais pas c est quoi, sais pas ce que c est, sais pas c etait quoi, sais pas de quoi, sais pas d ou, aucune idee, comprends pas, comprend pas, chais pas, pas sur, pas sure, pas certain',
  who: 'qui',
  why: 'pourquoi, pk, pkoi, pourkoi, prk, pq',
  whyThere: 'pourquoi il y a, pourquoi y a, pourquoi ya, comment ca se fait qu il y a',
  where:
    'ou est, ou sont, ou est passe, ou est passee, ou sont passes, ou a passe, qu est il arrive a, est ou, ou c est passe, c est passe ou, sont ou',
  whence: 'd ou vient, dou vient, d ou sort, d ou viennent, vient d ou, sort d ou',
  this: 'ce, cet, cette, ces, ca',
  the: 'le, les, l, un, une, des',
  at: 'chez, sur, du, de, a, dans',
  forWhat: 'pour',
  thereIs: 'il y a, y a, ya, je vois, j ai vu, jai vu, j ai remarque, je vois deja, j ai vu',
  isThere: 'y a t il, il y a eu des, y a eu des, est ce qu il y a, s il y a',
  legit: 'legitime, valide, vrai, normal, correct, a moi',
  not: 'pas, jamais, aucun, aucune, non, ni, rien',
  did: 'fait, faite, faits, fais, autorise*, envoye, envoyee, approuve*, demande, demandee, signe, effectue, effectuee, donne, inscrit, inscrite, abonne, abonnee, accepte',
  buy: 'achete, achetee, commande, commandee',
  recognize:
    'reconnais, reconnait, jreconnais, connais, rappelle, souviens, reconnaissons, reconnai',
  cantRecall: 'peux pas reconnaitre, rappelle plus, souviens plus, reconnais plus',
  neverBeen:
    'jamais alle, jamais allee, jamais ete, jamais entendu parler, jamais mis les pieds, pas alle, pas ete a',
  anything: 'rien, quelque chose',
  canceled: 'annule, annulee, annuler, retourne, resilie, desabonne*, resiliee',
  still: 'encore, toujours, continue*, apres, mais, quand meme, alors que, pourtant, meme si',
  only: 'seulement, mais, au lieu, juste, que, pas, on m a',
  shouldBe:
    'devrait, devait, aurait du, devraient, devrait juste, aurait juste du, aurait du etre, auraient du, aurais du recevoir, aurais du avoir',
  shouldNotBe: 'devrait pas, devraient pas, ne devrait pas, aurait pas du, a pas d affaire',
  dispute:
    'contester, conteste, contestation, litige, reclamation, reclamer, opposition a, plainte, porter plainte',
  report: 'signaler, signale, declarer, denoncer',
  reverse: 'renverser, recredit*, rendre, enlever',
  moneyBack: 'ravoir mon argent, recuperer mon argent, rendez moi mon argent, mon argent en retour',
  own: 'me suis trompe, me suis trompee, jme suis trompe, voulais dire, mon erreur, ma faute, me trompe, oups, desole j ai, desolee j ai, j ai tape, j ai mal ecrit',
  supposing:
    'que se passe t il si, qu arrive t il si, comment proteger, comment me proteger, comment protegez, en cas de, difference entre, vais je payer, vous chargez pour, combien vous chargez, chargez vous, si j utilise, que quelqu un utilise, empecher quelqu un, qu arrive t il aux',
  topic: 'eviter, prevenir, prevention, protection, alertes, alerte, assurance',
  social: 'entre, ami, amis, amies, famille, voisin, voisins, contravention',
  things: 'velo, bicyclette, lunch, auto, char, voiture, colis, cles, place, idee, coeur, chien',
  cameTo: 'pu venir, pu passer, rendu',
  status: 'en attente, refuse, refusee',
  remaining: 'combien il manque, combien il me manque, manque pour, manque t il pour',
  order:
    'vire, virez, virer, transfere, transferez, transferer, envoie, envoyez, mets, mettez, deplace, passe',
  please:
    'svp, stp, bonjour, salut, je veux, je voudrais, j aimerais, comment, puis je, je peux, veux, voudrais, quelqu un peut, quelqu un pourrait, me laisse',
  nothing:
    'facture, factures, la facture, ma facture, en charge, charge mon, charge ma, mauvais numero, message d erreur, numero de compte, pas grave, pas de probleme, pas mal, pas de frais, sans frais, alerte de fraude, alertes de fraude, pas du tout, un vol, mon vol, ton vol, prend du temps, prend trop de temps, prend autant de temps, prend longtemps, et compte, a compte, ou il est vide, qui m a envoye, qui m a vire, qui m a depose, qui m a verse, ou vide, s il est vide, utiliser tout mon argent, toucher tout mon argent, prendre tout mon argent, acces a tout mon argent, vol annule, rappelle plus combien, rappelle pas combien, souviens plus combien, souviens pas combien, paiements sont pas encore passes, paiements ne sont pas encore passes, paiements pas encore passes, completes, completees',
} as const satisfies Partial<ErrorWords>;
