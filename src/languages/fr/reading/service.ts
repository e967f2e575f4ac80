import { sentence } from '../../../reading/free-rule.ts';
import type { ServiceRules } from '../../../reading/lexicon/free-rules.ts';

const share = "(?<account>[a-z]{0,3}\\d{1,2}|[a-z][\\w' -]{0,20}?)";

export const service: ServiceRules = {
  lockHelp: [
    sentence(
      '(?:comment|puis[- ]je|est ce que je peux) (?:bloquer|verrouiller|geler|suspendre) (?:mon |mes |le |tout )*(?:comptes?|acces|service)?',
    ),
  ],
  balance: [
    sentence(
      "(?:combien|qu'est ce qu'il|qu'y) (?:il )?(?:y )?a(?: t il)? (?:sur|dans) (?:mon |ma |le |la |l')?(?:compte )?",
      share,
    ),
  ],
  lock: [
    sentence(
      "(?:svp |s'il vous plait |pouvez[- ]vous |je veux |je voudrais |il faut |veuillez )*",
      "(?:bloquez?|bloquer|verrouillez?|verrouiller|geler|gelez|suspendre|suspendez) (?:(?:mon|mes|tous|tout|toute|le|les|l'acces a|a) )*(?:compte|comptes|acces|service|tout|tous)?",
      "(?: svp| s'il vous plait| maintenant| tout de suite| vite)*",
    ),
  ],
  unlock: [
    sentence(
      '(?:debloquez?|debloquer|deverrouiller|deverrouillez?) (?:mon |mes |le |les )?(?:comptes?|acces|service|tout)(?: svp)?',
    ),
  ],
  contact: [
    sentence(
      "(?:quels sont (?:vos|les) (?:horaires|heures d'ouverture)|(?:vos|les) horaires|(?:a quelle heure|quand) (?:ouvrez|fermez|ouvre|ferme|ouvrent|est ce que (?:vous |la banque )?(?:ouvrez|fermez|ouvre))(?:[- ]vous)?.*|(?:etes|est)[- ]vous (?:ouverts?|fermes?).*|(?:quel est )?(?:votre|le) (?:numero(?: de telephone)?|adresse|telephone)|ou (?:est|se trouve|y a t il|trouver)[- ]?(?:la |l'|le |un |une |votre )?.*(?:agence|distributeur|guichet|succursale|caisse|banque).*|(?:c'est )?(?:ou )?(?:est[- ]ce que )?(?:vous )?(?:etes|est)(?:[- ]vous)? (?:ou|situes?)(?: situes?| au juste| exactement)*|ou (?:etes[- ]vous|vous trouver|vous etes|est[- ]ce que vous etes)(?: situes?| au juste| exactement)*|ou (?:aller|je vais|puis[- ]je aller|je peux aller) (?:en personne|vous voir|pour (?:vous voir|parler en personne))|(?:votre|la|une?) (?:agence|caisse|succursale) la plus (?:proche|pres)(?: d'ici| de chez moi)?|(?:c'est quoi |ou est )?(?:la |votre )(?:caisse|succursale|agence) (?:la plus )?(?:proche|pres) (?:de chez moi|d'ici|de moi)|comment (?:vous (?:joindre|contacter|rejoindre|appeler|trouver)|me rendre (?:a la caisse|chez vous|a la succursale))|quels? jours? (?:vous )?(?:ouvrez|fermez|etes)(?:[- ]vous)?(?: .*)?|(?:avez[- ]vous|vous avez|y a[- ]t[- ]il|y a|ya|y'a) (?:un|une|des) (?:guichets?|succursales?|agences?|caisses?|distributeurs?)(?: .*)?|vous (?:travaillez|fermez|ouvrez)(?: .*)?)",
    ),
  ],
  transferHelp: [
    sentence(
      '(?:svp )?(?:voyons |explique[rz]?[- ]moi |explique[- ]moi |dis[- ]moi |dites[- ]moi |je veux savoir |je sais pas |montre[rz]?[- ]moi )comment (?:on |je )?(?:fait |fais |peux |peut )?(?:pour )?(?:virer|transferer|faire un (?:virement|transfert)|passer|deplacer|envoyer)',
      "(?: (?:de l'argent|mon argent))?(?: (?:entre|mes|comptes?|d'un|de|du|vers|a|un|l'autre|autre|ici|par|texto))*(?: svp| merci)*",
    ),
    sentence(
      '(?:svp |je veux |je voudrais |je dois |comment |pouvez[- ]vous |puis[- ]je |est ce que je peux )*(?:faire )?(?:un |une )?(?:virement|virer|transferer|transfert|virements)',
      "(?: (?:de l'argent|mon argent))?(?: (?:entre|mes|comptes|de|vers|un|autre|compte|propres))*",
    ),
    sentence(
      "(?:svp |je (?:veux|voudrais|dois) |j'ai besoin (?:de |d'aide pour )|il faut |comment (?:puis[- ]je |je peux )?|(?:aidez|aide)[- ]moi a |pouvez[- ]vous (?:m'aider a )?|puis[- ]je )*",
      "(?:virer|transferer|deplacer|envoyer|passer|faire passer) (?:de l'argent|mon argent|des fonds|mes fonds)",
      "(?: (?:entre|mes|comptes?|d'un|de|du|vers|sur|a|un|l'autre|autre|propres|mon|courant|l'epargne|epargne|deux))*(?: svp| merci)*",
    ),
  ],
  code: [
    sentence(
      '(?!.*(?:\\d|\\b(?:recu|recois|recoit|arriv\\w+|postal|promo\\w*|barres|vestimentaire|morse|porte|civil|route|swift|wifi|erreur|faux|mauvais|marche|appli|app|application|connexion|connecter|verification|nip|guichet|carte|alarme|penal|rabais|qr|regional|quelqu.un|personne|entrer|saisir|donne a|demande|demandent|source|site)\\b))',
      '(?=.*\\b(?:quel|quoi|lequel|chang\\w+|autre|nouveau|envoy\\w+|renvoy\\w+|envoie|renvoie|rappel\\w+|donne[rz]?|oubli\\w+|perdu|efface|souviens|sais|besoin|veux|voudrais|faut|comment|ou|mets|mettre|facile|fin|plus|chez|tete)\\b)',
      '(?:\\S+ ){0,9}(?:mon|le|un|ce|autre|nouveau|quel|de|du|votre|meme|comme) code(?:-la)?(?: \\S+){0,9}',
    ),
  ],
  help: [
    sentence(
      "(?:que (?:puis[- ]je|peux[- ]tu|pouvez[- ]vous) (?:faire|demander|dire)|comment (?:ca|cela) (?:marche|fonctionne)|aidez[- ]moi(?: svp)?|j'ai besoin d'aide|besoin d'aide|(?:quelles sont |liste des |les )?commandes|au secours|je ne comprends pas)",
    ),
  ],
  decline: [sentence('non merci|laisse tomber|laissez tomber|ne le faites pas|surtout pas')],
};
