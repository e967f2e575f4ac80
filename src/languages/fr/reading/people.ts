import { sentence } from '../../../reading/free-rule.ts';
import type { PeopleRules } from '../../../reading/lexicon/free-rules.ts';

export const people: PeopleRules = {
  stopPayment: [
    sentence(
      ".*\\b(?:opposition|opposer)\\b.*|.*\\b(?:annuler?|annulez|arreter|arretez|bloquer|bloquez|stopper|stoppez|suspendre|suspendez|(?:ne |n')(?:payez|encaissez|debitez|honorez) (?:surtout )?pas) ",
      "(?:(?:un|le|mon|ma|la|ce|les|mes) |l')?(?:(?:dernier|prochain|recent)s? )?(?:cheques?|paiements?|carte|virements?|prelevements?)\\b.*",
    ),
    sentence(
      '(?:.* )?(?:cheque|paiement|virement|prelevement|achat) (?:.{0,40} )?(?:doit|devrait) etre (?:annule|arrete|bloque)\\b.*',
    ),
  ],
  reachPeople: [
    sentence(
      '(?:.* )?(?:parler|discuter|echanger|joindre|contacter|parle|avoir) (?:(?:a|avec|au) )?(?:un |une |le |la |mon |ma )?',
      "(?:vraie? )?(?:conseiller|conseillere|humain|personne|quelqu'un|agent|responsable|service client|representant)\\b.*",
    ),
    sentence(
      '(?:(?:appelez|rappelez)[- ]moi|je veux (?:un|une) (?:conseiller|conseillere|personne|humain)|(?:le )?service client(?:ele|s)?)',
      "(?: svp| s'il vous plait)?",
    ),
    sentence(
      "(?:(?:un|une|le|la) )?(?:vraie? )?(?:conseiller|conseillere|humain|personne|agent|representant)(?: svp| s'il vous plait| maintenant)*|aide d'une personne",
    ),
  ],
  dispute: [
    sentence(
      "(?:.* )?(?:(?:ce )?n'(?:est|etait) pas moi|c'(?:est|etait) pas moi|(?:ce n'est|c'est|ce n'etait) pas (?:moi|de moi)|pas moi|je n'ai (?:pas|jamais) (?:fait|autorise|effectue)|j'ai pas (?:fait|autorise)|je ne reconnais pas)(?: .*)?",
    ),
    sentence(
      "(?:(?:je veux |je voudrais )?(?:contester|signaler) (?:une|un|cette|ce|la|le|l')? ?(?:operation|transaction|fraude|debit|virement|prelevement)(?: .*)?|(?:(?:je crois que |je pense que )?(?:c'est|c'etait|ce serait) )?(?:une |un )?(?:arnaque|escroquerie|fraude)|operation frauduleuse|(?:on m'a|j'ai ete) (?:vole|pirate|arnaque)e?(?: .*)?)",
    ),
  ],
};
