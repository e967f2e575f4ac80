import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words and thresholds for guesses in Spanish. */
export const guess: GuessPack = {
  banking: `feria varo billete dispongo chamba raya biles ahorrado cuenta* saldo* banco* bancari* dinero plata lana efectivo fondo* dolar* peso* pago* nomina sueldo salario quincena deposit* ingres*
    retir* sacar saque cargo* abono* credito* debito* tarjeta* visa mastercard cajero* cheque* transaccion* transfer* movimiento* compra*
    compre gast* ahorro* corriente prestamo* hipoteca retencion* retenid* pendiente* reembols* factura* debo sobregir* sucursal* cobr*
    comision* cooperativa caja`,
  own: {
    history: 'pague actividad historial',
    deposits: 'pagaron pagan paga llego cayo',
    withdrawals: 'saque sacaron',
    holds: 'disponible* proces*',
    limits: 'limite* maximo',
    contact: 'horario* abren abierto* abierta* cierran direccion ubicacion',
    transfer: 'mover pasar pasa mueve',
    pay: 'pagar pagarle renta enviar mandar',
    loss: 'billetera cartera telefono celular bolsa',
    dispute: 'estaf* hacke*',
  },
  topics: {
    balance: 'saldo* disponible* dinero tengo queda plata',
    history: 'transaccion* movimiento* actividad historial estado gast* compra* compre cargo*',
    deposits: 'deposit* ingres* pagaron pago nomina sueldo salario abono* cobr*',
    withdrawals: 'retir* sac* debito* cajero*',
    holds: 'retencion* retenid* pendiente* proces*',
    checks: 'cheque*',
    accounts: 'cuenta*',
    limits: 'limite* maximo',
    contact: 'sucursal* horario* telefono numero llamar abren cierran direccion contacto',
    agent: 'agente persona humano alguien representante operador* asesor* hablar',
    help: 'ayuda ayudar comandos opciones puedes',
    lock: 'bloque* congel* suspend*',
    dispute:
      'fraude* autoriz* disput* reclam* reconozco doble duplicad* error equivocad* estaf* hacke* raro sospechos*',
    loss: 'perdi perdid* robar* robo* robad* encuentro extravi*',
  },
  thresholds: { sure: 0.5, half: 0.3, ask: 0.2, near: 0.15 },
  stricter: {
    // These ask about grave things, or answer with people: no mere resemblance.
    lock: { sure: 0.88, half: 0.88, ask: 0.75, near: 0.5 },
    dispute: { sure: 0.6, half: 0.45, ask: 0.3, near: 0.25 },
    loss: { sure: 0.7, half: 0.5 },
    contact: { sure: 0.7, half: 0.55 },
    help: { sure: 0.75, half: 0.7, ask: 0.4, near: 0.4 },
    hello: { sure: 0.7, half: 0.7 },
    thanks: { sure: 0.7, half: 0.7 },
    agent: { sure: 0.6, half: 0.45, ask: 0.3, near: 0.3 },
  },
};
