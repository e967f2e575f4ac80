import type { Language } from '../kernel/vocabulary/language.ts';

/** Who did it, how it is asked, and what makes it something else. Read by `possible-error-words.ts`, which says how it is written. */
export const talkWords = {
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
