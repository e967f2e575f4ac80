import type { ConsoleAlarmTexts } from '../../console-texts.ts';

export const alarms: ConsoleAlarmTexts = {
  subject: '{institution}: {what} ({reference})',
  reference: 'Referencia: {reference}',
  nobody: 'Todavía no la ha tomado nadie.',
  sign_in: 'Inicie sesión en la consola para leerla.',
  no_data: 'Este correo no nombra a ningún socio. No lo responda.',
  kind_stop: 'Un socio pide detener un pago o bloquear una tarjeta',
  kind_possible_error: 'Un mensaje puede ser un aviso de error',
  kind_alarm: 'Ocurrió algo que no debe ocurrir',
  kind_channel: 'Un canal necesita a una persona',
  kind_core_order: 'Una transferencia tiene un resultado desconocido',
  kind_alone: 'Los derechos del servidor hicieron lo que exige dos personas',
  kind_approval_due: 'Una aprobación espera y su plazo legal está cerca',
};
