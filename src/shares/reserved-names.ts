import type { ShareKind } from '../kernel/vocabulary/share-kind.ts';

/**
 * Names that a share can't have, because they are said to mean something else: `bal all`, `history checks`, `50 dollars`. A
 * test holds this list against the words that commands are read by.
 */
const reserved = new Set(
  `all tout tous toutes todo todos todas
  b bal balance balances money solde soldes saldo saldos
  h t hist txn txns lt stmt mini act tran tr his history last activity statement statements transactions transaction
  historique mouvements operations releve movimientos historial transacciones
  dep deps txc deposit deposits credit credits depot depots deposito depositos
  wd wds txd withdrawal withdrawals debit debits retrait retraits retiro retiros
  chk chks cps chqstatus cheque cheques check checks
  hold holds pending retenue retenues retencion retenciones
  x xfer xfr xfers trn trf trans tfr transfer move send put virement virer transferer transfert transferir pasar transferencia
  pay payer pagar more next suite mas
  acc accs accts acct nick nicks nickname nicknames accounts account comptes compte cuentas cuenta
  details detail detalles detalle atl limits limit plafonds plafond limites limite
  ok okay confirm d'accord daccord confirmer vale confirmar no n nope nah non y yes yep yeah yup oui si
  annuler annule annulez cancelar cancela cancele anular
  lock freeze suspend bloquer verrouiller geler bloquear unlock unfreeze debloquer deverrouiller desbloquear code codigo
  fraud dispute fraude disputa agent operator person human representative rep conseiller conseillere agente persona
  contact atm hours branch horaires contacto horario horarios com info help commands list menu aide ayuda
  stop stopall unsubscribe revoke optout opt-out end cancel quit arret arretez arreter baja alto
  start unstop optin opt-in resume subscribe
  dollars dollar bucks buck usd cad mxn gbp euros euro eur dolares dolar pesos peso cents`.split(
    /\s+/,
  ),
);

/** Words for kinds: a share of that kind may be named so, another may not. */
const kindWords: Readonly<Record<ShareKind, string>> = {
  checking: 'chk chck ck checking checkings chequing draft courant corriente cheques dda',
  savings: 'sav savs sv svg saving savings share epargne ahorro ahorros',
  certificate: 'cert certificate certificat certificado',
  loan: 'loan pret prestamo',
};

const kindOfWord = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) =>
    words.split(' ').map((word) => [word, kind] as const),
  ),
);

/** The kind that a name says, in lower case without accents. */
export function kindNamed(name: string): string | undefined {
  return kindOfWord.get(name);
}

/** Whether a name is said to mean something else than this share; figures beside a word do not make it another. */
export function isReserved(name: string, kind: ShareKind): boolean {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}'-]+/gu, ' ')
    .trim();
  const named = kindOfWord.get(words);
  return named === undefined ? reserved.has(words) : named !== kind;
}
