import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words of banking and money. */
const banking = `
  feria varo billete dispongo chamba raya biles ahorrado cuenta* saldo* banco* bancari* dinero plata lana efectivo fondo* dolar*
  peso* pago* nomina sueldo salario quincena deposit* ingres* retir* sacar saque cargo* abono* credito* debito* tarjeta* visa
  mastercard cajero* cheque* transaccion* transfer* movimiento* compra* compre gast* ahorro* corriente prestamo* hipoteca
  retencion* retenid* pendiente* reembols* factura* debo sobregir* sucursal* cobr* comision* cooperativa caja`;

/** A question about the member's own data is open without a word of banking, if the guess is sure. */
const anyWord = '*';

/** Words and thresholds for guesses in Spanish. */
export const guess: GuessPack = {
  banking,
  own: {
    balance: anyWord,
    history: anyWord,
    deposits: anyWord,
    withdrawals: anyWord,
    holds: anyWord,
    checks: anyWord,
    accounts: anyWord,
    limits: anyWord,
    contact: anyWord,
    transfer: anyWord,
    pay: anyWord,
    loss: anyWord,
    dispute: anyWord,
    lock: 'acceso clave contrasena todo cosas cuenta*',
  },
  topics: {
    balance: `${banking} saldo* disponible* dinero tengo queda plata alcanza quedo sobra rojos negativo ceros traigo chavo* cuartos pasta pela* efectivo`,
    history: `${banking} pague actividad historial transaccion* movimiento* estado gast* compra* compre cargo* pago luz renta seguro netflix recibo* paso salio`,
    deposits: `${banking} pagaron pagan paga llego cayo deposit* ingres* pago nomina sueldo salario abono* cobr* entro patron jefe pension desempleo taxes seguro jubilacion aguinaldo bono beca manutencion giro remesa zelle paro`,
    withdrawals: `${banking} saque sacaron retir* sac* debito* cajero* sacado`,
    holds: `${banking} disponible* proces* retencion* retenid* pendiente* libera* retuvo solt*`,
    checks: `${banking} cheque* casero`,
    accounts: `${banking} cuenta*`,
    limits: `${banking} limite* maximo tope`,
    contact: 'sucursal* horario* telefono numero llamar abren cierran direccion contacto',
    agent: 'agente persona humano alguien representante operador* asesor* hablar',
    help: 'ayuda ayudar comandos opciones puedes',
    lock: 'bloque* congel* suspend*',
    dispute:
      'fraude* autoriz* disput* reclam* reconozco doble duplicad* error equivocad* estaf* hacke* raro sospechos*',
    loss: 'perdi perdid* robar* robo* robad* encuentro extravi*',
  },
  thresholds: { sure: 0.54, half: 0.34, ask: 0.3, near: 0.2 },
  stricter: {
    // These ask about grave things, or answer with people: no mere resemblance.
    lock: { sure: 0.85, half: 0.8, ask: 0.7, near: 0.5 },
    transfer: { sure: 0.7, half: 0.55 },
    pay: { sure: 0.75, half: 0.6 },
    dispute: { sure: 0.75, half: 0.45, ask: 0.35, near: 0.25 },
    loss: { sure: 0.75, half: 0.6 },
    contact: { sure: 0.8, half: 0.6, ask: 0.5 },
    help: { sure: 0.72, half: 0.65, ask: 0.4, near: 0.4 },
    hello: { sure: 0.7, half: 0.7 },
    thanks: { sure: 0.7, half: 0.7 },
    agent: { sure: 0.7, half: 0.45, ask: 0.3, near: 0.3 },
  },
};
