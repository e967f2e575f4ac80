import type { ErrorWords } from '../../../reading/lexicon/error-words.ts';

/** Events on an account, and what was done to it, in French. `lexicon/error-words.ts` explains the notation. */
export const errorMoney = {
  charge:
    'debit, debits, achat, achats, lachat, retrait, retraits, prelevement*, transaction*, operation*, depense, depenses, pourboire, pourboires',
  payment: 'paiement*, payement*',
  transfer: 'virement*, transfert*, interac',
  fee: 'frais',
  activity: 'activite, activites',
  deposit:
    'depot, depots, depot direct, paie, paye, salaire, versement, versements, cheque de paie, allocation',
  refund: 'rembours*',
  money: 'argent, largent, fonds, fric, sous, piastres',
  account: 'compte, comptes, epargne, compte cheques',
  statement: 'releve, releves',
  balance: 'solde, soldes',
  amount: 'montant, montants, somme',
  card: 'carte, cartes',
  belongings: 'portefeuille, sacoche, sac, sac a main, chequier',
  atm: 'guichet, guichets, guichet automatique, gab, dab, distributeur*, bancomat',
  shop: 'magasin, magasins, station, endroit, restaurant, commerce, boutique',
  steal:
    'vole, volee, voles, volent, vol, voleur, voleurs, derobe, derobes, soutire, soutires, vide, videe, vider',
  lost: 'perdu, perdue, egare',
  hack: 'pirate, piratee, pirates, pirater, hacke, hackee, hacker, clonee',
  scam: 'arnaque, arnaquee, arnaquer, escroquerie, escroque, escroquer, fraude par',
  fraud: 'fraude, fraudes, frauduleu*',
  unauthorized:
    'non autorise, non autorisee, non autorises, non autorisees, illegal, illegale, illegaux, indu, indus',
  odd: 'bizarre, bizarres, suspect, suspecte, suspects, suspectes, louche, louches, inconnu, inconnue, inconnus, inconnues, etrange, etranges, inattendu*, douteu*, inhabituel*, insolite*, anormal*',
  take: 'on m a facture, on ma facture, m a facture, ete facture, ont facture, a facture, facturee, facturent, preleve, prelevee, preleves, prelevent, debite, debitee, debites, m a charge, ete charge, ete chargee, m ont charge, avez charge, avez facture, pris, prise, m a retire, ma retire, a retire, ont retire, ete retire, retire de mon, retire sans, retiree, retires, pique, prend, prennent, ponctionne, sorti de mon, sorti de ma, sort de mon, m a pris, m a enleve, m ont enleve',
  takes: 'prendre',
  use: 'utilise, utilisee, utilisent, sert, servi, servis, servent, depense, achete, utiliser',
  spend: 'paye, depense, est debite, est debitee',
  overcharge:
    'surfacture*, double facture, sorti en double, sortie en double, sorti deux fois, sortie deux fois, sorti 2 fois, achat repete, debit repete, paiement repete, prelevement repete',
  twice:
    'deux fois, 2 fois, 2x, double, en double, trois fois, 3 fois, doublon, doublons, plus d une fois, plusieurs fois, a plusieurs reprises, une deuxieme fois',
  same: 'meme, memes, identique, identiques, pareil, pareils, pareilles, repete, repetes',
  many: 'deux, trois, plusieurs, plus d un, plus d une',
  once: 'une fois, une seule fois, une seule, un seul, juste un, juste une',
  listed: 'apparait, apparaissent, affiche, est la, figure',
  tooMuch:
    'trop, trop cher, plus que, en trop, de trop, moins que, pas assez, additionnel, additionnels, supplementaire*, plus d argent que',
  wrong:
    'faux, fausse, mauvais, mauvaise, incorrect*, errone*, pas bon, pas bonne, pas le bon, pas la bonne, pas exact*, pas correct*, pas juste, pas les bons, illegalement',
  error: 'erreur, erreurs',
  missing: 'manque, manquent, manquant*, disparu, disparue, disparus, manquait, manquaient',
  arrive:
    'arrive, arrivee, arrives, recu, recue, recus, rentre, rentree, rentrees, entre dans, apparait, apparu, credite, creditee, depose, tombe, tombee, passe, passee, vois, voit, voyons, apparaissent, apparaitre, affiche, affichee, visible, entree, est la',
  putIn:
    'depose, credite, credites, ai retire, ai je retire, ai sorti, ai je sorti, ai pris, ai je pris, ai tire, cash on a pris, cash on a sorti, cash on a retire, liquide on a sorti, liquide on a pris, argent on a sorti, que j ai retire, que j ai sorti, que j ai pris, on m a depose, on m a verse',
  gave: 'donne, rendu, sorti, distribue, remis, eu, donner, donnait',
  asked:
    'demande, demandais, voulu sortir, voulais sortir, voulu retirer, voulais retirer, essaye de retirer, essaye de sortir, voulu avoir',
  less: 'moins, moins que, incomplet, le reste',
  fullAmount:
    'tout mon argent, tout l argent, bon montant, montant exact, montant complet, bonne somme, toute la somme, tout ce que j ai demande',
  different: 'different, differente, correspond pas, ne correspond pas',
  ate: 'avale, mange, garde, bouffe',
} as const satisfies Partial<ErrorWords>;
