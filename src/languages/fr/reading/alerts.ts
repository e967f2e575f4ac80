import type { AlertWords } from '../../../reading/lexicon/alert-words.ts';

/** `ALERTE BAS 7 100`, `SILENCE 21H 7H`, and wishes in free wording, in French. */
export const alerts: AlertWords = {
  kinds: {
    low: 'bas basse minimum',
    deposit: 'dep depot depots entree entrees',
    withdrawal: 'retrait retraits sortie sorties depense depenses',
    pay: 'paie paye salaire',
    check: 'cheque cheques',
    hold: 'retenue retenues',
    due: 'echeance echeances du',
    weekly: 'hebdo hebdomadaire semaine',
  },
  weeklyHeads: 'hebdo hebdomadaire',
  off: 'off retirer supprimer enlever non',
  all: 'tout tous toute toutes',
  idle: 'solde de plus moins que si quand pret paiement numero les le la sous dans',
  weekdays:
    'lun lundi lundis, mar mardi mardis, mer mercredi mercredis, jeu jeudi jeudis, ven vendredi vendredis, sam samedi samedis, dim dimanche dimanches',
  noon: 'midi',
  midnight: 'minuit',
  between: 'a et jusque -',
  list: /^(?=.*\b(?:mes|ai|voir|list\w*|montr\w+|affich\w+|quelles|activ\w+)\b)(?:(?:s'il|vous|te|plait|svp|je|peux|puis-je|veux|voudrais|pouvez-vous|me|voir|liste|lister|listez|montrer|montre-moi|montrez-moi|montre|montrez|afficher|affiche|affichez|affiche-moi|affichez-moi|consulter|donne-moi|donnez-moi|quelles|sont|c'est|quoi|toutes|les|mes|de|des|j'ai) )*(?:alertes?|notifications)(?: (?:ai-je|sont|sont-elles|j'ai|que|en|place|activees?|actives?|programmees?|configurees?|s'il|vous|te|plait|svp|de|sur|mon|mes|comptes?|maintenant))*$/,
  wish: /^(?!.*\b(?:di[st]\w*|faites|fais)[ -]moi (?:savoir )?(?:si|s'il|s'ils|combien|ce)\b.*\b(?:est|a|ai|j'ai|ont|ete|sont|reste|passe|recu|rentree?)\b)(?!.*\bdi[st]\w*[ -]moi quand\b.*\b(?:j'ai|a ete|m'a|m'ont|dernier\w*|derniere fois)\b).*\b(?:(?:alert\w+|avert\w+|avis\w+|previen\w+|preven\w+|notif\w+|text\w+|ecri\w+|di[st]\w*)[ -]moi|(?:faites|fais)[ -]moi (?:savoir|signe)|envo\w+[ -]moi une? (?:alerte|avis|message|texto)|(?:je (?:veux|voudrais|souhaite|aimerais)) (?:etre (?:averti\w*|avise\w*|prevenu\w*|alerte\w*)|une? (?:alerte|avis)|(?:des|recevoir) (?:des )?alertes?)|(?:creer|activer|mettre|ajouter|configurer) (?:une? |des |les |mes )?(?:alertes?|avis|notifications?))\b/,
  about: [
    ['weekly', /\b(?:hebdomadaires?|chaque semaine|toutes les semaines)\b/],
    [
      'low',
      /\b(?:quand|si|lorsque|des que)\b.*\b(?:sous|moins de|en dessous|baisse|descend|bas|a decouvert)\b|^(?:alert|avert|avis|previen|preven|notif)\S*[ -]moi (?:sous|en dessous de|(?:a )?moins de) \d|\balertes? de solde bas\b/,
    ],
    ['pay', /\b(?:quand|si|lorsque|des que)\b.*\b(?:paie|paye|salaire)\b/],
    [
      'deposit',
      /\b(?:quand|si|lorsque|des que)\b.*\b(?:depot|depots|argent (?:entre|arrive))\b|\balertes? de depots?\b/,
    ],
    ['check', /\b(?:quand|si|lorsque|des que)\b.*\bcheques?\b/],
    ['due', /\b(?:quand|si|lorsque|avant)\b.*\b(?:echeance|paiement)\b/],
    ['hold', /\b(?:quand|si|lorsque)\b.*\bretenues?\b|\balertes? de retenues?\b/],
    [
      'withdrawal',
      /\b(?:quand|si|lorsque|des que)\b.*\b(?:retraits?|depense\w*|sort|achats?|plus de)\b|\balertes? de (?:retraits?|depenses?)\b/,
    ],
  ],
  any: /^(?!.*\b(?:fraude|voyage|pas|plus)\b).*\b(?:alertes?|avis|notifications?)\b/,
};
