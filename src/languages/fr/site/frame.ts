import type { FrameTexts } from '../../site-texts.ts';

/** Le cadre de toutes les pages. */
export const frame: FrameTexts = {
  skip: 'Aller au contenu',
  navigation: 'Services en ligne',
  accounts: 'Comptes',
  transfer: 'Virement',
  messages: 'Messages',
  security: 'Sécurité',
  sign_in: 'Se connecter',
  sign_out: 'Se déconnecter',
  commands: 'Ce que vous pouvez texter',
  language: 'Langue',
  call: 'Des questions ? Appelez le {phone}, {hours}.',
  demonstration: 'Ceci est une démonstration. Il n’y a pas d’argent réel ici.',
  not_found: 'Cette page est introuvable',
  not_found_text:
    'Elle a peut-être été déplacée, ou l’adresse contient une faute de frappe. Rien n’a été modifié.',
  failed: 'Une erreur s’est produite de notre côté',
  failed_text:
    'Nous ne savons pas si votre demande a été exécutée. Vérifiez vos comptes avant de réessayer. Si vous nous appelez, donnez-nous ce numéro : {id}.',
  refused: 'Nous n’avons pas pu faire cela',
  home: 'Accueil',
  outside: 'S’ouvre dans {portal}',
  outside_text:
    'Cette page ne s’affiche pas dans un autre site. Elle s’ouvre dans son propre onglet.',
  outside_open: 'Ouvrir dans {portal}',
};
