import type { AlertWords } from '../../../reading/lexicon/alert-words.ts';

/** `ALERTA BAJO 7 100`, `SILENCIO 9PM 7AM`, and wishes in free wording, in Spanish. */
export const alerts: AlertWords = {
  kinds: {
    low: 'bajo baja minimo',
    deposit: 'dep deposito depositos entrada entradas',
    withdrawal: 'retiro retiros salida salidas gasto gastos',
    pay: 'nomina sueldo salario pago',
    check: 'cheque cheques',
    hold: 'retencion retenciones',
    due: 'vence vencimiento cuota',
    weekly: 'semanal semana',
  },
  weeklyHeads: 'semanal',
  off: 'off quitar quite borrar eliminar no',
  all: 'todo todos toda todas',
  idle: 'saldo de del mas menos que mayor menor si cuando prestamo pago numero los el la en',
  weekdays:
    'lun lunes, mar martes, mie mier miercoles, jue jueves, vie viernes, sab sabado sabados, dom domingo domingos',
  noon: 'mediodia',
  midnight: 'medianoche',
  between: 'a hasta y -',
  list: /^(?=.*\b(?:mis?|tengo|ver|list\w*|muestr\w+|mostrar\w*|cuales|activ\w+)\b)(?:(?:por|favor|puedo|quiero|quisiera|puedes?|me|ver|lista|listar|listame|muestra|muestrame|mostrar|mostrarme|revisar|consultar|dame|dime|cual|cuales|que|son|es|todas|todos|las|los|mis|mi|de|hay|tengo) )*(?:alertas?|avisos|notificaciones)(?: (?:tengo|hay|son|estan|activ[ao]s?|activad[ao]s?|puest[ao]s?|configurad[ao]s?|programad[ao]s?|por|favor|de|en|mis?|cuentas?|ahora))*$/,
  wish: /^(?!.*\bd[ií]g[ao]n?me (?:si|cuando|cuanto|que)\b.*\b(?:pagaron|pago|depositaron|deposito|cayo|llego|entro|cobraron|cobro|paso|salio|ultim\w+|fue|he|han|ha|tengo|hay|alcanza)\b)(?!.*\bav[ií]s\w+ si\b.*\b(?:pagaron|depositaron|cayo|llego|entro|cobraron)\b).*\b(?:av[ií]s(?!os?\b)\w*|notif[ií](?!caci)\w*|alert(?:e|en|ar)?me|m[aá]nd\w+ (?:un |una )?(?:aviso|alerta|mensaje)|env[ií]\w+ (?:un |una )?(?:aviso|alerta|mensaje)|h[aá]gan?me saber|d[ií]g[ao]n?me|quiero (?:un |una |recibir |que me )?(?:avis\w+|alertas?|notifi\w+)|(?:poner|activ\w+|crear|configurar) (?:un |una |las |mis )?(?:alertas?|avisos?|notificaciones))\b/,
  about: [
    ['weekly', /\b(?:semanal(?:es)?|cada semana|todas las semanas)\b/],
    [
      'low',
      /\b(?:cuando|si|en cuanto)\b.*\b(?:menos de|debajo|baje|baja|bajo|sobregir\w+)\b|^(?:avis|notif|alert)\S* (?:por )?(?:bajo|debajo de|menos de) \d|\balertas? de saldo bajo\b/,
    ],
    ['pay', /\b(?:cuando|si|en cuanto)\b.*\b(?:nomina|sueldo|salario|me pag\w+)\b/],
    [
      'deposit',
      /\b(?:cuando|si|en cuanto)\b.*\b(?:deposit\w+|entre dinero|llegue (?:dinero|un))\b|\balertas? de depositos?\b/,
    ],
    ['check', /\b(?:cuando|si|en cuanto)\b.*\bcheques?\b/],
    ['due', /\b(?:cuando|si|antes)\b.*\b(?:venc\w+|cuota)\b/],
    ['hold', /\b(?:cuando|si)\b.*\bretenci\w+|\balertas? de retenci\w+/],
    [
      'withdrawal',
      /\b(?:cuando|si|en cuanto)\b.*\b(?:retir\w+|salga|gast\w+|cargos?|compras?|mas de)\b|\balertas? de (?:retiros?|gastos?)\b/,
    ],
  ],
  any: /^(?!.*\b(?:fraude|viaje|no)\b).*\b(?:alertas?|avisos?|notificaciones)\b/,
};
