import type { Letters } from '../letter.ts';

export const letters: Letters = {
  received: {
    subject: 'Nous avons reçu votre avis d’une erreur possible, {reference}',
    paragraphs: [
      'Le {received}, vous nous avez signalé une erreur possible sur votre compte. Nous l’examinons sous le numéro {reference}.',
      'Nous décidons au plus tard le {due}. S’il nous faut plus de temps, nous créditons provisoirement votre compte ce jour-là du montant en question, et vous pouvez utiliser l’argent pendant l’examen. Nous décidons alors au plus tard le {last}.',
      'Nous vous annonçons le résultat dans les trois jours ouvrables après notre décision.',
      'Si autre chose vous revient, ou si vous avez des pièces utiles, appelez le {phone} ou écrivez à {address}.',
    ],
  },
  credited: {
    subject: 'Nous avons crédité provisoirement votre compte, {reference}',
    paragraphs: [
      'Le {today}, nous avons crédité {amount} sur votre compte {account}, pendant que nous examinons votre avis {reference}.',
      'Vous pouvez utiliser tout cet argent pendant l’examen.',
      'Nous décidons au plus tard le {last}. Si nous ne trouvons pas d’erreur, ou un autre montant, nous vous le disons avant de reprendre le crédit.',
      'Des questions ? Appelez le {phone}.',
    ],
  },
  no_error: {
    subject: 'Le résultat de {reference} : pas d’erreur',
    paragraphs: [
      'Nous avons examiné votre avis du {received}. Nous avons constaté qu’il n’y a pas eu d’erreur, ou qu’elle était autre que celle décrite.',
      '{findings}',
      'Vous avez droit aux documents sur lesquels nous nous sommes fondés. Demandez-les par téléphone au {phone} ou par écrit à {address} : nous vous envoyons des copies rapidement et sans frais.',
    ],
  },
  corrected: {
    subject: 'Le résultat de {reference} : nous avons corrigé l’erreur',
    paragraphs: [
      'Nous avons examiné votre avis du {received}. Nous avons constaté une erreur, et nous l’avons corrigée le {today}.',
      '{findings}',
      'Votre compte {account} a reçu {amount} à ce titre, et ce crédit est définitif.',
      'Des questions ? Appelez le {phone}.',
    ],
  },
  credit_withdrawn: {
    subject: 'Nous avons repris le crédit provisoire de {reference}',
    paragraphs: [
      'Le {today}, nous avons repris {amount} sur votre compte {account}. C’était le crédit provisoire pour votre avis {reference}, où nous n’avons pas trouvé d’erreur.',
      'Jusqu’au {honor}, nous payons sans frais pour vous les chèques et les virements préautorisés de votre compte, dans la mesure où le crédit les aurait couverts.',
      'Vous avez droit aux documents sur lesquels nous nous sommes fondés. Demandez-les par téléphone au {phone} ou par écrit à {address}.',
    ],
  },
};
