import type { PostedWords } from '../../wording/locale.ts';

/** The texts of entries and holds that staff post, for pages and messages. `{what}` is the text of the entry that is undone. */
export const posted: PostedWords = {
  fee_paper_statement: 'Frais : relevé papier',
  fee_returned_item: 'Frais : rejet',
  fee_stop_payment: 'Frais : opposition',
  fee_wire: 'Frais : virement',
  fee_cashiers_check: 'Frais : chèque de banque',
  fee_replacement_card: 'Frais : carte de remplacement',
  fee_copies: 'Frais : copies',
  fee_research: 'Frais : recherche',
  fee_dormant_account: 'Frais : compte inactif',
  fee_other: 'Frais',
  hold_deposited_check: 'Blocage : chèque déposé',
  hold_card_payment: 'Blocage : paiement par carte',
  hold_legal_order: 'Blocage : ordre légal',
  hold_dispute: 'Blocage : litige',
  hold_suspected_fraud: 'Blocage : fraude présumée',
  hold_member_request: 'Blocage : à votre demande',
  entry_reversal: 'Annulé : {what}',
  entry_correction: 'Corrigé : {what}',
};
