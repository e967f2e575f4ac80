import type { AffordTexts } from '../../wording/locale.ts';

/** What can be spent, in Spanish. */
export const affordTexts: AffordTexts = {
  afford: [
    'Según lo que sabemos, puede gastar hasta {room} de {share} hasta el {day}. Contamos: {dues}. Otros gastos no.',
    'Según lo que sabemos, hasta {room} de {suffix} hasta el {day}. Contamos: {dues}. Otros gastos no.',
    'Según lo que sabemos, hasta {room} de {suffix} hasta el {day}. Contamos: {total}. Otros gastos no.',
  ],
  'afford.free': [
    'Según lo que sabemos, puede gastar hasta {room} de {share} hasta el {day}: no vemos pagos hasta entonces. Otros gastos no cuentan.',
    'Según lo que sabemos, hasta {room} de {suffix} hasta el {day}: no vemos pagos. Otros gastos no cuentan.',
  ],
  'afford.nothing': [
    'Según lo que sabemos, no queda nada para gastar en {share} hasta el {day}: hay {available} disponibles. Contamos: {dues}.',
    'Según lo que sabemos, no queda nada en {suffix} hasta el {day}: hay {available}. Contamos: {dues}.',
    'Según lo que sabemos, no queda nada en {suffix} hasta el {day}: hay {available}. Contamos: {total}.',
  ],
  'afford.yes': [
    'Sí, según lo que sabemos: tras {amount}, en {share} quedan {left} o más hasta el {day}. Contamos: {dues}. Otros gastos no.',
    'Sí, según lo que sabemos: tras {amount}, en {suffix} quedan {left} hasta el {day}. Contamos: {dues}. Otros gastos no.',
    'Sí, según lo que sabemos: tras {amount}, en {suffix} quedan {left} hasta el {day}. Contamos: {total}. Otros gastos no.',
  ],
  'afford.yes.free': [
    'Sí, según lo que sabemos: después de {amount}, en {share} quedan {left}. No vemos pagos hasta el {day}. Otros gastos no cuentan.',
    'Sí, según lo que sabemos: tras {amount}, en {suffix} quedan {left}. No vemos pagos hasta el {day}. Otros gastos no cuentan.',
  ],
  'afford.no': [
    'No según lo que sabemos: después de {amount}, en {share} faltarían {short} hasta el {day}. Contamos: {dues}.',
    'No según lo que sabemos: con {amount}, en {suffix} faltan {short} hasta el {day}. Contamos: {dues}.',
    'No según lo que sabemos: con {amount}, en {suffix} faltan {short} hasta el {day}. Contamos: {total}.',
  ],
  'afford.no.now': [
    'No: en {share} hay {available} disponibles ahora, {short} menos que {amount}.',
    'No: en {suffix} hay {available}, {short} menos que {amount}.',
  ],
  'afford.unknown': [
    'No podemos saberlo: {share} aún no muestra qué entra y sale cada mes. Disponible ahora: {available}.',
    'Aún no sabemos qué entra y sale en {suffix}. Disponible ahora: {available}.',
  ],
};
