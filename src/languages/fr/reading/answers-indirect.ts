import type { IndirectAnswers } from '../../indirect-answers.ts';

const vehicle = '(?:autos?|chars?|voitures?|camions?|motos?|bateaux?|vehicules?|roulottes?)';
const home = '(?:maisons?|hypotheques?|condos?|appartements?|chalets?)';

/** Questions that tell a situation instead of naming their topic, in French. */
export const indirect: IndirectAnswers = {
  topics: {
    fees: {
      cues: 'gratuit gratuite minimum coute cout prenez chargez facturez decouvert piastres virement combien payant couter penalite penalisez payant comptoir gratuit',
      sure: /\b(?:ca |cela )?cout\w+\b.{0,15}\b(?:combien|cher|quelque chose)?\b.{0,15}\b(?:d'avoir|un virement|pour (?:avoir|un|une|faire|envoyer|retirer)|si je|un compte|une traite|le guichet|un decouvert|un cheque vise)\b|\bcombien\b.{0,15}\b(?:pour|vous (?:prenez|chargez|facturez)|prenez[- ]vous|chargez[- ]vous|coute)\b.{0,25}\b(?:virement (?:international|bancaire|interac)|decouvert|cheques? (?:vise|certifie|sans provision)|mandat|traite|guichet|compte|retrait|si je (?:suis|depasse|passe|retire))\b|\bvous (?:prenez|chargez|facturez) (?:combien|quoi|de l'argent|quelque chose)\b.{0,25}\b(?:si|pour|par|chaque|quand)\b|\b(?:est[- ]ce|c'est|c'est[- ]tu|est[- ]il) (?:gratuit|payant)\b.{0,30}\b(?:guichet|compte|carte|virement|banque|retirer|retrait|distributeur)\b|\b(?:le guichet|le compte|la carte|le virement|les virements) (?:est|sont|c'est) (?:gratuit|gratuite|gratuits|payant)\b|\b(?:solde|montant) minimum\b|\bminimum\b.{0,15}\b(?:dans|sur|a garder|requis)\b.{0,12}\bcompte\b|\bprotection (?:de|contre le) decouvert\b|\b(?:on me|vais[- ]je|je vais|vous allez me|ils vont me)\b.{0,12}\b(?:charger|facturer|charge|facture)\b.{0,25}\b(?:guichet|decouvert|carte|compte|virement|autre banque|cheque)\b|\bpenalite\b.{0,20}\b(?:retrait|certificat|rembours\w*)\b|\b(?:vous |on )?(?:me )?(?:penalisez|chargez|penalise|facturez|mettez a l'amende)\b.{0,12}\b(?:si|quand|pour)\b|\bc'est payant\b|\b(?:ca|cela) coute (?:quoi|combien|cher)\b.{0,8}\b(?:faire|de|pour|un|une|envoyer|retirer)\b/,
    },
    rates: {
      cues: 'rapporte rapportent pourcentage interet interets taux pourcent donne certificat taux ferais',
      sure: /\b(?:ca |l'epargne |le livret |le celi |un certificat |les certificats |mon epargne )?rapport\w+\b.{0,12}\b(?:combien|quoi|l'epargne|le livret|un certificat|votre epargne|le celi|un cpg)\b|\bcombien\b.{0,12}\brapport\w+\b|\bquel (?:pourcentage|interet|rendement|taux)\b.{0,30}\b(?:certificats?|epargne|livret|auto|voiture|maison|pret|prets|hypotheque|donnez|offrez|compte|carte|placement|usagee?|celi)\b|\ba combien (?:sont|est|se situent)\b.{0,8}\b(?:les |le |vos |l')?(?:hypotheques?|taux|interets?|prets?|certificats?)\b|\bc'est (?:quoi|combien) (?:vos |les |le |l')(?:taux|interets?|interet)\b|\b(?:je |on )(?:ferais|ferai|gagnerais|aurais|toucherais) combien\b.{0,12}\b(?:avec|sur|dans)\b.{0,6}\b(?:un |l'|le )?(?:certificat|epargne|placement|livret|cpg|celi)\b|\b(?:les|vos) taux\b.{0,25}\b(?:sont comment|sont a combien|ca ressemble a quoi|sont|est)\b/,
    },
    loans: {
      cues: 'emprunter preter pretez financez financement financer acheter dettes pret prets consolider credit refinancer pret hypotheque',
      sure: new RegExp(
        `\\bemprunter\\b.{0,8}(?:\\$?\\d|\\bde l'argent|\\bun peu|\\bquelques)|\\b(?:me |nous )?preter (?:de l'argent|\\d|un peu)|\\b(?:vous|est[- ]ce que vous|pouvez[- ]vous|financez[- ]vous|pretez[- ]vous)\\b.{0,8}\\b(?:financez|financer|pretez|preter|faites du financement)?\\b.{0,12}\\b(?:les |une |un |des |de l')(?:${vehicle}|${home}|financement|prets?)\\b|\\b(?:je veux|je voudrais|on veut|j'aimerais|je pense|je cherche a|je compte)\\b.{0,6}\\b(?:m'?acheter|acheter|financer)\\b.{0,8}\\b(?:une|un|ma premiere|mon premier)\\b.{0,10}\\b(?:${vehicle}|${home})\\b|\\b(?:comment|que faut[- ]il|qu'est[- ]ce qu'il faut|quels documents|quoi faire)\\b.{0,20}\\b(?:avoir|obtenir|pour|faire)\\b.{0,8}\\b(?:un|une)\\b.{0,3} ?(?:pret|hypotheque|financement)\\b|\\b(?:consolider|regrouper|rassembler) (?:mes|toutes mes|les) (?:dettes|cartes|prets|credits)\\b|\\b(?:combien|jusqu'a combien)\\b.{0,12}\\b(?:puis[- ]je|je peux|peut[- ]on)\\b.{0,5}\\bemprunter\\b|\\bcapacite d'emprunt\\b|\\bpre ?-?approb\\w+\\b|\\brachat de credits?\\b|\\b(?:je pense|je songe a|j'aimerais|je veux|on veut|interesse (?:a|par)|je pense a)\\b.{0,4}\\b(?:refinancer|un pret|une hypotheque|emprunter|renegocier)\\b|\\b(?:je vois|je parle a|je m'adresse a|je vais voir) qui\\b.{0,10}\\b(?:pret|hypotheque|financement)\\b|\\bqui (?:voir|contacter)\\b.{0,10}\\b(?:pret|hypotheque)\\b`,
      ),
    },
    card_replacement: {
      cues: 'puce carte bande activer poste carte remplacement cassee marche',
      sure: /\b(?:la|ma) (?:puce|bande|bande magnetique)\b.{0,25}\b(?:marche|fonctionne|lit|passe|brisee?|usee?|effacee?|decollee?|abimee?|plus|pas)\b|\b(?:quand|combien de temps)\b.{0,25}\b(?:arriv\w+|recevr\w+|recevoir|aur\w+|avoir|prend)\b.{0,12}\b(?:ma|la|une)\b.{0,10}\bcarte\b|\bma (?:nouvelle )?carte\b.{0,15}\b(?:arrive quand|est[- ]elle (?:partie|en route|arrivee)|n'est pas arrivee|est pas arrivee|pas encore arrivee|expire (?:bientot|ce mois|cette|le|en|dans)|est usee|est brulee|est en morceaux|est toute (?:pliee|usee|craquee|grafignee)|est pliee|est craquee|est grafignee|est fendue|est decollee)\b|\bcomment (?:on )?(?:activer|j'active|puis[- ]je activer|activer)\b.{0,8}\bcarte\b|\b(?:envoyez|envoie|pouvez[- ]vous (?:m'envoyer|me faire)|faites|donnez)\b.{0,5}(?:moi)? ?.{0,8}\b(?:une (?:autre|nouvelle)|une) carte\b|\b(?:le chien|mon gars|le bebe|ma fille|la laveuse|mon fils)\b.{0,20}\bma carte\b|\bj'ai (?:casse|brise|plie|fendu|abime|fait fondre|coupe) ma carte\b|\b(?:ma )?carte\b.{0,12}\b(?:jamais|pas|toujours pas)\b.{0,6}\b(?:arrivee?|recue?|rendue?)\b|\bcarte (?:cassee?|brisee?|pliee?|craquee?|fendue?|coupee?) (?:en deux|en morceaux|en 2)\b|\bmettre en marche\b.{0,10}\bcarte\b|\bremplacement\b.{0,12}\bcarte\b/,
    },
    card_declined: {
      cues: 'carte paiement insuffisants insuffisant prennent accepte passe marche terminal terminal refusee refuse',
      sure: /\b(?:ca |il |le terminal |la machine )?(?:dit|indique|affiche|marque|ecrit)\b.{0,10}\b(?:fonds insuffisants|provision insuffisante|solde insuffisant|refuse|transaction refusee)\b|\b(?:ils|le magasin|le terminal|la pompe|la machine|l'epicerie|on) (?:ne |n')?(?:prennent|prend|acceptent|accepte|veulent|veut|lit|lisent)\b.{0,8}\b(?:pas|plus)\b.{0,10}\bma carte\b|\b(?:le|mon) paiement\b.{0,12}\b(?:est|a ete|s'est fait|se fait)\b.{0,6}\b(?:refuse|rejete|decline)\b|\bma carte\b.{0,20}\b(?:se fait refuser|s'est fait refuser|bloque a la caisse|a bloque|ne veut pas passer|veut pas passer|n'a pas passe|a pas passe|a pas marche|n'a pas marche|ne passe nulle part|passe pas|passe plus|marche pas|marche plus)\b|\bpourquoi (?:je|j')\b.{0,10}\b(?:peux|arrive|pouvais)\b.{0,5}\bpas\b.{0,5}\b(?:a )?payer (?:avec|par) (?:ma )?carte\b|\b(?:le terminal|la machine|l'ecran|ca|la pompe)\b.{0,6}\b(?:dit|indique|affiche|marque|ecrit)\b.{0,8}\b(?:refusee?|carte refusee|carte invalide|rejetee?|declinee?|transaction refusee)\b|\b(?:on|ils) m'(?:a|ont) refuse ma carte\b/,
    },
    pin: {
      cues: 'nip code secret pin nip marche',
      sure: /\b(?:oublie|perdu|changer|modifier|sais plus|souviens plus|rappelle plus|connais plus|connais pas|bloque|recuperer)\b.{0,15}\b(?:code (?:secret|de (?:ma |la )?carte|pin|confidentiel|a 4 chiffres|de carte)|nip|pin)\b|\b(?:mauvais|faux) (?:nip|pin|code secret)\b|\bcode (?:secret|confidentiel)\b.{0,20}\b(?:carte|bloque|oublie|faux)\b|\b(?:mon |le )?nip\b.{0,8}\b(?:marche|fonctionne|passe)\b.{0,4}\b(?:pas|plus)\b|\b(?:choisir|avoir|mettre|prendre|changer)\b.{0,6}\b(?:un autre|un nouveau|de|mon) (?:nip|pin)\b/,
    },
    direct_deposit: {
      cues: 'patron employeur specimen annule void direct directement transit rib infos bancaires paye salaire boss',
      sure: /\bcheque (?:annule|void|specimen)\b|\bspecimen\b|\b(?:mon )?(?:patron|employeur|boss|travail|job|rh|comptable)\b.{0,20}\b(?:veut|demande|a besoin|exige|me demande)\b.{0,20}\b(?:infos?|informations?|coordonnees|numero|transit|bancaires?|depot direct|compte)\b|\b(?:je veux|je voudrais|j'aimerais|comment faire pour|comment|il faut)\b.{0,10}\b(?:que )?(?:ma paye|ma paie|mon salaire|ma pension|mon cheque)\b.{0,20}\b(?:soit|aille|arrive|rentre|etre|tombe)\b.{0,15}\b(?:deposee?|verse|versee|directement|direct|ici|chez vous|dans mon compte|sur mon compte)\b|\bquelles? (?:infos?|informations?|numeros?)\b.{0,20}\b(?:donner|donne)\b.{0,15}\b(?:patron|employeur|boss|travail)\b/,
    },
    order_checks: {
      cues: 'cheques chequier chequiers carnet cheques commande',
      sure: /\bj'ai (?:presque )?(?:plus|pu|pus) (?:de |d')?(?:cheques?|chequier)\b|\bje (?:manque|suis a court) de cheques\b|\b(?:ou|comment|puis[- ]je|je peux)\b.{0,15}\b(?:commander|acheter|avoir|obtenir|recevoir)\b.{0,8}\b(?:des |d'autres |un |un nouveau |mes |de nouveaux )?(?:cheques|chequier|carnet de cheques)\b|\b(?:vendez|faites|imprimez|donnez)[- ]vous des cheques\b|\bdernier cheque du carnet\b|^(?:(?:j'ai |il me reste )?presque plus de cheques|plus de cheques)$|\bje commande\b.{0,8}\bcheques\b.{0,5}\b(?:ou|comment)?\b/,
    },
    app_trouble: {
      cues: 'appli app application code connecter site passe telephone inscrire ligne empreinte internet portail erreur appli site app',
      sure: /\b(?:l'appli|l'app|l'application|votre appli|votre app|le site|votre site|le portail|la page)\b.{0,15}\b(?:veut pas|ne veut pas|refuse|gele|plante|bogue|bug|bloque|s'ouvre pas|ouvre pas|charge pas|marche pas|marche plus|fonctionne pas|fonctionne plus|est down|rame|me deconnecte|me sort|donne une erreur|affiche une erreur|dit que)\b|\b(?:recois|recoit|recu|arrive)\b.{0,5}\b(?:pas|jamais|toujours pas)\b.{0,6}\b(?:le |de |mon )?code\b|\bcode\b.{0,15}\b(?:n'arrive pas|arrive pas|jamais recu|pas recu)\b|\b(?:change|nouveau|acheter?)\b.{0,8}\b(?:de )?(?:telephone|cell|cellulaire)\b.{0,25}\b(?:peux plus|peux pas|connecter|entrer|appli|app|acces)\b|\bcomment\b.{0,10}\b(?:m'inscrire|s'inscrire|creer un acces|me connecter|j'accede|acceder|aller|activer)\b.{0,15}\b(?:services?|banque|acces|compte|site|appli|app|application)\b.{0,12}\b(?:en ligne|internet|mobile)?\b|\b(?:je )?(?:peux|arrive|reussis|suis)\b.{0,5}\b(?:plus|pas|incapable)\b.{0,6}\b(?:a |de |d')?(?:entrer|me connecter|ouvrir|acceder|aller)\b.{0,8}\b(?:dans |sur |a )?(?:l'appli|l'app|l'application|mon compte en ligne|le site|internet)\b|\b(?:mon |le )?mot de passe\b.{0,15}\b(?:est mauvais|est invalide|est incorrect|marche pas|ne marche pas|marche plus|expire|bloque|refuse|n'est pas accepte)\b|\b(?:empreinte|face id|reconnaissance faciale)\b.{0,20}\b(?:pas|plus)\b|\berreur\b.{0,20}\b(?:appli|app|application|site|connecter|connexion|ouvre)\b|\b(?:l'appli|l'app|votre appli|le site|votre site|l'application)\b.{0,10}\b(?:me laisse pas|me laisse plus|ne me laisse|m'empeche|me reconnait pas|veut rien savoir)\b/,
    },
    is_it_you: {
      cues: 'vraiment arnaque numero caisse banque appel appele message texto vrai vous fraude lien caisse texte tu ecrit vous',
      sure: /\bc'est (?:vraiment|bien|reellement)\b.{0,8}\b(?:la caisse|la banque|vous|ma caisse|ma banque|mon institution|la cooperative)\b|\bcomment\b.{0,8}\b(?:je sais|savoir|je peux savoir|puis[- ]je savoir|etre sure?|verifier|m'assurer|je peux etre sure?)\b.{0,8}\b(?:que |si )?.{0,20}\b(?:arnaque|fraude|vous|vrai|hameconnage|legitime|la caisse|la banque|faux)\b|\b(?:ce|le|votre) (?:numero|message|texto|courriel|lien)\b.{0,10}\b(?:est|vient|est[- ]il|est[- ]ce)\b.{0,8}\b(?:a |de |bien |vraiment )*(?:vous|vrai|fiable|legitime|une arnaque|frauduleux|la caisse|securitaire|faux)\b|\bj'ai (?:recu|eu)\b.{0,6}\b(?:un |une )?(?:appel|message|texto|courriel|coup de fil)\b.{0,15}\b(?:de|du|de la|de votre)\b.{0,12}\b(?:vous|banque|caisse|part)\b.{0,20}\b(?:vrai|vous|arnaque|normal|c'etait|legitime)\b|\b(?:quelqu'un|on) m'a (?:appele|texte|ecrit)\b.{0,20}\b(?:disant|en disant|se disant|pretendant|de la part)\b|\bpourquoi (?:vous (?:me )?demandez|demandez[- ]vous)\b.{0,15}\b(?:nas|mot de passe|nip|numero)\b|\b(?:c'est|c'est[- ]tu|est[- ]ce)\b.{0,4}\b(?:vraiment|bien|reellement)\b.{0,4}\b(?:ma|la|votre|mon)\b.{0,3}\b(?:caisse|banque|institution|credit union)\b|\bc'est vous qui\b.{0,10}\b(?:avez|m'avez|m'ecrivez|textez|appelez|appele|envoye)\b|\b(?:je peux|puis[- ]je|faut[- ]il|dois[- ]je) (?:cliquer|ouvrir|repondre|faire confiance)\b.{0,12}\b(?:lien|message|texto|courriel)\b/,
    },
  },
  loans: {
    due_date: {
      cues: 'quand paiement versement mensualite pret char auto maison prochain du due echeance paiements jour du pret',
      sure: new RegExp(
        `\\b(?:c'est )?quand\\b.{0,8}\\b(?:est |mon |ma |le |la )*(?:prochain |prochaine )?(?:paiement|versement|mensualite|echeance)\\b.{0,8}\\b(?:de |d'|du |de l'|de mon |de ma |sur |pour )(?:l'|le |la |mon |ma )?(?:${vehicle}|${home}|pret)\\b|\\bquand (?:est|c'est)\\b.{0,5}\\b(?:du|due)\\b.{0,8}\\b(?:mon|ma|le|la|l')? ?(?:pret|${vehicle}|${home}|paiement)\\b|\\b(?:il )?(?:me )?reste\\b.{0,8}\\bcombien de (?:paiements|versements|mensualites)\\b|\\bcombien de (?:paiements|versements|mensualites)\\b.{0,10}\\b(?:reste|restent)\\b|\\bquel jour\\b.{0,6}\\b(?:est|c'est)\\b.{0,4}\\b(?:du|due)\\b.{0,8}\\b(?:mon|ma|le|la|l')? ?(?:pret|auto|char|maison|paiement)\\b|\\bmon pret\\b.{0,8}\\b(?:est du|du) quand\\b`,
      ),
    },
    payment: {
      cues: 'mensualite paiement versement mois auto char maison pret paye paie mensualite hypotheque',
      sure: new RegExp(
        `\\b(?:c'est combien|combien est|combien c'est|quelle est|c'est quoi)\\b.{0,8}\\b(?:ma|la|mon|le)\\b.{0,3} ?(?:mensualite|paiement|versement)\\b.{0,8}\\b(?:de |d'|du |de l'|pour |sur )(?:l'|le |la |mon |ma )?(?:${vehicle}|${home}|pret)\\b|\\bje (?:paye|paie) combien (?:par mois|chaque mois)\\b.{0,12}\\b(?:pour|sur|de)\\b.{0,8}(?:${vehicle}|${home}|pret)\\b|\\bcombien (?:je (?:paye|paie)|est[- ]ce que je (?:paye|paie))\\b.{0,15}\\b(?:${vehicle}|${home}|pret)\\b.{0,12}\\b(?:par mois|chaque mois)\\b|^(?:c'est combien |combien est )?(?:la |ma )(?:mensualite|paiement) (?:de |du |sur )(?:l'|le |la |mon |ma )?(?:hypotheque|auto|char|maison|pret|camion)$`,
      ),
    },
    payoff: {
      cues: 'finir solder payer reste auto char pret maison rembourser pick-up pickup camion finir',
      sure: new RegExp(
        `\\bcombien\\b.{0,15}\\b(?:pour|faut|faudrait|reste|je dois)\\b.{0,12}\\b(?:finir de payer|solder|payer au complet|rembourser|liquider|payer tout|fermer|regler)\\b.{0,12}\\b(?:mon|ma|le|la|l'|de l')? ?(?:${vehicle}|${home}|pret)\\b|\\b(?:ca serait|c'est|ca ferait|ce serait) combien\\b.{0,4}\\bpour (?:finir de payer|solder|payer au complet|rembourser|liquider)\\b`,
      ),
    },
    rate: {
      cues: 'interet taux pourcentage interet camion',
      sure: new RegExp(
        `\\b(?:c'est quoi|quel est|c'est combien|a combien est)\\b.{0,6}\\b(?:l'interet|le taux|mon taux|le pourcentage)\\b.{0,10}\\b(?:sur|de|pour)\\b.{0,6}\\b(?:mon|ma|l'|le|la)? ?(?:${vehicle}|${home}|pret)\\b|\\b(?:je (?:paie|paye)|on paye) combien d'interets?\\b|\\bcombien d'interets? (?:je paie|je paye|sur)\\b`,
      ),
    },
  },
};
