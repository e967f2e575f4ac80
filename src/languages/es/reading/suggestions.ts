import type { SuggestionWords } from '../../../reading/lexicon/suggestion-words.ts';

/** What a text that is not understood nearly meant, in Spanish. */
export const suggestions: SuggestionWords = {
  examples: {
    balance: '#saldo',
    history: '#movimientos',
    deposits: '#depositos',
    withdrawals: '#retiros',
    checks: '#cheques',
    holds: '#retenciones',
    transfer: 'ayuda transferir',
    pay: 'ayuda pagar',
    more: 'mas',
    accounts: 'cuentas',
    details: 'detalles 7',
    limits: 'limites',
    confirm: 'ayuda confirmar',
    lock: '#bloquear',
    unlock: '#desbloquear',
    code: '#codigo',
    dispute: '#disputa',
    agent: '#agente',
    contact: 'contacto',
    help: 'ayuda',
  },
  common: 'mas vale si',
  vagueMoney: 'dinero saldo',
  payees: 'a para hacia',
  amountLinks: 'de',
  ownPlaces: 'cuenta cuentas banco tarjeta',
  owners: 'su sus',
  bills: 'renta alquiler factura facturas luz recibo recibos',
  disowned:
    /\b(?:cargos?|pagos?|retiros?|debitos?|transaccion(?:es)?|transferencias?|compras?) que (?:yo )?(?:no|nunca) (?:hice|autorice|reconozco)\b/,
  closing: 'cerrar|eliminar|borrar',
  closed: 'cuentas?',
  changing: /^(?:actualiz|cambi|corrig)/,
};
