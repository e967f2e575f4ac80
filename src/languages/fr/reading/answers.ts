import type { AnswerWords } from '../../../reading/lexicon/answer-words.ts';
import { withIndirect } from '../../indirect-answers.ts';
import { indirect } from './answers-indirect.ts';

const card = 'cartes?(?: (?:de (?:debit|credit|guichet)|bancaires?|debit|credit))?';
const loan =
  '(?:prets?(?: (?:auto|hypothecaires?|personnels?|etudiants?))?|emprunts?|hypotheques?|credits? (?:auto|immobiliers?|hypothecaires?))';

/** Questions that name their topic. */
const direct: AnswerWords = {
  asking:
    /^(?:(?:bonjour|bonsoir|salut|allo|svp|s'il vous plait|et|ok|alors|dites) )*(?:que|quel|quels|quelle|quelles|quoi|combien|quand|comment|ou|d'ou|pourquoi|qui|est ce|est-ce|puis|peut|peux|pouvez|pourriez|pourrais|dois|avez|offrez|faites|vous|y a|il y a|faut il|j'ai besoin|j'aimerais|je veux|je voudrais|je cherche|j'aurais besoin|dites|donnez|envoyez|aide|c'est|as tu)\b|\b(?:quel(?:le)?s?|combien|quand|comment|ou (?:est|se|puis|trouver|je)|pourquoi|est ce que|est-ce que|puis[- ]je|pouvez[- ]vous|avez[- ]vous|offrez[- ]vous|chargez[- ]vous|j'ai besoin|j'aimerais|je (?:veux|voudrais|dois|cherche|souhaite)|il me faut|dites[- ]moi|donnez[- ]moi|savoir|information(?:s)? sur|renseignements?)\b/,
  loans: {
    due_date: {
      cues: 'echeance du payer paiement versement date',
      whole:
        'echeance du pret, date de paiement du pret, prochain paiement du pret, echeance de mon pret',
      about: new RegExp(
        `\\b(?:quand|quel jour|quelle date|a quelle date|date|prochaine?)\\b.{0,45}\\b(?:echeance|du|dus?|payer|paiement|versement|mensualite|remboursement)\\b.{0,30}\\b(?:${loan}|(?:mon|l'|de l'|du) ?(?:auto|char|voiture|maison))\\b|\\b(?:echeance|prochain (?:paiement|versement))\\b.{0,20}\\b${loan}\\b|\\bquand\\b.{0,25}\\b(?:payer|rembourser)\\b.{0,20}\\b${loan}\\b`,
      ),
      unless: /\b(?:carte|loyer|hydro|electricite|telephone|assurance)\b/,
    },
    payment: {
      cues: 'paiement paiements versement versements mensualite mensualites',
      whole: 'paiement du pret, mensualite du pret, versement du pret, paiement de mon pret',
      about: new RegExp(
        `\\b(?:combien|quel(?:le)?(?: est)?|montant)\\b.{0,30}\\b(?:paiements?|versements?|mensualites?)\\b.{0,25}\\b(?:${loan}|(?:mon|de l'|de mon) ?(?:auto|char|voiture|maison))\\b|\\bcombien (?:dois[- ]je|je (?:dois )?paye|est ce que je paye|je paie)\\b.{0,20}\\b(?:par mois|mois)\\b.{0,25}\\b(?:${loan}|auto|char|maison)\\b`,
      ),
      unless: /\b(?:carte|mise de fonds|si j'emprunte|supplementaire)\b/,
    },
    payoff: {
      cues: 'payer rembourser remboursement solder liquider quittance finir',
      whole:
        'solde pour rembourser, montant pour rembourser le pret, rembourser mon pret au complet, remboursement total du pret, solder mon pret, quittance',
      about: new RegExp(
        `\\b(?:combien|quel|montant)\\b.{0,40}\\b(?:rembourser (?:(?:tout|entierement|completement|au complet|en entier|d'un coup) )?|payer tout(?: mon| le)?|solder|liquider|finir de payer|remboursement (?:total|complet|anticipe))\\b.{0,30}\\b(?:${loan}|auto|char|voiture|maison)\\b|\\b(?:remboursement (?:total|complet|anticipe))\\b.{0,20}\\b${loan}\\b|\\bmontant (?:pour|de) (?:solder|rembourser|liquider)\\b`,
      ),
      unless: /\bcarte\b/,
    },
    rate: {
      cues: 'taux interet interets',
      whole: "taux de mon pret, interet de mon pret, taux du pret que j'ai",
      about: new RegExp(
        `\\b(?:taux|interets?)\\b.{0,25}\\b(?:de|sur|pour) (?:mon|mes|notre) (?:${loan}|auto|char|maison)\\b|\\bmon ${loan}\\b.{0,20}\\b(?:taux|interet)\\b|\\b(?:taux|interet)\\b.{0,20}\\bje pa(?:y|i)e\\b.{0,20}\\b(?:${loan}|auto|char|maison)\\b`,
      ),
    },
  },
  routing: /\b(?:acheminement|routage|routing|transit|aba)\b/,
  branches: /\b(?:succursales?|agences?|guichets?|distributeurs?)\b/,
  topics: {
    fees: {
      cues: 'frais facturez chargez coute coutent tarif tarifs',
      whole:
        'frais, vos frais, les frais, frais bancaires, tarifs, tarif, liste des frais, frais de service',
      about:
        /\bfrais\b|\btarifs?\b.{0,20}\b(?:compte|service|virements?|cheques?|guichet|cartes?)\b|\b(?:facturez|chargez|chargent|prenez)[- ]?(?:vous)?\b.{0,40}\b(?:virements?|guichet|cheques?|compte|carte|decouvert|retraits?|depots?|transferts?)\b|\bcombien (?:ca )?coute(?:nt)?\b.{0,40}\b(?:virements?|guichet|cheques?|compte|carte|decouvert|retraits?|transferts?|traites?)\b/,
      sure: /\bpourquoi\b.{0,35}\b(?:facture|charge|preleve|paye|paie|des|ces|les)\b.{0,15}\bfrais\b/,
      unless:
        /\b(?:netflix|spotify|disney|amazon|rembours\w+|scolarite|scolaires?|ecole|inscription|livraison|stationnement|avocat|douane|hotel|vol|air frais|temps frais|produits? frais|poisson|fruits?|legumes?|fait frais|pain frais|sans frais (?:proche|pres|a|dans|autour|ici)|guichet sans frais)\b/,
    },
    rates: {
      cues: 'taux interet interets rendement',
      whole:
        "taux, vos taux, les taux, taux d'interet, taux hypothecaire, taux hypothecaires, taux d'epargne, taux de pret, taux auto, interets",
      about: new RegExp(
        `\\b(?:taux|rendements?)\\b.{0,30}\\b(?:interets?|${loan}|epargne|certificats?|placements?|depots?|comptes?|hypothe\\w+|cartes?|aujourd'hui|actuels?|offrez|avez|cpg|auto)\\b|\\b(?:combien|quels?) (?:d')?interets?\\b.{0,30}\\b(?:payez|donnez|offrez|epargne|${loan}|compte|rapporte)\\b|\\b(?:vos|les|quels sont vos) taux\\b`,
      ),
      unless:
        /\b(?:de change|change|dollar us|euro|natalite|inflation|chomage|criminalite|de sucre|cholesterol|humidite)\b/,
    },
    loans: {
      cues: 'pret prets hypotheque hypotheques emprunt emprunts emprunter refinancer credit marge',
      whole:
        'pret auto, pret personnel, hypotheque, prets personnels, demande de pret, pret hypothecaire, emprunt, marge de credit',
      about: new RegExp(
        `\\b(?:demander|demande|obtenir|faire|contracter|prendre|admissible|qualifi\\w+|appliquer|offrez|faites|avez|accordez|conditions|preapprouv\\w+|refinancer|interesse\\w*|renseignements?|information|veux|voudrais|besoin|aimerais|souhaite|statut)\\b.{0,30}\\b(?:${loan}|marge de credit)\\b|\\bemprunter\\b.{0,20}\\b(?:argent|de l'argent|chez vous|combien)\\b|\\brefinancer\\b.{0,20}\\b(?:auto|maison|voiture|char|hypotheque|pret)\\b|\\bdemande de pret\\b`,
      ),
      unless:
        /\b(?:mon (?:pret|emprunt)|mon hypotheque|solde|dois|paiement|echeance|virer|transferer|pret a |es tu pret|etes vous pret|prets a)\b/,
    },
    card_replacement: {
      cues: 'carte cartes',
      whole:
        'nouvelle carte, remplacer ma carte, carte brisee, carte endommagee, activer ma carte, activer carte, remplacement de carte, carte de remplacement',
      about: new RegExp(
        `\\b(?:nouvelle|autre|remplac\\w+|renouveler|commander|demander|activer|changer)\\b.{0,25}\\b${card}\\b|\\b${card}\\b.{0,30}\\b(?:arrive|arrivera|arrivee|recue|remplac\\w+|activer|activee|renouvel\\w+|expire|expiree)\\b`,
      ),
      sure: new RegExp(
        `\\bma ${card} (?:(?:est|s'est|a|ete|toute|bien|deja|vient de|ne) )*(?:brisee?|cassee?|endommagee?|abimee?|pliee?|fendue?|expiree?|expirer|demagnetisee?|egratignee?|avalee?)\\b|\\b(?:j'ai besoin d'|je (?:veux|voudrais) |il me faut |j'aimerais )(?:une )?(?:nouvelle|autre) ${card}\\b|\\b(?:le guichet|la machine|le distributeur) (?:a )?(?:avale|garde|mange) ma ${card}\\b|\\b(?:je n'ai (?:pas|jamais|toujours pas)|pas encore|jamais) (?:encore )?recu ma (?:nouvelle )?${card}\\b|\\bj'attends (?:encore |toujours )?ma (?:nouvelle )?${card}\\b`,
      ),
      unless:
        /\b(?:cadeau|souhaits?|affaires|visite|sim|memoire|assurance maladie|soleil|fidelite|opus|routiere|numero de carte|perdu|volee?|refusee?|demande de carte|lier|ajouter|associer|relier|gel\w+)\b/,
    },
    card_declined: {
      cues: 'refusee refuse refuses refusees marche fonctionne passe acceptee accepte rejetee declinee bloque',
      whole:
        'carte refusee, ma carte a ete refusee, ma carte est refusee, ma carte ne marche pas, ma carte ne fonctionne pas, carte ne fonctionne pas, ma carte ne passe pas',
      sure: new RegExp(
        `\\b${card}\\b.{0,40}\\b(?:refusee?|rejetee?|declinee?|(?:ne |n'a |n'est )?(?:(?:marche|fonctionne|passe) (?:pas|plus)|pas (?:ete )?(?:acceptee|passee?|fonctionne|marche)))\\b|\\b(?:refuse|refusent|rejette|accepte(?:nt)? pas) (?:toujours )?ma ${card}\\b|\\bmon (?:achat|paiement par carte) (?:a ete|est) refuse\\b`,
      ),
      unless: /\b(?:cadeau|sim|memoire|demande|pret|bloquer)\b/,
    },
    pin: {
      cues: 'nip pin',
      whole:
        "nip, pin, changer nip, changer mon nip, changer de nip, nouveau nip, nip oublie, oublie mon nip, j'ai oublie mon nip, changer mon pin",
      about:
        /\b(?:changer|modifier|reinitialiser|recuperer|nouveau|choisir|creer|obtenir|demander|debloquer|activer|veux|voudrais|besoin|connaitre|quel est|ou)\b.{0,30}\b(?:nip|pin)\b|\b(?:nip|pin)\b.{0,25}\b(?:changer|bloque|fonctionne|nouveau)\b/,
      sure: /\b(?:oublie|perdu|(?:ne )?(?:me )?(?:souviens|rappelle)|connais (?:pas|plus)|sais (?:pas|plus)|bloque)\b.{0,20}\b(?:nip|pin)\b|\b(?:nip|pin)\b.{0,25}\b(?:bloque|(?:ne )?(?:fonctionne|marche) (?:pas|plus)|oublie)\b/,
      unless: /\b(?:pinterest|arbre|bois|pommes? de pin|quilles)\b/,
    },
    direct_deposit: {
      cues: 'specimen direct transit acheminement compte institution routage aba domiciliation',
      whole:
        "numero de transit, numero d'acheminement, depot direct comment, numero de compte, mon numero de compte, specimen de cheque, numero d'institution, numero de routage, formulaire de depot direct",
      about:
        /\bnumeros? (?:de transit|d'acheminement|de routage|d'institution|aba|transit)\b|\b(?:inscri\w+|configurer|mettre|activer|demander|formulaire|commencer|etablir|adherer|mettre en place|changer|recevoir|faire|comment)\b.{0,30}\bdepot direct\b|\b(?:quel est|ou (?:est|trouver|puis[- ]je trouver|je trouve)|comment (?:trouver|avoir|connaitre)|besoin (?:de|du)|donnez[- ]moi|connaitre|trouver)\b.{0,20}\b(?:mon |le |du |de mon )?numero de (?:mon )?compte\b|\bspecimen de cheque\b/,
      unless:
        /\b(?:entre|rentre|arrive|recu|passe|dernier|tombe|quand|commande|confirmation|suivi)\b/,
    },
    order_checks: {
      cues: 'cheques chequier chequiers carnet carnets',
      whole:
        'commander des cheques, chequier, nouveau chequier, carnet de cheques, commande de cheques, nouveaux cheques, commander cheques',
      about:
        /\b(?:commander|commande|recommander|acheter|demander|obtenir|avoir|besoin|veux|voudrais|faut|imprimer|recevoir)\b.{0,25}\b(?:(?:des|de|d'autres|nouveaux|un|mes|autre|plus de|nouveau) ?)*(?:cheques|chequiers?|carnets? de cheques)\b/,
      sure: /\b(?:je n'ai (?:presque )?plus (?:de |d'|beaucoup de )?(?:cheques|chequier)|(?:il (?:ne )?)?me reste (?:presque )?plus (?:de )?cheques|j'ai (?:fini|epuise) mes cheques|(?:a|en) (?:court|manque) de cheques)\b/,
      unless:
        /\b(?:encaiss\w+|depos\w+|paye[es]?|payes|derniers?|compenses?|voyage|visee?|certifie|passes?|voir|liste|virer|transferer)\b/,
    },
    app_trouble: {
      cues: 'app appli application passe connecter connexion site identifiant ligne session acces',
      whole:
        "probleme avec l'app, l'app ne marche pas, l'application ne fonctionne pas, mot de passe oublie, changer mon mot de passe, j'ai oublie mon mot de passe, reinitialiser mon mot de passe, probleme de connexion, je ne peux pas me connecter",
      about:
        /\b(?:changer|modifier|reinitialiser|recuperer)\b.{0,15}\b(?:mon |de |le )?(?:mot de passe|identifiant|code d'acces)\b|\b(?:telecharger|installer|avez[- ]vous)\b.{0,15}\b(?:l'|une |votre )?(?:app|appli|application)\b/,
      sure: /\b(?:(?:je )?(?:n'arrive|arrive|ne peux|peux|ne parviens|ne reussis|reussis|suis incapable)(?: pas| plus)?(?: a| de)? (?:me connecter|m'?connecter|ouvrir (?:l'app|l'appli|l'application|une session|ma session)|entrer dans (?:l'app|l'appli|mon compte)|acceder a (?:mon compte|l'app|l'appli|l'application)))\b|\b(?:l'app|l'appli|l'application|app|application|votre app|votre application|votre appli|le site|votre site|banque en ligne|services? en ligne)\b.{0,15}\b(?:(?:ne |n')?(?:marche|fonctionne|ouvre|charge|repond) (?:pas|plus)|plante|bogue|bug|est en panne|se ferme|gele)\b|\b(?:oublie|perdu|(?:ne )?(?:me )?(?:souviens|rappelle) (?:pas|plus)(?: de)?) (?:mon |de mon )?(?:mot de passe|identifiant|code d'acces)\b|\b(?:problemes?|difficultes?) (?:avec|pour|de) (?:l'app|l'appli|l'application|votre app|votre application|le site|me connecter|connexion)\b/,
      unless:
        /\b(?:courriel|gmail|facebook|twitter|instagram|netflix|spotify|wifi|wi-fi|uber|whatsapp|ordinateur|paypal|interac|nip)\b/,
    },
    is_it_you: {
      cues: 'vous toi vrai vraie vraiment arnaque fraude banque faux hameconnage caisse reel legitime pretend pretendant disant dit soi',
      whole:
        "est-ce vous, est ce vous, c'est vous, est ce vraiment vous, est-ce vraiment vous, c'est vraiment vous, est-ce une arnaque, est ce une arnaque, c'est une arnaque, qui est-ce, qui etes-vous, c'est vrai ce message, ce message est-il de vous",
      sure: /^(?:(?:bonjour|allo|svp|dites) )*(?:est[- ]ce(?: que (?:c'est|c etait|ce message est|ce texto est))?|c'est|c'etait|etait[- ]ce|ce (?:message|texto|courriel|appel) (?:est[- ]il|vient[- ]il|est|vient)|etes[- ]vous|es[- ]tu) (?:(?:bien|vraiment|reellement|bel et bien) )*(?:de |un |une |la |ma |le )?(?:vous|toi|banque|caisse|vrai|vraie|reel|legitime|authentique|faux|fausse|arnaque|fraude|hameconnage|message de vous|mon institution)(?: ou (?:une )?(?:arnaque|fraude|faux))?$|\b(?:m'avez[- ]vous|vous m'avez|est ce que vous m'avez|est-ce que vous m'avez|avez[- ]vous) (?:vraiment |bien )?(?:envoye|ecrit|texte|appele)\b|\bcomment (?:savoir|verifier|etre sur|puis[- ]je (?:savoir|verifier|etre sur)|m'assurer|je sais) (?:si |que )?(?:c'est|ce (?:message|texto) (?:est|vient)|ca vient)\b.{0,20}\b(?:vous|vrai|banque|legitime)\b|\bj'ai recu (?:un |une |ce )?(?:message|texto|courriel|appel)\b.{0,15}\b(?:pretend\w*|disant|qui dit|soi-disant)\b/,
    },
  },
};

/** Questions that a fixed text answers, and questions about loans, in French. */
export const answers = withIndirect(direct, indirect);
