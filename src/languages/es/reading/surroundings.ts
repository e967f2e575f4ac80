import type { LanguageNames, SurroundingWords } from '../../../reading/lexicon/people-words.ts';

/** What phones and programs put around a text, in Spanish. */
export const surroundings: SurroundingWords = {
  sent: 'enviado',
  sentFrom: 'desde con de',
  my: 'mi',
  devices: 'telefono|celular|movil',
  lines: 'obtener outlook para',
};

/** How people ask for Spanish. */
export const names: LanguageNames = {
  called: 'spanish|espanol|espagnol|castellano',
  ask: 'español',
  before:
    'por favor|hola|quiero|prefiero|quisiera|puede|cambiar|cambie|cambia|mi|el|la|idioma|lengua|hablar|hable|escriba|escribame|responda|mensajes|me|en|al|a|de',
  after: 'por favor|gracias|ahora|solo',
};
