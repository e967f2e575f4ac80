import type { Letters } from '../letter.ts';

export const letters: Letters = {
  received: {
    subject: 'Recibimos su aviso de un posible error, {reference}',
    paragraphs: [
      'El {received} usted nos avisó de un posible error en su cuenta. Lo investigamos con el número {reference}.',
      'Decidimos a más tardar el {due}. Si necesitamos más tiempo, ese día le damos un crédito provisional por el importe en cuestión, y usted puede usar el dinero mientras investigamos. Entonces decidimos a más tardar el {last}.',
      'Le comunicamos el resultado dentro de los tres días hábiles después de decidir.',
      'Si recuerda algo más, o tiene papeles que ayuden, llame al {phone} o escriba a {address}.',
    ],
  },
  credited: {
    subject: 'Le dimos un crédito provisional, {reference}',
    paragraphs: [
      'El {today} acreditamos {amount} en su cuenta {account}, mientras investigamos su aviso {reference}.',
      'Usted puede usar todo este dinero mientras investigamos.',
      'Decidimos a más tardar el {last}. Si vemos que no hubo error, o que fue otro importe, se lo decimos antes de retirar el crédito.',
      '¿Preguntas? Llame al {phone}.',
    ],
  },
  no_error: {
    subject: 'El resultado de {reference}: no hubo error',
    paragraphs: [
      'Investigamos su aviso del {received}. Vimos que no hubo error, o que fue distinto del que usted describió.',
      '{findings}',
      'Usted tiene derecho a los documentos en que nos basamos. Pídalos por teléfono al {phone} o por escrito a {address}, y le enviamos copias pronto y sin costo.',
    ],
  },
  corrected: {
    subject: 'El resultado de {reference}: corregimos el error',
    paragraphs: [
      'Investigamos su aviso del {received}. Vimos que hubo un error, y lo corregimos el {today}.',
      '{findings}',
      'Su cuenta {account} tiene {amount} por ello, y este crédito es definitivo.',
      '¿Preguntas? Llame al {phone}.',
    ],
  },
  credit_withdrawn: {
    subject: 'Retiramos el crédito provisional de {reference}',
    paragraphs: [
      'El {today} retiramos {amount} de su cuenta {account}. Era el crédito provisional de su aviso {reference}, en el que no encontramos error.',
      'Hasta el {honor} pagamos los cheques y las transferencias preautorizadas de su cuenta sin cargo para usted, en la medida en que el crédito los habría cubierto.',
      'Usted tiene derecho a los documentos en que nos basamos. Pídalos por teléfono al {phone} o por escrito a {address}.',
    ],
  },
};
