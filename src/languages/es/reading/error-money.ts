import type { ErrorWords } from '../../../reading/lexicon/error-words.ts';

/** Events on an account, and what was done to it, in Spanish. `lexicon/error-words.ts` explains the notation. */
export const errorMoney = {
  charge:
    'cargo, cargos, cobro, cobros, compra, compras, retiro, retiros, transaccion*, movimiento, movimientos, operacion*, debito, debitos, consumo, consumos, domiciliacion, propina, propinas',
  payment: 'pago, pagos',
  transfer: 'transferencia*, traspaso, traspasos',
  fee: 'comision, comisiones',
  activity: 'actividad',
  deposit:
    'deposito, depositos, deposito directo, nomina, sueldo, salario, quincena, cheque de nomina, pension, seguro social, desempleo, beneficios',
  refund: 'reembols*, devolucion, devoluciones, reintegro',
  money: 'dinero, plata, efectivo, fondos, lana, dolares',
  account: 'cuenta, cuentas, ahorros, cuenta de cheques, cuenta corriente',
  statement: 'estado de cuenta, estados de cuenta',
  balance: 'saldo, saldos',
  amount: 'monto, cantidad, importe, suma',
  card: 'tarjeta, tarjetas',
  belongings: 'cartera, billetera, bolsa, bolso, mochila, chequera',
  atm: 'cajero, maquina, cajeros, cajero automatico',
  shop: 'tienda, tiendas, gasolinera, lugar, restaurante, comercio',
  steal:
    'robaron, robo, robado, robada, robados, roban, robando, hurtaron, hurto, ladron, ladrones, vaciaron, vaciado',
  lost: 'perdi, perdido, extravie',
  hack: 'hackearon, hackeado, hackeada, hackeo, hakearon, jaquearon, clonaron, clonada',
  scam: 'estafaron, estafado, estafada, estafa, estafas, enganaron, timaron, defraudaron',
  fraud: 'fraude, fraudes, fraudulent*',
  unauthorized:
    'no autorizado, no autorizada, no autorizados, no autorizadas, sin autorizar, ilegal, ilegales, indebido, indebida, indebidos',
  odd: 'raro, rara, raros, raras, extrano, extrana, extranos, extranas, sospechos*, desconocid*, inesperad*, falso, falsa, inusual, inusuales, insolit*',
  take: 'cobraron, cobrado, cobran, cobrando, me cobro, se cobro, quitaron, quitado, me quito, me saco, rebajaron, sacaron, han sacado, ha sacado, fue sacado, habian sacado, estan sacando, esta sacando, andan sacando, anda sacando, siguen sacando, sigue sacando, retiraron, han retirado, ha retirado, fue retirado, fueron retirados, habian retirado, descontaron, descontado, debitaron, debitado, cargaron, tomaron, sacan, quitan, quitando, salio de mi, salio de mis, salieron de mi',
  takes: 'cobrar, cobra, sacar',
  use: 'uso, usaron, usando, usado, utilizando, utilizaron, compraron, gastaron, gastando, compro, use',
  spend:
    'gaste, pague, cobro el cheque, cobro mi cheque, cobraron el cheque, cobraron mi cheque, cobrado el cheque, cobrado mi cheque',
  overcharge:
    'cobraron de mas, cobraron doble, me cobro de mas, sobrecargo, cargo repetido, cobro repetido, pago repetido, compra repetida',
  twice:
    'dos veces, 2 veces, doble, duplicado, duplicada, duplicados, duplicadas, por duplicado, tres veces, 3 veces, 2 vezes, mas de una vez, varias veces, muchas veces, una y otra vez, otra vez lo mismo',
  same: 'mismo, misma, mismos, mismas, igual, iguales, identicos, identicas, repetido, repetida, repetidos, repetidas',
  many: 'dos, tres, varios, varias, multiples, muchos, mas de un, mas de una',
  once: 'una vez, una sola vez, una sola, un solo, solo uno, solo una',
  listed: 'aparece, aparecen, me aparece, me aparecen, sale, salen, me sale, me salen, figura',
  tooMuch:
    'de mas, demasiado, mas de lo, de menos, menos de lo, adicional, adicionales, mas dinero del que, mas dinero que',
  wrong:
    'mal, incorrect*, equivocad*, erroneo, erronea, no es correcto, no es correcta, no esta bien, no cuadra, no coincide, no es el correcto, no esta correcto, indebidamente',
  error: 'error, errores, equivocacion',
  missing:
    'falta, faltan, desaparecio, desaparecido, desaparecieron, faltante, faltaron, faltaba, faltaban, falto',
  arrive:
    'llego, llegado, llega, aparece, aparecio, aparecen, depositaron, depositado, deposito aun, entro, entrado, recibi, recibido, acreditaron, acreditado, acreditada, reflejad*, refleja, se deposito, hizo, hecho, ha pasado, veo, ver, vemos, cayo, caido, cae, sale, salen, aparezca, ha entrado',
  putIn:
    'deposite, acreditaron, abonaron, retire, saque, he sacado, he retirado, hemos sacado, hemos retirado, habia sacado, habia retirado',
  gave: 'me dio, no dio, dio solo, solo dio, solo me dio, entrego, dispenso, no me dio, dio, dieron, salieron, solo salieron',
  asked:
    'pedi, pedia, solicite, quise sacar, quise retirar, queria sacar, queria retirar, intente sacar, intente retirar, trate de sacar, trate de retirar, marque',
  less: 'menos, menos de lo, incompleto, de menos, el resto',
  fullAmount:
    'todo el dinero, todo mi dinero, todo el efectivo, monto correcto, cantidad correcta, monto completo, cantidad completa, todo lo que pedi',
  different: 'diferente, diferentes, distinto, distinta, no coincide, no corresponde',
  ate: 'trago, comio, quedo con',
} as const satisfies Partial<ErrorWords>;
