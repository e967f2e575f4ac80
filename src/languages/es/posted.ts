import type { PostedWords } from '../../wording/locale.ts';

/** The texts of entries and holds that staff post, for pages and messages. `{what}` is the text of the entry that is undone. */
export const posted: PostedWords = {
  fee_paper_statement: 'Comisión: estado en papel',
  fee_returned_item: 'Comisión: devolución',
  fee_stop_payment: 'Comisión: orden de no pago',
  fee_wire: 'Comisión: giro',
  fee_cashiers_check: 'Comisión: cheque de caja',
  fee_replacement_card: 'Comisión: tarjeta nueva',
  fee_copies: 'Comisión: copias',
  fee_research: 'Comisión: búsqueda',
  fee_dormant_account: 'Comisión: cuenta inactiva',
  fee_other: 'Comisión',
  hold_deposited_check: 'Retención: cheque depositado',
  hold_card_payment: 'Retención: pago con tarjeta',
  hold_legal_order: 'Retención: orden legal',
  hold_dispute: 'Retención: disputa',
  hold_suspected_fraud: 'Retención: posible fraude',
  hold_member_request: 'Retención: a petición suya',
  entry_reversal: 'Anulado: {what}',
  entry_credit: 'Crédito por la disputa {what}',
  entry_correction: 'Corregido: {what}',
};
