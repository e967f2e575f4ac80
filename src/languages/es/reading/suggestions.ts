import type { SuggestionWords } from '../../../reading/lexicon/suggestion-words.ts';
import { fieldOf } from '../../command-entries.ts';
import { esCommands } from '../commands.ts';

/** What a text that we don't understand nearly meant, in Spanish. */
export const suggestions: SuggestionWords = {
  examples: fieldOf(esCommands, 'suggestion'),
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
