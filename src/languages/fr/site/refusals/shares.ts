import type { SharesRefusalTexts } from '../../../site-texts.ts';

/** Refus des comptes et des virements. */
export const shares: SharesRefusalTexts = {
  days_reversed: 'La date de fin précède la date de début. Veuillez modifier l’une des deux.',
  search_too_long:
    'C’est plus que ce que nous pouvons chercher en une fois. Choisissez une période plus courte.',
  amount_malformed: 'Entrez le montant comme 50 ou 1250,00, sans devise.',
  amount_not_positive: 'Entrez un montant supérieur à zéro.',
  money_locked:
    'Rien n’a été viré : BLOQUER a arrêté tous les virements, ici aussi. Pour virer de nouveau, débloquez le service sous Messages.',
  same_share: 'L’argent est déjà dans ce compte. Choisissez-en un autre.',
  share_fixed:
    'Vous ne pouvez pas virer d’argent vers ce compte ni à partir de celui-ci. Appelez-nous au besoin.',
  share_closed: 'Ce compte est fermé. Rien n’a été viré.',
  currencies_differ: 'Ces deux comptes sont dans des devises différentes. Rien n’a été viré.',
  transfer_limit: 'Ici, vous pouvez virer jusqu’à {amount} à la fois. Rien n’a été viré.',
  transfer_limit_day:
    'Vous pouvez encore virer jusqu’à {amount} ici aujourd’hui. Rien n’a été viré.',
  more_than_owed: 'Vous devez moins que cela : {amount}. Rien n’a été viré.',
  funds_insufficient:
    'Vous pouvez virer jusqu’à {amount} à partir de ce compte en ce moment. Rien n’a été viré.',
  already_pending:
    'Vous avez déjà demandé ce virement et il n’est pas encore confirmé. Ne le répétez pas ; rien de plus n’a été viré.',
  transfer_reused:
    'Ce formulaire a déjà servi à un autre virement : rien n’a été viré cette fois. Commencez-en un nouveau.',
  suffix_malformed:
    'Choisissez un ou deux chiffres, ou une lettre suivie d’un à trois chiffres, comme 7 ou S1.',
  suffix_taken: 'Un autre de vos comptes l’utilise déjà. Choisissez autre chose.',
  suffix_retired:
    'Un de vos comptes l’utilisait jusqu’à récemment. Nous le laissons libre 90 jours, pour qu’une vieille habitude n’envoie pas d’argent au mauvais endroit.',
  nickname_malformed:
    'Un surnom a de 2 à 20 lettres, chiffres ou espaces, dont deux lettres qui se suivent, et un seul alphabet par mot. Il ne doit ressembler ni à un code ni à un mot des commandes.',
  nickname_taken: 'Un autre de vos comptes a déjà ce surnom. Choisissez-en un autre.',
  statement_too_long:
    'Ce mois compte plus d’opérations qu’un relevé ne peut en montrer. Appelez-nous pour l’obtenir.',
  dispute_settled:
    'Nous avons déjà crédité ou décidé cette contestation : elle ne peut plus être retirée ici. Appelez-nous.',
};
