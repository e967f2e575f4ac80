import type { Language } from '../kernel/vocabulary/language.ts';
import type { Intent } from '../kernel/vocabulary/intent.ts';

/**
 * Questions in free wording: a sentence is a question about a topic when it names that topic, and every other word in it is
 * a share, a count, or one of the words listed here that frame a question and change nothing (`what is my … please`). One
 * word that is not listed, and the sentence is about something else.
 */
export interface Topic {
  readonly intent: TopicIntent;
  readonly language: Language;
  /** What names it; a phrase of several words is tried before a shorter one. */
  readonly phrases: readonly string[];
  /** Words that frame this topic only: `clear` for checks, `spend` for what is left. */
  readonly also?: readonly string[];
  /** Gives way to any other topic in the sentence: `how much`, `money`. */
  readonly isWeak?: true;
  /** A wish goes with it only where it wishes to be told: not `how much money do I need`. */
  readonly isBare?: true;
  /** Only with a check's number. */
  readonly needsNumber?: true;
}

export type TopicIntent = Extract<
  Intent,
  | 'balance'
  | 'history'
  | 'deposits'
  | 'withdrawals'
  | 'checks'
  | 'holds'
  | 'accounts'
  | 'limits'
  | 'details'
  | 'code'
  | 'more'
>;

const list = (text: string): readonly string[] => text.split(',').map((phrase) => phrase.trim());
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const topics: readonly Topic[] = [
  // English
  {
    intent: 'balance',
    language: 'en',
    phrases: list('balance, balances, balence, balanse, bal, account total'),
    also: words('left remaining over'),
  },
  {
    intent: 'balance',
    language: 'en',
    phrases: list(
      `how much, how much money, how much cash, what amount, hw much, money, funds, owe, cash, have i got, have i got left, is left, s left,
       whats left, left in, left on, remaining in, what do i have in, what is in my, what s in my, whats in my, total of, total in, what do i have left, what have i got in, how much can i spend`,
    ),
    also: words('left remaining over spend any enough no altogether combined together various'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'history',
    language: 'en',
    phrases: list(
      `transactions, transaction, activity, history, transaction history, account history, account activity,
       purchases, purchase, charges, statement, mini statement, spending, txns, txn, transfers`,
    ),
    also: words('were made posted gone through happened went new recently lately where when'),
  },
  {
    intent: 'history',
    language: 'en',
    phrases: list('spend, spent, spent my money, money go, money gone'),
    also: words('where recently lately today yesterday week month money'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'deposits',
    language: 'en',
    phrases: list(
      `deposits, my deposit, my last deposit, last deposit, latest deposit, recent deposit, most recent deposit,
       direct deposit, direct deposits, what came in, any deposit, the deposit, new deposit, new deposits, last credits, recent credits`,
    ),
    also: words(
      `direct new come came hit gone go went through posted post cleared clear arrived arrive show showed landed land made make
       were been yet already when received receive payroll paycheck in`,
    ),
  },
  {
    intent: 'deposits',
    language: 'en',
    phrases: list(
      `paycheck, pay check, payroll, my pay, my salary, my wages, get paid, got paid, been paid, was paid, am i paid, paid yet`,
    ),
    also: words(
      `come came hit gone go went through posted post cleared clear arrived arrive landed deposited yet already
       in when been direct deposit`,
    ),
  },
  {
    intent: 'withdrawals',
    language: 'en',
    phrases: list(
      'withdrawals, withdrawal, withdraws, withdrawls, debits, atm withdrawals, cash withdrawals, what went out',
    ),
    also: words('were made posted gone through been atm cash taken'),
  },
  {
    intent: 'checks',
    language: 'en',
    phrases:
      list(`checks, cheques, cleared checks, checks cleared, checks posted, my check clear, my check cleared, my last check,
       last check, latest check`),
    also: words(
      'cleared clear wrote written posted cashed paid gone through went been already yet which when',
    ),
  },
  {
    intent: 'checks',
    language: 'en',
    phrases: list('check, cheque, chk, ck, clear, cleared'),
    also: words(
      `number no num nr clear cleared cash cashed paid posted post go gone went through come came processed process status been
       yet already if whether when outstanding uncleared still bounce bounced hit deposited was has wrote`,
    ),
    needsNumber: true,
  },
  {
    intent: 'holds',
    language: 'en',
    phrases: list(
      `holds, a hold, any hold, the hold, on hold, being held, pending, pending transactions, pending transaction,
       pending charges, pending charge, pending payments, pending items, pending holds, pending deposits, pending debits, held`,
    ),
    also: words('still anything something why money funds placed place put open being has been'),
  },
  {
    intent: 'accounts',
    language: 'en',
    phrases: list(
      'accounts, my accounts, shares, suffixes, account list, list of accounts, nicknames, how many accounts do i have',
    ),
  },
  {
    intent: 'limits',
    language: 'en',
    phrases: list(
      `limits, limit, transfer limit, transfer limits, daily limit, daily limits, spending limit,
       how much can i transfer, how much can i move, how much may i transfer, how much am i allowed to transfer,
       how much money can i transfer, how much money can i move, how much money may i transfer`,
    ),
    also: words('daily transfer transaction per day maximum max a'),
  },
  {
    intent: 'code',
    language: 'en',
    phrases: list(
      `new code, my code, change code, change my code, reset my code, another code, different code, authentication code,
       security code, my security code`,
    ),
    also: words('change reset new get security authentication how forgot lost message'),
  },
  { intent: 'details', language: 'en', phrases: list('details, account details') },
  { intent: 'more', language: 'en', phrases: list('more') },

  // French
  { intent: 'balance', language: 'fr', phrases: list('solde, soldes') },
  {
    intent: 'balance',
    language: 'fr',
    phrases: list("combien, combien d argent, combien d'argent, argent, de l argent"),
    also: words('reste restant encore il argent d'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'history',
    language: 'fr',
    phrases: list(
      `operations, operation, transactions, transaction, mouvements, historique, depenses, releve, achats, activite`,
    ),
    also: words('recentes recents'),
  },
  {
    intent: 'history',
    language: 'fr',
    phrases: list('depense'),
    also: words('combien recemment'),
    isBare: true,
  },
  { intent: 'deposits', language: 'fr', phrases: list('depots, depot, versements recus') },
  {
    intent: 'deposits',
    language: 'fr',
    phrases: list('paie, paye, salaire, ma paie, mon salaire, mon depot'),
    also: words('arrive arrivee depose deposee recu recue entre entree rentre deja bien il elle'),
    isBare: true,
  },
  { intent: 'withdrawals', language: 'fr', phrases: list('retraits, retrait') },
  {
    intent: 'checks',
    language: 'fr',
    phrases: list('derniers cheques, mes cheques, cheques'),
    also: words('passes passe encaisses debites payes quels ont ete'),
  },
  {
    intent: 'checks',
    language: 'fr',
    phrases: list('cheque'),
    also: words(
      `numero no passe encaisse debite compense paye ete deja bien il a t est statut du statut`,
    ),
    needsNumber: true,
  },
  {
    intent: 'holds',
    language: 'fr',
    phrases: list('retenues, retenue, en attente, operations en attente, transactions en attente'),
    also: words('y pourquoi argent'),
  },
  {
    intent: 'accounts',
    language: 'fr',
    phrases: list('comptes, mes comptes, liste des comptes, liste de mes comptes'),
  },
  {
    intent: 'limits',
    language: 'fr',
    phrases: list('plafonds, plafond, limites, mes limites, ma limite'),
    also: words('virement virements jour par'),
  },
  {
    intent: 'code',
    language: 'fr',
    phrases: list('mon code, nouveau code, changer mon code, changer de code, autre code'),
    also: words('changer comment nouveau securite'),
  },
  { intent: 'more', language: 'fr', phrases: list('suite, la suite, voir plus, montrer plus') },

  // Spanish
  { intent: 'balance', language: 'es', phrases: list('saldo, saldos') },
  {
    intent: 'balance',
    language: 'es',
    phrases: list('cuanto, cuanto dinero, cuanta plata, dinero, cuanto saldo, cuanto debo'),
    also: words('queda quedan tengo hay dinero saldo todavia debo'),
    isWeak: true,
    isBare: true,
  },
  {
    intent: 'history',
    language: 'es',
    phrases: list(
      `movimientos, transacciones, transaccion, operaciones, historial, gastos, compras, estado de cuenta, actividad,
       ultimo movimiento`,
    ),
    also: words('recientes'),
  },
  {
    intent: 'history',
    language: 'es',
    phrases: list('gaste, he gastado'),
    also: words('cuanto que recientemente hoy ayer'),
    isBare: true,
  },
  { intent: 'deposits', language: 'es', phrases: list('depositos, deposito, abonos') },
  {
    intent: 'deposits',
    language: 'es',
    phrases: list(
      'mi deposito, mi pago, mi sueldo, mi salario, mi nomina, me pagaron, me depositaron, me han pagado, mi quincena',
    ),
    also: words('llego llegado entro entrado cayo se ha han esta'),
  },
  { intent: 'withdrawals', language: 'es', phrases: list('retiros, retiro') },
  {
    intent: 'checks',
    language: 'es',
    phrases: list('ultimos cheques, mis cheques, cheques'),
    also: words('cobrados pagados pasaron se cobraron'),
  },
  {
    intent: 'checks',
    language: 'es',
    phrases: list('cheque'),
    also: words(
      `numero no num cobro cobrado cobraron pago pagado paso pasado proceso procesado fue ha sido esta se estado acredito`,
    ),
    needsNumber: true,
  },
  {
    intent: 'holds',
    language: 'es',
    phrases: list(
      'retenciones, retencion, pendientes, transacciones pendientes, cargos pendientes, pendiente, retenido',
    ),
    also: words('alguna algunas por'),
  },
  {
    intent: 'accounts',
    language: 'es',
    phrases: list(
      'cuentas, mis cuentas, lista de cuentas, lista de mis cuentas, cuantas cuentas tengo',
    ),
  },
  {
    intent: 'limits',
    language: 'es',
    phrases: list('limites, limite, mi limite, limite diario, limite de transferencia'),
    also: words('diario diarios transferencia transferencias'),
  },
  {
    intent: 'code',
    language: 'es',
    phrases: list('mi codigo, nuevo codigo, cambiar mi codigo, cambiar codigo, otro codigo'),
    also: words('cambiar como nuevo seguridad'),
  },
  { intent: 'more', language: 'es', phrases: list('ver mas, mostrar mas, dame mas') },
];

/** Words that frame any question, by language. */
export const framing: Readonly<Record<Language, readonly string[]>> = {
  en: words(`what wat whats wats which is are was were be s the my me i im m of on in inside for at from to into with do does did
    have has had ve got get gotten we our us there here it its this that
    right now currently today current available present latest recent newest last past most account accounts acct accts share
    bank banking credit union total up date so and ok okay hey hi hello yo thanks thank you u good morning afternoon evening
    just all any some still quick quickly moment please pls plz kindly number as a`),
  fr: words(`quel quelle quels quelles est sont le la les l mon ma mes m un une de du des d sur dans en a au aux c ce que qu quoi
    et j je y t il on ai as avons me te reste encore dernier derniere derniers dernieres actuel actuelle actuels disponible
    recent recente compte comptes maintenant aujourd hui svp stp s plait vous te moi nous bonjour bonsoir salut merci tous tout toutes
    numero etait etaient ete fut`),
  es: words(`cual cuales es son que el la los las lo mi mis un una de del en a al por favor y ya hay tengo tenemos me te se
    actual actuales disponible disponibles ultimo ultima ultimos ultimas reciente cuenta cuentas ahora hoy momento gracias hola
    buenos buenas dias tardes noches alguna algun numero todos todas todo fue fueron era`),
};

/** Words that ask to be told, by language. */
export const telling: Readonly<Record<Language, readonly string[]>> = {
  en: words(`show shows tell give see view display check look lookup list know say find text read report inform
    information info regarding retrieve bring access`),
  fr: words(`donnez donner donne montrez montrer montre dites dire dis affichez afficher affiche voir connaitre savoir consulter
    verifier liste indiquer indiquez`),
  es: words(`dame deme denme das da digame dime dices dar decir decirme darme ver saber consultar mostrar mostrarme muestrame
    muestreme muestra ensename conocer revisar checar consulta revisa listar`),
};

/** Words that wish, by language: `I want to see`, `could you`. */
export const wishing: Readonly<Record<Language, readonly string[]>> = {
  en: words(
    'let send need needs want wants wanna would like d love can could will may able pull out about lets if how anything',
  ),
  fr: words(
    'voudrais veux aimerais souhaite obtenir avoir pouvez peux pourriez puis tu besoin peut vouloir',
  ),
  es: words(
    'puede puedes podria podrias pueden quiero quisiera necesito gustaria deseo enviar enviame mandame',
  ),
};
