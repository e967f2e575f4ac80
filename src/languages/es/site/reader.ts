import type { ReaderTexts } from '../../site-texts.ts';

/** La página que describe la API. */
export const reader: ReaderTexts = {
  title: 'Interfaz de programación',
  lead: 'Un programa puede hacer todo lo que los socios hacen aquí, en JSON, con los mismos controles y los mismos rechazos. La cookie de sesión identifica a quien llama.',
  description: 'Descripción OpenAPI 3.1',
  contents: 'Contenido',
  input: 'Solicitud',
  output: 'Respuesta',
  refusals: 'Rechazos',
  access_anyone: 'para cualquiera',
  access_member: 'para socios con sesión iniciada',
  access_fresh: 'para socios que confirmaron su identidad en los últimos cinco minutos',
};
