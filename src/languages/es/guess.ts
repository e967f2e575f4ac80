import type { GuessPack } from '../../reading/lexicon/guess-words.ts';

/** Words and thresholds for guesses in Spanish. */
export const guess: GuessPack = {
  banking: `cuenta* saldo* banco* bancari* dinero plata lana efectivo fondo* dolar* peso* pago* paga* cobr* nomina sueldo salario
    deposit* ingres* retir* sac* cargo* abono* credito* debito* tarjeta* visa mastercard cajero* cheque* transaccion* transfer*
    movimiento* actividad estado historial compra* compre gast* ahorro* corriente prestamo* retencion* retenid* pendiente* limite*
    disponible* sucursal* horario* contacto telefono llamar numero perdi perdid* robar* robo* robad* fraude* autoriz* disput*
    reclam* estaf* hacke* bloque* congel* reembols* factura* debo sobregir*`,
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
  thresholds: { sure: 0.7, half: 0.45, ask: 0.3 },
};
