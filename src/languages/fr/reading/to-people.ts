import type { PeopleWords } from '../../../reading/lexicon/people-words.ts';

/** Things that get lost or stolen. */
const things =
  '(?:telephone|portable|cellulaire|cell|mobile|cartes?|portefeuille|sac|chequier|identite|ordinateur)';

const card =
  "(?:(?:ma|la|mes|les|une|cette|ces|sa|notre|nos) |l')?(?:carte|cartes|cb|mastercard|visa)";

/** Talk meant for people, not commands, in French. */
export const toPeople: PeopleWords = {
  crisis:
    /\b(?:(?:me|m') ?(?:suicider|tuer|pendre)|(?:envie de|veux|vais) (?:mourir|en finir)|en finir avec (?:la|ma) vie|(?:plus|pas) (?:envie de |la force de )?vivre|me faire du mal|(?:suis|sommes) en danger|appele[rz] le (?:911|112|17))\b/,
  emergency: new RegExp(
    `\\b(?:perdu|vole|egare|derobe|pirate|clone)e?s? (?:.{0,20} )?${things}\\b|\\b${things} (?:(?:a|ont|est|sont|ete|m'a|s'est|fait) )*(?:vole|perdu|pirate|derobe|clone|disparu)e?s?\\b`,
  ),
  thanks:
    /^(?:(?:ok|parfait|super|bien|d'accord) )?(?:un grand )?merci(?: (?:beaucoup|bien|a|vous|toi|mille|fois|encore|pour|votre|aide|tout))*$|^(?:au revoir|bonne (?:journee|soiree|nuit))$/,
  hello:
    /^(?:bonjour|salut|bonsoir|coucou|allo|(?:bonjour |salut )?(?:comment )?(?:ca va|allez[- ]vous|vas[- ]tu)|(?:etes[- ]vous|es[- ]tu|c'est|est ce) (?:un |une )?(?:robot|bot|machine)|qui (?:etes[- ]vous|es[- ]tu|est ce))$/,
  secretNames: /\b(?:nip|mots? de passe|mdp|nas|assurance sociale|compte|carte|mon|ma)\b/,
  cardTold:
    /^(?:pourquoi|qui|avez[- ]vous|est ce que vous avez)\b|\b(?:n'|ne)\b(?! longer)|\b(?:debloqu|degel)\w*/,
  cardWishes: [
    new RegExp(
      `\\b(?:bloqu|gel|verrouill|desactiv|annul|suspen|arret|stop|fig|congel)(?:er|ez|e|es|ent|dre|dez|ds|d|per|pez|pe)?(?:[- ]moi)? (?:tout de suite |vite |immediatement )?${card}\\b`,
    ),
    new RegExp(`\\b(?:opposition|opposer) (?:.{0,12})?${card}\\b`),
    /\b(?:carte|cartes) (?:\w+ ){0,2}?(?:doit|doivent|devrait) etre (?:bloque|gele|annule|desactive|suspendu)e?s?\b/,
  ],
  stopsPayment:
    /\b(?:opposition|oppose|annul|arret|bloqu|stopp|suspen|payez|encaissez|debitez|honorez)\w*/,
  payments: /\b(?:cheque|paiement|virement|prelevement)s?\b/,
};
