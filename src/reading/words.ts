import type { Language } from '../kernel/vocabulary/language.ts';
import type { CommandName } from '../kernel/vocabulary/intent.ts';

/**
 * The words that begin a command, by intent and language; `any` are no language's own. They are the union of what
 * institutions accept; each may add, rename and remove. Compared in lower case without accents.
 */
export type WordLanguage = Language | 'any';

export type WordIntent = CommandName;

export const commandWords: Readonly<
  Record<WordIntent, Readonly<Partial<Record<WordLanguage, string>>>>
> = {
  balance: { any: 'bal b', en: 'balance balances money', fr: 'solde soldes', es: 'saldo saldos' },
  history: {
    any: 'hist h txn txns t lt stmt mini act tran tr',
    en: 'his history last activity statement statements transactions transaction',
    fr: 'historique mouvements operations releve',
    es: 'movimientos historial transacciones',
  },
  deposits: {
    any: 'dep deps txc',
    en: 'deposit deposits credit credits',
    fr: 'depot depots',
    es: 'deposito depositos',
  },
  withdrawals: {
    any: 'wd wds txd',
    en: 'withdrawal withdrawals debit debits',
    fr: 'retrait retraits',
    es: 'retiro retiros',
  },
  checks: { any: 'chk chks cps chqstatus cheque cheques', en: 'check checks' },
  holds: { en: 'hold holds pending', fr: 'retenue retenues', es: 'retencion retenciones' },
  transfer: {
    any: 'xfer xfr xfers x trn trf trans tfr',
    en: 'transfer move send put',
    fr: 'virement virer transferer transfert',
    es: 'transferir pasar transferencia',
  },
  pay: { en: 'pay', fr: 'payer', es: 'pagar' },
  more: { en: 'more next', fr: 'suite', es: 'mas' },
  accounts: {
    any: 'acc accs accts acct nick nicks nickname nicknames',
    en: 'accounts account',
    fr: 'comptes compte',
    es: 'cuentas cuenta',
  },
  details: { en: 'details detail', es: 'detalles detalle' },
  limits: { any: 'atl', en: 'limits limit', fr: 'plafonds plafond', es: 'limites limite' },
  confirm: {
    any: 'ok okay',
    en: 'confirm',
    fr: "d'accord daccord confirmer",
    es: 'vale confirmar',
  },
  decline: {
    any: 'no n',
    en: 'nope nah',
    fr: 'non annuler annule annulez',
    es: 'cancelar cancela cancele anular',
  },
  affirm: { en: 'y yes yep yeah yup', fr: 'oui', es: 'si' },
  lock: { en: 'lock freeze suspend', fr: 'bloquer verrouiller geler', es: 'bloquear' },
  unlock: { en: 'unlock unfreeze', fr: 'debloquer deverrouiller', es: 'desbloquear' },
  code: { any: 'code', es: 'codigo' },
  dispute: { any: 'fraud', en: 'dispute', fr: 'fraude', es: 'disputa' },
  agent: {
    any: 'agent',
    en: 'operator person human representative rep',
    fr: 'conseiller conseillere',
    es: 'agente persona',
  },
  contact: {
    any: 'contact atm',
    en: 'hours branch',
    fr: 'horaires',
    es: 'contacto horario horarios',
  },
  help: { any: 'com info', en: 'help commands list menu', fr: 'aide', es: 'ayuda' },
  stop: {
    any: 'stop stopall unsubscribe revoke optout opt-out',
    en: 'end cancel quit',
    fr: 'arret arretez arreter',
    es: 'baja alto',
  },
  start: { any: 'start unstop optin opt-in', en: 'resume subscribe' },
};

/** Names of kinds, as they come out. */
export const kindWords: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    checking: 'chk chck ck checking checkings chequing draft courant corriente cheques dda',
    savings: 'sav savs sv svg saving savings share epargne ahorro ahorros',
    certificate: 'cert certificate certificat certificado',
    loan: 'loan pret prestamo',
    all: 'all tout tous toutes todo todos todas',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind])),
);

/** The language that a kind's word speaks, where it is one's own. */
export const kindLanguages: Readonly<Record<string, Language>> = {
  courant: 'fr',
  epargne: 'fr',
  pret: 'fr',
  tout: 'fr',
  tous: 'fr',
  toutes: 'fr',
  certificat: 'fr',
  corriente: 'es',
  ahorro: 'es',
  ahorros: 'es',
  prestamo: 'es',
  todo: 'es',
  todos: 'es',
  todas: 'es',
  certificado: 'es',
  checking: 'en',
  savings: 'en',
  loan: 'en',
  draft: 'en',
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words that stand between a command and its arguments and mean nothing there. */
export const fillers = words(
  `of on for in my the our account acct a an to at is please pls now and number no nr today
  de du des la le les mon ma mes sur en dans compte svp au
  mi mis el los las del cuenta con por favor numero`,
);

export const fromWords = words('from de du desde depuis');
export const toWords = words('to into onto in a vers au hacia para sur al dans en');

/** Between two shares, with no word of the direction. */
export const betweenWords = words('between entre');

/** Words that say how much and are no figure. */
export const saysHowMuch = words(
  'all everything half rest remainder max maximum tout toute tous moitie reste todo toda todos mitad resto',
);

/** Words of courtesy after a command. */
export const thanks = words('please pls plz svp stp thx thanks gracias merci');

/** Words of courtesy before a command. */
export const courtesies = words(
  `please pls plz hi hello hey kindly bonjour salut hola svp stp bonsoir`,
);

export const unitWords: ReadonlySet<string> = words(
  'dollars dollar bucks buck usd euros euro eur dolares dolar pesos peso cad mxn gbp',
);

/** Verbs that everyday talk uses too: their names must be kinds or suffixes, or known shares. */
export const everydayTransferWords = words('move send put pasar virer');
