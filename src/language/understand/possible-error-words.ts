import { languages, type Language } from '../language.ts';

/**
 * What words of a report mean, in three languages. The rules (`possible-error-rules.ts`) look at meanings only, so that each is
 * written once. Lower case, without accents and apostrophes; a star ends a stem; a phrase comes before its words.
 */
const words = {
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
    en: 'too much, to much, too many, more than, extra, excess, short by, too little, less than',
    es: 'de mas, demasiado, mas de lo, de menos, menos de lo',
    fr: 'trop, trop cher, plus que, en trop, de trop, moins que, pas assez',
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
    en: 'deposited, credited, put in, withdrew, took out, only got',
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
  // Who.
  notMe: {
    en: 'not me, wasnt me, isnt me, aint me, werent me, not mine, isnt mine, wasnt mine, arent mine, aint mine, not my, isnt my, wasnt my, arent my, aint my, not by me, wasnt us, not ours, doesnt belong to me, does not belong to me, not belong to me, dont belong to me, not my doing',
    es: 'no fui yo, yo no fui, no soy yo, no era yo, no es mio, no es mia, no son mios, no son mias, no fue mio, no es mi, no son mis, no la hice yo, no lo hice yo, no fuimos nosotros, no me pertenece, no me pertenecen, no es de nosotros, no es nuestro',
    fr: 'pas moi, pas de moi, pas a moi, pas le mien, pas la mienne, pas les miens, pas mon, pas ma, pas mes, pas nous, pas a nous, ne m appartient pas, m appartient pas, pas a nous autres',
  },
  byMe: {
    en: 'by me, by us, responsible, aware, seen before, ever seen',
    es: 'por mi, por nosotros, responsable, enterado, enterada',
    fr: 'par moi, par nous, responsable, au courant',
  },
  without: {
    en: 'without my permission, without permission, without my consent, without my knowledge, without my authorization, without authorization, without me knowing, without asking, without telling me, without my ok, w o my permission, w out my permission, behind my back',
    es: 'sin mi permiso, sin permiso, sin mi autorizacion, sin autorizacion, sin mi consentimiento, sin mi conocimiento, sin preguntar*, sin avisar*, sin que yo supiera',
    fr: 'sans ma permission, sans permission, sans mon accord, sans mon autorisation, sans autorisation, sans mon consentement, sans demander, sans me demander, a mon insu',
  },
  someone: {
    en: 'someone, someone else, somebody, some1, sum1, somone, somebdy, smbdy, some one, they, he, she, a thief, stranger, my ex, my son, my daughter, my husband, my wife, my roommate',
    es: 'alguien, alguien mas, ellos, mi ex, un ladron, mi hijo, mi hija, mi esposo, mi esposa, un extrano',
    fr: 'quelqu un, quelqun, qqn, qqun, ils, elles, on m a, on ma, on m as, on a, on mas, mon ex, mon fils, ma fille',
  },
  stranger: {
    en: 'someone, someone else, someone besides me, somebody, somebody else, some1, sum1, someone i, a thief, stranger, anyone else, people are',
    es: 'alguien, alguien mas, otra persona, un ladron, un extrano, un desconocido',
    fr: 'quelqu un, quelqu un d autre, quelqun, qqn, qqun, une autre personne, un inconnu',
  },
  you: { en: 'you, u, ya, yall, you guys', es: 'ustedes, usted', fr: 'vous' },
  self: {
    en: 'i, ive, im, we, weve',
    es: 'yo, hemos',
    fr: 'je, j, jai, me suis fait, m suis fait, nous',
  },
  my: { en: 'my, our', es: 'mi, mis, nuestro, nuestra', fr: 'mon, ma, mes, notre, nos' },
  // How it is asked.
  what: {
    en: 'what, whats, wat, wats, wut, wht, wtf, wth, which, what the heck, what the hell',
    es: 'que es, q es, ke es, k es, que fue, q fue, que son, cual es, de que es, de q es, de que fue, de que son, a que corresponde, de donde viene, de donde salio',
    fr: 'quoi, koi, c est quoi, c koi, cest quoi, c quoi, qu est ce que, qu est ce qu, qu est ce, kes ce, keske, quel est, quelle est, quels sont, quelles sont, a quoi, d ou vient, d ou sort, d ou viennent, dou vient',
  },
  unsure: {
    en: 'idk, dunno, no clue, no idea, not sure, dont know, not know, cant figure out, dont understand, not understand, unsure, unsure of, unsure about, not sure about, not sure of',
    es: 'no se que, no se de, no se quien, no se por, nose, ni idea, no entiendo, no tengo idea, no estoy seguro, no estoy segura',
    fr: 'sais pas, aucune idee, comprends pas, comprend pas, chais pas, pas sur, pas sure, pas certain',
  },
  who: { en: 'who, whos, whose', es: 'quien, quienes', fr: 'qui' },
  why: {
    en: 'why, how come, y did, y was, y am, y are, y is, y r, wy',
    es: 'por que, porque, xq, pq, xk, porq, por q',
    fr: 'pourquoi, pk, pkoi, pourkoi, prk, pq',
  },
  whyThere: {
    en: 'why is there, why are there, why is there are there, y is there, y are there, why theres, how come theres, how come there is, how come there are',
    es: 'por que hay, porque hay, xq hay, como es que hay',
    fr: 'pourquoi il y a, pourquoi y a, pourquoi ya, comment ca se fait qu il y a',
  },
  where: {
    en: 'where is, where are, wheres, where did my, where did the, where my, were is my, wheres my, where has my, what happened to, what happened with',
    es: 'donde esta, donde estan, a donde se fue, donde quedo, donde se fue, adonde se fue, adonde fue, que paso con',
    fr: 'ou est, ou sont, ou est passe, ou est passee, ou sont passes, ou a passe, qu est il arrive a, est ou, ou c est passe, c est passe ou, sont ou',
  },
  whence: {
    en: 'came from, come from, comes from, coming from, originating, where did this, where is this from, where does this',
    es: 'de donde viene, de donde salio, de donde es, de donde vino',
    fr: 'd ou vient, dou vient, d ou sort, d ou viennent, vient d ou, sort d ou',
  },
  this: {
    en: 'this, that, these, those, dis, dat',
    es: 'este, esta, esto, ese, esa, eso, estos, estas, esos, esas, aquel, aquella',
    fr: 'ce, cet, cette, ces, ca',
  },
  the: {
    en: 'the, a, an',
    es: 'el, la, los, las, un, una, unos, unas',
    fr: 'le, les, l, un, une, des',
  },
  at: { en: 'from, at, by, in, on', es: 'de, en, del', fr: 'chez, sur, du, de, a, dans' },
  forWhat: { en: 'for', es: 'por, para', fr: 'pour' },
  thereIs: {
    en: 'there is, theres, there are, i see, im seeing, i saw, i found, i noticed, i can see, i now see, ive seen, i just saw',
    es: 'hay, veo, me aparece, me aparecen, me salio, encontre, vi un, vi una, ya veo',
    fr: 'il y a, y a, ya, je vois, j ai vu, jai vu, j ai remarque, je vois deja, j ai vu',
  },
  isThere: {
    en: 'is there, are there, if there, will there',
    es: 'si hay, hay algun, hay alguna, hay algunos, que hay, cuanto hay, no hay',
    fr: 'y a t il, est ce qu il y a, s il y a',
  },
  legit: {
    en: 'legit, legitimate, real, valid, mine, normal, correct',
    es: 'legitimo, valido, real, correcto, mio, normal',
    fr: 'legitime, valide, vrai, normal, correct, a moi',
  },
  // What the member did, or did not.
  not: {
    en: 'not, didnt, dont, doesnt, wasnt, isnt, havent, hasnt, hadnt, werent, arent, wont, never, nvr, didn, dint, didint, refuses to, refused to',
    es: 'no, nunca, jamas, tampoco',
    fr: 'pas, jamais, aucun, aucune, non, ni, rien',
  },
  did: {
    en: 'made, make, do, did, done, authorize*, authorise*, approve*, sent, send, sign, signed, initiate*, request*, agree*, agreed, spend, consent*, schedule*, set up, set, transferred, withdraw, withdrew, perform*, create*, submit*, complete, completed, place, placed, sign up for, signed up for, sign up, signed up, subscribe*, accept, accepted, put, make it',
    es: 'hice, hecho, autorice, autorise, autorizado, autorizo, mande, envie, aprobe, solicite, gaste, realice, hize, ice, retire, hizo, inscribi, suscribi, contrate, acepte, puse',
    fr: 'fait, faite, faits, fais, autorise*, envoye, envoyee, approuve*, demande, demandee, signe, effectue, effectuee, donne, inscrit, inscrite, abonne, abonnee, accepte',
  },
  buy: {
    en: 'buy, bought, order, ordered, purchased',
    es: 'compre, comprado, pedi, ordene',
    fr: 'achete, achetee, commande, commandee',
  },
  recognize: {
    en: 'recogni*, recall, know who, know the name, know what, remember, know about, know this, know that, know these, know those, familiar, reconize, recgonize, reckognize',
    es: 'reconozco, reconosco, reconocemos, conozco, recuerdo, reconocer',
    fr: 'reconnais, reconnait, jreconnais, connais, rappelle, souviens, reconnaissons, reconnai',
  },
  cantRecall: {
    en: 'cant recall, cannot recall, cant remember, cannot remember, cant recognize, cant recognise, cannot recognize, cannot recognise, cant place, cant identify',
    es: 'no puedo reconocer, no logro reconocer, no me acuerdo',
    fr: 'peux pas reconnaitre, rappelle plus, souviens plus, reconnais plus',
  },
  neverBeen: {
    en: 'never been to, never been in, never been there, never heard of, never shopped, never go to, never used, not been to, havent been to, dont shop, not shop, dont have an account with, wasnt in, was not in, wasnt even in',
    es: 'nunca he ido, nunca he estado, nunca fui, nunca voy, jamas he ido, no he estado, no he ido, no conozco esa',
    fr: 'jamais alle, jamais allee, jamais ete, jamais entendu parler, jamais mis les pieds, pas alle, pas ete a',
  },
  anything: { en: 'anything, nothing, something', es: 'nada, algo', fr: 'rien, quelque chose' },
  canceled: {
    en: 'canceled, cancelled, cancel, canceling, returned, unsubscribed, ended my',
    es: 'cancele, cancelado, cancelada, devolvi, di de baja, cancelamos',
    fr: 'annule, annulee, annuler, retourne, resilie, desabonne*, resiliee',
  },
  still: {
    en: 'still, keep, keeps, kept, continue*, after, anyway, but, again, although, though, even though, however',
    es: 'siguen, sigue, todavia, aun, despues, pero, otra vez, continua*, aunque',
    fr: 'encore, toujours, continue*, apres, mais, quand meme, alors que, pourtant, meme si',
  },
  only: {
    en: 'only, but, instead, instead of, rather than, just',
    es: 'solo, solamente, pero, en vez, en lugar, nomas, no',
    fr: 'seulement, mais, au lieu, juste, que, pas, on m a',
  },
  shouldBe: {
    en: 'should be, should have been, should of been, supposed to be, shouldve been, should show, ought to be, was supposed to, should only have, should only be, should just be, should only show, shouldve gotten, shouldve got, shouldve received, should have gotten, should have got, should have received, should of got',
    es: 'deberia, debe haber, deberian, debia, tenia que ser, debio ser, debio haber, debieron ser, solo deberia, solo debe, debia recibir, debi recibir',
    fr: 'devrait, devait, aurait du, devraient, devrait juste, aurait juste du, aurait du etre, auraient du, aurais du recevoir, aurais du avoir',
  },
  shouldNotBe: {
    en: 'shouldnt be, should not be, should not have been, shouldnt have been, not supposed to be, isnt supposed to be, wasnt supposed to be, not suppose to be, dont belong, doesnt belong, does not belong',
    es: 'no deberia, no deberian, no deberia estar, no debe estar, no tiene que estar',
    fr: 'devrait pas, devraient pas, ne devrait pas, aurait pas du, a pas d affaire',
  },
  dispute: {
    en: 'dispute, disputing, disputed, disputes, contest, contesting, file a claim, open a claim, start a claim, make a claim, chargeback, charge back, fraud claim, file a fraud claim, open a fraud claim, fraud report, file a fraud report, disagree with',
    es: 'disputar, disputo, disputa, reclamar, reclamo, reclamacion, contracargo, impugnar, aclaracion',
    fr: 'contester, conteste, contestation, litige, reclamation, reclamer, opposition a, plainte, porter plainte',
  },
  report: {
    en: 'report, reporting, alert you, notify',
    es: 'reportar, reporto, denunciar, avisar, reporte',
    fr: 'signaler, signale, declarer, denoncer',
  },
  reverse: {
    en: 'reverse, reversed, undo, take off, remove, credit back, credit me back, fix',
    es: 'reversar, reversen, revertir, devolver, devuelvan, quitar',
    fr: 'renverser, recredit*, rendre, enlever',
  },
  moneyBack: {
    en: 'my money back, money back, back my money, the money back, dollars back, my cash back',
    es: 'devuelvan mi dinero, me devuelvan, mi dinero de vuelta, mi dinero de regreso',
    fr: 'ravoir mon argent, recuperer mon argent, rendez moi mon argent, mon argent en retour',
  },
  // What makes it something else.
  own: {
    en: 'i was wrong, i am wrong, im wrong, my mistake, my bad, i made a mistake, i made an error, i messed up, i meant, i mean, make it, i typed, oops, whoops, typo, my fault, my error, sorry wrong, sorry i',
    es: 'me equivoque, queria decir, quise decir, mi error, fue mi error, mejor pasa, perdon, puse mal',
    fr: 'me suis trompe, me suis trompee, jme suis trompe, voulais dire, mon erreur, ma faute, me trompe, oups, desole j ai, desolee j ai, j ai tape, j ai mal ecrit',
  },
  supposing: {
    en: 'what if, what happens if, what happens when, how do you protect, how do i protect, how can i protect, how do you handle, how to prevent, how to avoid, in case, can someone, can somebody, could someone, could somebody, can my, could my, safe from, statistics, difference between, define, meaning of, how common, will i be charged, will i get charged, would i be charged, would i get charged, do i incur, do you charge, do u charge, do yall charge, if i use, if i travel, stop someone, block someone, keep someone, stop anyone, going to steal, how to avoid, how do i avoid, what happens to',
    es: 'que pasa si, como protejo, como me protegen, como protegen, puede alguien, en caso de, diferencia entre, me cobran si, me van a cobrar, me cobrarian, cobran extra, cobran por, si uso, que alguien use, evitar que, que pasa con los',
    fr: 'que se passe t il si, qu arrive t il si, comment proteger, comment me proteger, comment protegez, en cas de, difference entre, vais je payer, vous chargez pour, combien vous chargez, chargez vous, si j utilise, que quelqu un utilise, empecher quelqu un, qu arrive t il aux',
  },
  // Fraud as a subject: a report only where it tells of the member’s own.
  topic: {
    en: 'avoid, prevent, prevention, protection, protected from, protect me, alert, alerts, insured, policy, safety tips, awareness',
    es: 'evitar, prevenir, prevencion, proteccion, alertas, alerta, seguro contra',
    fr: 'eviter, prevenir, prevention, protection, alertes, alerte, assurance',
  },
  social: {
    en: 'between, among, friend, friends, family, resolution, policy, ticket, neighbor, neighbors, landlord, parking, election, game, movie, lunch',
    es: 'entre, amigo, amigos, familia, vecino, vecinos, politica, multa',
    fr: 'entre, ami, amis, amies, famille, voisin, voisins, contravention',
  },
  // What no account holds.
  things: {
    en: 'bike, bicycle, lunch, car, truck, package, packages, keys, seat, spot, idea, ideas, heart, dog, cake',
    es: 'bici, bicicleta, almuerzo, lonche, carro, coche, troca, paquete, llaves, lugar, idea, corazon, perro',
    fr: 'velo, bicyclette, lunch, auto, char, voiture, colis, cles, place, idee, coeur, chien',
  },
  cameTo: {
    en: 'make it to, make it home, make it there, make it on time, make it in time, make it out',
    es: 'llegue a la, llegue al, llegar a',
    fr: 'pu venir, pu passer, rendu',
  },
  status: {
    en: 'pending, declined, due, scheduled, routing',
    es: 'pendiente, rechazad*',
    fr: 'en attente, refuse, refusee',
  },
  remaining: {
    en: 'how much is missing to',
    es: 'cuanto me falta, cuanto falta, cuanto le falta, falta para, falta por, faltan para, faltan por, falta pagar, hace falta',
    fr: 'combien il manque, combien il me manque, manque pour, manque t il pour',
  },
  order: {
    en: 'move, transfer, send, put, pay',
    es: 'pasa, pase, pasar, mueve, mover, transfiere, transferir, envia, manda, mete, pon',
    fr: 'vire, virez, virer, transfere, transferez, transferer, envoie, envoyez, mets, mettez, deplace, passe',
  },
  please: {
    en: 'please, pls, plz, hi, hello, hey, can you, could you, i want to, i need to, id like to, i would like to, i wanna, need to, want to, how do i, how can i, how to, can i, can someone tell, can someone help, can someone explain, can someone look, can someone check, can someone please, can somebody tell, can somebody help, can somebody explain, could someone tell, could someone help, could someone explain, let me, lets me',
    es: 'por favor, hola, quiero, quisiera, necesito, puedo, como puedo, como, puede alguien decirme, puede alguien ayudarme, alguien me puede, alguien puede, me deja',
    fr: 'svp, stp, bonjour, salut, je veux, je voudrais, j aimerais, comment, puis je, je peux, veux, voudrais, quelqu un peut, quelqu un pourrait, me laisse',
  },
  // Said with these words, and meaning none of it.
  nothing: {
    en: 'money market, money order, money orders, lunch money, debit card pin, double check, doublecheck, double checking, in charge, free of charge, take charge, charge my, charge your, charge his, charge her, charge the phone, charge it up, charge up, battery charge, transfer limit, transfer limits, deposit box, deposit slip, payment due, payment date, error message, error code, error when, error trying, error while, wrong number, wrong person, wrong address, wrong pin, wrong password, wrong code, credit card, gift card, business card, report card, yo mama, gone fishing, no problem, no worries, no thanks, not sure if, fraud alert, fraud alerts, fraud department, fraud number, fraud line, took me, take a look, my account number, account number, post office, post it, hit me, where did i, get there, no fee, no fees, what if, stole the show, stole my heart, taking so long, taking too long, taking forever, taking long, take so long, takes so long, taking a while, transferred to an agent',
    es: 'factura, facturas, carga mi, yo no fui a, yo no fui al, no fui a, a cargo, cargo de gerente, numero equivocado, numero de cuenta, mensaje de error, que mal, muy mal, me siento mal, no mas, no gracias, sin cargo, sin cargos, alerta de fraude, alertas de fraude, que tal, esta tardando',
    fr: 'facture, factures, la facture, ma facture, en charge, charge mon, charge ma, mauvais numero, message d erreur, numero de compte, pas grave, pas de probleme, pas mal, pas de frais, sans frais, alerte de fraude, alertes de fraude, pas du tout, un vol, mon vol, ton vol, prend du temps, prend trop de temps, prend autant de temps, prend longtemps, et compte, a compte',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** One meaning. */
export type ErrorTerm = keyof typeof words;

export interface ErrorPhrase {
  readonly term: string;
  readonly language: Language;
  readonly parts: readonly string[];
}

/** All phrases, the longest first. */
export const errorPhrases: readonly ErrorPhrase[] = Object.entries(words)
  .flatMap(([term, byLanguage]) =>
    languages.flatMap((language) =>
      byLanguage[language]
        .split(', ')
        .map((phrase) => ({ term, language, parts: phrase.split(' ') })),
    ),
  )
  .sort((a, b) => b.parts.length - a.parts.length);
