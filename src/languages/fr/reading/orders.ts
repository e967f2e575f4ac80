import type { OrderWords } from '../../../reading/lexicon/order-words.ts';

/** Orders in free wording, in French. `faire un` belongs to the noun that follows. */
export const orders: OrderWords = {
  verbs: `virer vire virez transferer transferez transfere deplacer deplacez virement transfert mettre mettez mets passer passez passe
    envoyer envoyez envoie verser versez verse ajouter ajoutez ajoute deposer deposez depose prendre prenez prends`,
  openings: [
    /^(?:(?:bonjour|svp|merci de|s'il vous plait) )*(?:(?:pouvez|pourriez)[ -]vous |(?:peux|pourrais)[ -]tu |je (?:veux|voudrais|souhaite|dois|aimerais) |j'ai besoin de |il (?:faut|faudrait) |(?:veuillez|merci de) )(?:faire )?(?:une? )?/,
    /^(?:faire|faites|fais) (?:une? )?(?=virement |transfert )/,
  ],
  courtesy: "svp|s'il vous plait",
  looseVerbs: 'ajoute ajouter ajoutez depose deposer deposez prendre prenez prends',
  mayBePast: 'vire passe transfere verse',
  pastEndings: 'é',
  mannerNouns: 'virement transfert',
  manners: 'immediat immediate instantane interne rapide',
  moneyNouns: "argent l'argent",
  moneyLeads: 'de mon',
  steps: 'et',
  secondVerbs: 'mets mettez',
  its: 'le les',
  tails: "svp merci s'il vous plait maintenant",
  payOwn: {
    head: /^(?:(?:svp|bonjour) )*(?:je (?:veux|voudrais|dois) |pouvez[- ]vous )?(?:payer|payez|paye|rembourser|remboursez|faire un (?:paiement|versement)(?: de)?) /,
  },
  payOwnBetween: "a sur pour vers dans un une l' d'",
  payOwnFrom: 'depuis',
  purposes: {
    vehicle: 'auto voiture vehicule',
    home: 'hypothecaire immobilier maison',
    studies: 'etudiant',
    boat: 'bateau',
    personal: 'personnel',
  },
  purposeLinks: 'de du',
  exampleLeads: 'tr|par ex\\.?|par exemple|exemple|p\\. ?ex\\.?|ex|ex\\.',
  exampleHeads: 'virement\\b|bloquer\\b',
  denying: 'ne pas jamais pourquoi deja annuler comment',
};
