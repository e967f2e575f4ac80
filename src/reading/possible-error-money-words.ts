import type { Language } from '../kernel/vocabulary/language.ts';

/** What stands in an account, and what was done to it. Read by `possible-error-words.ts`, which says how it is written. */
export const moneyWords = {
  // What stands on a statement.
  charge: {
    en: 'charge, charges, debit, debits, purchase, purchases, transaction*, txn, txns, withdrawal*, withdraws, ach, auto draft, autopay, zelle, zelles, cash app, cashapp, venmo, pos, tip, a withdraw, the withdraw, cash withdraw, withdrawl, withdrawls, spending, electronic debit',
    es: 'cargo, cargos, cobro, cobros, compra, compras, retiro, retiros, transaccion*, movimiento, movimientos, operacion*, debito, debitos, consumo, consumos, domiciliacion, propina, propinas',
    fr: 'debit, debits, achat, achats, lachat, retrait, retraits, prelevement*, transaction*, operation*, depense, depenses, pourboire, pourboires',
  },
  payment: {
    en: 'payment, payments, pymt, pmt, bill pay',
    es: 'pago, pagos',
    fr: 'paiement*, payement*',
  },
  transfer: {
    en: 'transfer, transfers, xfer, xfers, wire',
    es: 'transferencia*, traspaso, traspasos',
    fr: 'virement*, transfert*, interac',
  },
  fee: { en: 'fee, fees', es: 'comision, comisiones', fr: 'frais' },
  activity: { en: 'activity, activities', es: 'actividad', fr: 'activite, activites' },
  deposit: {
    en: 'deposit, deposits, direct deposit, paycheck*, pay check, payroll, salary, wages, social security, unemployment, tax refund, child support',
    es: 'deposito, depositos, deposito directo, nomina, sueldo, salario, quincena, cheque de nomina, pension, seguro social, desempleo, beneficios',
    fr: 'depot, depots, depot direct, paie, paye, salaire, versement, versements, cheque de paie, allocation',
  },
  refund: {
    en: 'refund, refunds, refunded, refunding, reimbursement*, reimburse*',
    es: 'reembols*, devolucion, devoluciones, reintegro',
    fr: 'rembours*',
  },
  money: {
    en: 'money, monies, cash, funds, dollars, bucks',
    es: 'dinero, plata, efectivo, fondos, lana, dolares',
    fr: 'argent, largent, fonds, fric, sous, piastres',
  },
  account: {
    en: 'account, accounts, acct, accts, acc, accnt, checking, chequing, savings, share draft',
    es: 'cuenta, cuentas, ahorros, cuenta de cheques, cuenta corriente',
    fr: 'compte, comptes, epargne, compte cheques',
  },
  statement: { en: 'statement*', es: 'estado de cuenta, estados de cuenta', fr: 'releve, releves' },
  balance: { en: 'balance, balances, bal', es: 'saldo, saldos', fr: 'solde, soldes' },
  amount: {
    en: 'amount, amounts, total',
    es: 'monto, cantidad, importe, suma',
    fr: 'montant, montants, somme',
  },
  card: {
    en: 'card, cards, debit card, debit cards, atm card, card number',
    es: 'tarjeta, tarjetas',
    fr: 'carte, cartes',
  },
  belongings: {
    en: 'wallet, purse, bag, backpack, checkbook',
    es: 'cartera, billetera, bolsa, bolso, mochila, chequera',
    fr: 'portefeuille, sacoche, sac, sac a main, chequier',
  },
  atm: {
    en: 'atm, atms, cash machine, machine, teller machine',
    es: 'cajero, cajeros, cajero automatico',
    fr: 'guichet, guichets, guichet automatique, gab, dab, distributeur*, bancomat',
  },
  shop: {
    en: 'store, stores, shop, shops, station, stations, place, restaurant, hotel, merchant, website, company',
    es: 'tienda, tiendas, gasolinera, lugar, restaurante, comercio',
    fr: 'magasin, magasins, station, endroit, restaurant, commerce, boutique',
  },
  // What was done to it.
  steal: {
    en: 'stole, stolen, steal, steals, stealing, theft, thief, thieves, robbed, robbing, ripped off, ripped me off, drained, emptied, cleaned out, skimmed, embezzled, pocketed, swiped my',
    es: 'robaron, robo, robado, robada, robados, roban, robando, hurtaron, hurto, ladron, ladrones, vaciaron, vaciado',
    fr: 'vole, volee, voles, volent, vol, voleur, voleurs, derobe, derobes, soutire, soutires, vide, videe, vider',
  },
  lost: {
    en: 'lost, misplaced',
    es: 'perdi, perdido, extravie',
    fr: 'perdu, perdue, egare',
  },
  hack: {
    en: 'hacked, hack, hacking, compromised, hacker, hackers, breached, taken over, cloned, broke into',
    es: 'hackearon, hackeado, hackeada, hackeo, hakearon, jaquearon, clonaron, clonada',
    fr: 'pirate, piratee, pirates, pirater, hacke, hackee, hacker, clonee',
  },
  scam: {
    en: 'scam, scammed, scamming, conned, tricked, phished, swindled, defrauded, frauded',
    es: 'estafaron, estafado, estafada, estafa, estafas, enganaron, timaron, defraudaron',
    fr: 'arnaque, arnaquee, arnaquer, escroquerie, escroque, escroquer, fraude par',
  },
  fraud: {
    en: 'fraud, fraudulent*',
    es: 'fraude, fraudes, fraudulent*',
    fr: 'fraude, fraudes, frauduleu*',
  },
  unauthorized: {
    en: 'unauthorized, unauthorised, not authorized, not authorised, unapproved, wasnt authorized, isnt authorized, illegal, wrongful',
    es: 'no autorizado, no autorizada, no autorizados, no autorizadas, sin autorizar, ilegal, ilegales, indebido, indebida, indebidos',
    fr: 'non autorise, non autorisee, non autorises, non autorisees, illegal, illegale, illegaux, indu, indus',
  },
  odd: {
    en: 'suspicious, weird, strange, odd, unknown, unfamiliar, unrecognized, unrecognised, bogus, fake, sketchy, fishy, shady, mystery, mysterious, random, unexpected, unexplained, questionable, phantom, unusual, confusing, false',
    es: 'raro, rara, raros, raras, extrano, extrana, extranos, extranas, sospechos*, desconocid*, inesperad*, falso, falsa, inusual, inusuales, insolit*',
    fr: 'bizarre, bizarres, suspect, suspecte, suspects, suspectes, louche, louches, inconnu, inconnue, inconnus, inconnues, etrange, etranges, inattendu*, douteu*, inhabituel*, insolite*, anormal*',
  },
  take: {
    en: 'charged, chargd, took, taken, taking, withdrew, withdrawn, withdrawed, debited, deducted, pulled, took out, takes out, taken out, billed, charging, billing, withdrawing, debiting, deducting, siphoned, came out of, come out of, coming out of, went out of, came out, comes out, went out, goes out, money go out',
    es: 'cobraron, cobrado, cobran, cobrando, me cobro, se cobro, quitaron, quitado, me quito, sacaron, sacado, sacando, retiraron, retirado, descontaron, descontado, debitaron, debitado, cargaron, tomaron, sacan, quitan, quitando, salio de mi, salio de mis, salieron de mi',
    fr: 'on m a facture, on ma facture, m a facture, ete facture, ont facture, a facture, facturee, facturent, preleve, prelevee, preleves, prelevent, debite, debitee, debites, m a charge, ete charge, ete chargee, m ont charge, avez charge, avez facture, pris, prise, retire, retiree, retires, pique, prend, prennent, ponctionne, sorti de mon, sorti de ma, sort de mon, est sorti, est sortie, m a pris',
  },
  takes: { en: 'take, takes, charge me, bill me, pull', es: 'cobrar, cobra, sacar', fr: 'prendre' },
  use: {
    en: 'used, using, spent, spending, use',
    es: 'uso, usaron, usando, usado, utilizando, utilizaron, compraron, gastaron, gastando, compro, use',
    fr: 'utilise, utilisee, utilisent, sert, servi, servis, servent, depense, achete, utiliser',
  },
  spend: { en: 'spend, pay, paid', es: 'gaste, pague', fr: 'paye, depense' },
  overcharge: {
    en: 'overcharge*, over charged, double charged, double billed, double dipped, shorted me, shorted us, repeat charge, repeated charge, repeat payment, repeated payment, repeat transaction, repeated transaction',
    es: 'cobraron de mas, cobraron doble, me cobro de mas, sobrecargo, cargo repetido, cobro repetido, pago repetido, compra repetida',
    fr: 'surfacture*, double facture, achat repete, debit repete, paiement repete, prelevement repete',
  },
  twice: {
    en: 'twice, two times, 2 times, 2x, x2, 2ce, double, doubled, duplicate, duplicated, duplicates, dupe, multiple times, three times, 3 times, thrice, more than once, several times, many times, over and over, again and again, a second time, second time',
    es: 'dos veces, 2 veces, doble, duplicado, duplicada, duplicados, duplicadas, por duplicado, tres veces, 3 veces, 2 vezes, mas de una vez, varias veces, muchas veces, una y otra vez, otra vez lo mismo',
    fr: 'deux fois, 2 fois, 2x, double, en double, trois fois, 3 fois, doublon, doublons, plus d une fois, plusieurs fois, a plusieurs reprises, une deuxieme fois',
  },
  same: {
    en: 'same, identical, repeat, repeated, repeating, second',
    es: 'mismo, misma, mismos, mismas, igual, iguales, identicos, identicas, repetido, repetida, repetidos, repetidas',
    fr: 'meme, memes, identique, identiques, pareil, pareils, pareilles, repete, repetes',
  },
  many: {
    en: 'two, three, multiple, several, multiples, many, couple of, more than one',
    es: 'dos, tres, varios, varias, multiples, muchos, mas de un, mas de una',
    fr: 'deux, trois, plusieurs, plus d un, plus d une',
  },
  once: {
    en: 'once, only one, just one, one purchase, one transaction, one item, one time, one charge, one payment',
    es: 'una vez, una sola vez, una sola, un solo, solo uno, solo una',
    fr: 'une fois, une seule fois, une seule, un seul, juste un, juste une',
  },
  listed: {
    en: 'on here, on there, showing, shows, shows up, showing up, show up, appears, appearing, listed',
    es: 'aparece, aparecen, me aparece, me aparecen, sale, salen, me sale, me salen, figura',
    fr: 'apparait, apparaissent, affiche, est la, figure',
  },
  tooMuch: {
    en: 'too much, to much, too many, more than, extra, excess, short by, too little, less than, additional, more cash than, more money than',
    es: 'de mas, demasiado, mas de lo, de menos, menos de lo, adicional, adicionales, mas dinero del que, mas dinero que',
    fr: 'trop, trop cher, plus que, en trop, de trop, moins que, pas assez, additionnel, additionnels, supplementaire*, plus d argent que',
  },
  wrong: {
    en: 'wrong, wrongly, incorrect*, inaccurate, not right, isnt right, aint right, not correct, isnt correct, off by, messed up, screwed up, doesnt add up, dont add up, doesnt match, dont match, not match, erroneous*, not the right, wrongfully',
    es: 'mal, incorrect*, equivocad*, erroneo, erronea, no es correcto, no es correcta, no esta bien, no cuadra, no coincide, no es el correcto, no esta correcto, indebidamente',
    fr: 'faux, fausse, mauvais, mauvaise, incorrect*, errone*, pas bon, pas bonne, pas le bon, pas la bonne, pas exact*, pas correct*, pas juste, pas les bons, illegalement',
  },
  error: {
    en: 'error, errors, mistake, mistakes, discrepancy, discrepancies, mixup, mix up',
    es: 'error, errores, equivocacion',
    fr: 'erreur, erreurs',
  },
  missing: {
    en: 'missing, gone, disappeared, vanished, went missing',
    es: 'falta, faltan, desaparecio, desaparecido, desaparecieron, faltante, faltaron, faltaba, faltaban, falto',
    fr: 'manque, manquent, manquant*, disparu, disparue, disparus, manquait, manquaient',
  },
  arrive: {
    en: 'arrive*, post, posted, posting, showed, shown, showing, show up, came, come in, come through, received, receive, got, get, gotten, credited, hit, go through, went through, gone through, land, landed, here, there, see, seeing, find, appear*, show, shows, visible, reflect*, reach*, gone in',
    es: 'llego, llegado, llega, aparece, aparecio, aparecen, depositaron, depositado, deposito aun, entro, entrado, recibi, recibido, acreditaron, acreditado, acreditada, reflejad*, refleja, se deposito, hizo, hecho, ha pasado, veo, ver, vemos, cayo, caido, cae, sale, salen, aparezca, ha entrado',
    fr: 'arrive, arrivee, arrives, recu, recue, recus, rentre, rentree, rentrees, entre dans, apparait, apparu, credite, creditee, depose, tombe, tombee, passe, passee, vois, voit, voyons, apparaissent, apparaitre, affiche, affichee, visible, entree, est la',
  },
  putIn: {
    en: 'deposited, credited, put in, withdrew, took out',
    es: 'deposite, acreditaron, abonaron, retire, saque',
    fr: 'depose, credite, credites, ai retire',
  },
  gave: {
    en: 'gave, dispensed, spit out, handed me, didnt give, not give, never gave, didnt dispense, not dispense, shorted, give, gives, giving, given',
    es: 'me dio, no dio, dio solo, solo dio, solo me dio, entrego, dispenso, no me dio, dio, dieron, salieron, solo salieron',
    fr: 'donne, rendu, sorti, distribue, remis, eu, donner, donnait',
  },
  // At the machine: what was wanted, and what came.
  asked: {
    en: 'asked for, asked, requested, entered, selected, specified, tried to withdraw, tried to take out, tried to get, trying to withdraw, trying to get, attempted to withdraw, wanted, needed, punched in, keyed in, chose, went to',
    es: 'pedi, pedia, solicite, quise sacar, quise retirar, queria sacar, queria retirar, intente sacar, intente retirar, trate de sacar, trate de retirar, marque',
    fr: 'demande, demandais, voulu sortir, voulais sortir, voulu retirer, voulais retirer, essaye de retirer, essaye de sortir, voulu avoir',
  },
  less: {
    en: 'less, less than, lesser, partial, part of, some of the, rest of my, rest of the, short',
    es: 'menos, menos de lo, incompleto, de menos, el resto',
    fr: 'moins, moins que, incomplet, le reste',
  },
  fullAmount: {
    en: 'right amount, correct amount, full amount, entire amount, whole amount, exact amount, amount i, amount of cash, amount of money, all the cash, all the money, all my money, all my cash, all of the money, all of the cash, all of my money, all of my cash, all of cash, full withdrawal',
    es: 'todo el dinero, todo mi dinero, todo el efectivo, monto correcto, cantidad correcta, monto completo, cantidad completa, todo lo que pedi',
    fr: 'tout mon argent, tout l argent, bon montant, montant exact, montant complet, bonne somme, toute la somme, tout ce que j ai demande',
  },
  different: {
    en: 'different, differs, doesnt correspond, not correspond, doesnt match, not match',
    es: 'diferente, diferentes, distinto, distinta, no coincide, no corresponde',
    fr: 'different, differente, correspond pas, ne correspond pas',
  },
  ate: {
    en: 'ate, swallowed, eaten, kept',
    es: 'trago, comio, quedo con',
    fr: 'avale, mange, garde, bouffe',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
