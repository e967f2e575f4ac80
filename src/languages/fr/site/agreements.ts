import type { AgreementTexts } from '../../site-texts.ts';

/** En français, comme on l'écrit au Canada et en France. */
export const agreements: AgreementTexts = {
  agree_title: 'Avant de commencer',
  agree_regulation_e: 'J’ai lu les informations sur les virements électroniques et je les accepte.',
  agree_regulation_e_title: 'Informations sur les virements électroniques',
  agree_regulation_e_text:
    'Vous pouvez virer de l’argent entre vos propres comptes par message, dans la limite de vos plafonds et des nôtres, sans frais. Si vous voyez un virement qui n’est pas de vous, ou si vous perdez votre téléphone ou votre compte X, prévenez-nous aussitôt : {phone}, ou FRAUDE ou BLOQUER par message. Prévenus dans les 2 jours ouvrables, vous ne perdez pas plus de 50 $ ; plus tard, jusqu’à 500 $. Signalez une erreur dans les 60 jours du relevé qui la montre, sinon ce qui est perdu ensuite peut ne pas vous être rendu. Nous enquêtons en 10 jours ouvrables ; s’il nous en faut jusqu’à 45, nous vous créditons provisoirement. Si nous n’exécutons pas correctement un virement, nous répondons de vos pertes, sauf provision insuffisante ou événement hors de notre contrôle. Chaque virement a son reçu dans le message et figure à votre relevé. {business_days} Nous ne parlons de vos comptes à d’autres que pour exécuter des virements, si la loi l’exige ou avec votre accord.',
  agree_esign: 'J’accepte de recevoir ces informations et les suivantes par voie électronique.',
  agree_esign_title: 'Envoi électronique',
  agree_esign_text:
    'Vous recevez informations et avis ici, dans {portal}, plutôt que sur papier. Il vous faut un navigateur qui affiche cette page et peut l’imprimer ou l’enregistrer. Vous pouvez demander une version papier sans frais, ou retirer cet accord, à tout moment au {phone} ; le service par message prend alors fin. Tenez vos coordonnées à jour ici.',
  agree_sms_terms: 'J’accepte les SMS à ces conditions.',
  agree_sms_terms_title: 'Conditions des SMS',
  agree_sms_terms_text:
    '{service} répond quand vous écrivez et vous signale les changements de votre service : la fréquence des messages varie. Des frais de messages et de données peuvent s’appliquer. Envoyez STOP pour arrêter, AIDE pour de l’aide, ou appelez le {phone}. Un SMS prouve mal qui vous êtes : un numéro peut être volé. C’est pourquoi codes, plafonds et blocages ne se changent qu’ici, et nous vous conseillons une clé d’accès pour vous connecter.',
  app_terms:
    '{service} vous répond ici quand vous écrivez et vous informe de vos comptes et des changements à votre service. C’est gratuit. Envoyez STOP ici pour ne plus recevoir ces messages, START pour les recevoir de nouveau, HELP pour obtenir de l’aide, ou appelez le {phone}.',
  agree_passkey: 'Créer une clé d’accès',
};
