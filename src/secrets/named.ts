import { pinRules } from './pins.ts';
import { rule, word, type NamedRule } from './rule.ts';
import { between, digitByDigit, digits, noMoney, roman } from './vocabulary.ts';

const number = '(?:numbers?|ids?|identifiant|nbr|nos?\\.?|nums?\\.?|#|n[°o]?\\.?|numeros?)';

const whose =
  '(?:account|acct|acc|a/c|member(?:ship)?|mbr|customer|card|cuenta|cta|tarjeta|socio|soci[oa]|miembro|cliente?|compte|carte|membre)';

const codes = word(
  `otp|one[ -]?time (?:code|password|passcode|pin|word)|(?:verification|verify|activation|recovery|access|login|log[ -]in|sign[ -]?in|auth(?:entication|orization)?|2fa|mfa|two[ -]factor|backup|enroll?ment|invit(?:e|ation)|registration|security|sms|text|texted|temporary|temp|reset) codes?|verification numbers?|(?:codigo|numero) de (?:verificacion|activacion|acceso|recuperacion|autenticacion|seguridad|un solo uso)|(?:code|numero) (?:de |d')(?:verification|activation|acces|recuperation|authentification|validation|securite)|code a usage unique|codigo de (?:invitacion|registro|respaldo)|code (?:d'|de )(?:invitation|inscription|secours)`,
);

/** A token like a code: letters and at least one digit, in groups or not. */
const codeToken = (least: number) =>
  `(?=[a-z-]{0,14}\\d)[a-z0-9](?:-?[a-z0-9]){${least - 1},19}(?![a-z0-9])`;

const backOfCard = word(
  `c[ .]?v[ .]?[vcn]\\.?2?|cid|ccv2?|csc|card security code|cryptogramme(?: visuel)?|(?:(?:on|at|from) (?:the )?back(?: side)?(?: of (?:my|the) card)?|back of (?:my |the )?card)|(?:codigo|numeros?|digitos|cifras|tres|3) (?:que (?:esta|estan|viene|vienen) )?(?:de|del|al|en el|por) (?:la parte de )?(?:atras|reverso|dorso)|(?:code|numeros?|chiffres|trois|3) (?:qui (?:est|sont) )?(?:au|du) (?:dos|verso)`,
);

const social =
  'ssn|s\\.?s\\.?(?=\\s?(?:#|no\\b|num))|soc sec|ein|s\\.s\\.n\\.?|itin|i\\.t\\.i\\.n\\.?|nas|n\\.a\\.s\\.?|nss';

/** `ends in`, `last four`: between a person's number and its last digits. */
const atEnd =
  '(?:(?:last|final|ultimos|derniers?)(?: (?:four|4|cuatro|quatre))?|(?:that )?(?:ends|ending)(?: in| with)?|(?:que )?termina en|(?:qui )?(?:finit|se termine) par)';

export const namedRules: readonly NamedRule[] = [
  ...pinRules,
  rule(backOfCard, `(?:${digits(3, 8)}|${digitByDigit(3, 4)}|${roman})${noMoney}`),
  rule(codes, `(?:${digits(3, 12)}|${codeToken(4)})${noMoney}`),
  rule(
    word(
      '2fa|mfa|two[ -]factor|(?:google |microsoft )?authenticator(?: app)?|authy|activation|recovery|activacion|recuperacion|recuperation',
    ),
    `(?:${digits(6, 8)}|${codeToken(8)})${noMoney}`,
    false,
  ),
  // "G-482913 is your verification code"
  {
    pattern: new RegExp(
      `(?<![\\da-z.,$€£-])(?<secret>(?:[a-z]-)?\\d{4,8}|\\d{3} \\d{3}|${codeToken(6)}),? (?:is|es|est|c'est|that'?s) (?:your|my|the|su|tu|mi|el|votre|ton|mon|le) (?:(?:bank|login|[a-z]+ )*?${codes}|(?:code|codigo)(?![a-z]))`,
      'dg',
    ),
    tells: true,
  },
  // "the six character code is X7K9Q2"
  rule(
    word(
      '(?:\\d{1,2}|four|five|six|eight|ten|twelve)[ -](?:characters?|digits?|letters?|numbers?) codes?|codigo de (?:\\d{1,2}|cuatro|cinco|seis|ocho|diez|doce) (?:digitos|caracteres|cifras|letras|numeros)|code (?:a|de) (?:\\d{1,2}|quatre|cinq|six|huit|dix|douze) (?:chiffres|caracteres|lettres)',
    ),
    `(?:${codeToken(4)}|${digits(3, 12)})${noMoney}`,
    false,
  ),
  // A code of six digits or more without a description.
  rule(
    word('(?:codes?|codigos?)(?: (?:recu|recibido|que recibi|received|i got|you sent|they sent))?'),
    `(?:\\d{3}[ -]?\\d{3,5}(?![\\da-z])|${digitByDigit(6, 8)})${noMoney}`,
    false,
  ),
  // "el código que me llegó es 902117"
  {
    pattern: new RegExp(
      `(?<!(?:zip|area|postal|promo|error|bar|dress|store|item|product|sort|tracking|discount) )(?<![a-z])(?:codes?|codigos?)(?![a-z])(?:\\W{1,3}(?!(?:order|check|cheques?|charges?|charged|cargo|took|transfer|pedido|commande|ticket|case|reference|confirmation|amount|invoice|for|zip|postal)(?![a-z]))[a-z']+){0,6}\\W{1,3}(?<secret>\\d{6}|\\d{3}[ -]\\d{3})(?![\\da-z])${noMoney}`,
      'dg',
    ),
    tells: false,
  },
  // "last 4 6789 of my SSN"
  {
    pattern: new RegExp(
      `(?:last|ultimos|derniers?) (?:4|four|cuatro|quatre)\\W{1,3}(?:is |are |son |sont )?(?<secret>\\d{4})\\W{1,3}(?:(?:of|on|for|de|du) )?(?:(?:my|the|mi|mon) )?(?:social|seguro social|assurance sociale|${social})(?![a-z])`,
      'dg',
    ),
    tells: true,
  },
  // A member's own code is not their secret alone. It is redacted, and we read the rest.
  rule(word('(?:my|mi|mon) (?:codes?|codigo)'), codeToken(4), false),
  rule(word('(?:the|el|le|your|su|votre) (?:codes?|codigo)'), codeToken(6), false),
  // People's numbers.
  rule(word(social), `(?:${digits(9, 9)}|${digits(4, 4)})${noMoney}`),
  rule(
    word(
      'social(?: security| insurance)?|seguro social|assurance sociale|sin|tin|tax(?:payer)? id(?:entification)?',
    ),
    digits(9, 9),
  ),
  rule(
    word(
      `(?:last|final|ultimos|derniers?|quatre derniers|cuatro ultimos)(?: (?:four|4|cuatro|quatre))?(?: (?:digits?|numbers?|digitos|numeros|chiffres))?(?: (?:of|del?|du))?(?: (?:my|mi|mon|the))? (?:social(?: security(?: number)?)?|seguro(?: social)?|${social})`,
    ),
    digits(4, 4),
  ),
  rule(
    word(`(?:social(?: security)?|seguro social|${social})(?: (?:number|numero))? ${atEnd}`),
    digits(3, 4),
  ),
  rule(
    word(
      "(?:driver'?s? )?licen[cs]es?|dl|curp|passport|pasaporte|passeport|licencia(?: de (?:conducir|manejo))?|permis de conduire",
    ),
    '(?=[a-z-]{0,4}\\d)[a-z0-9](?:-?[a-z0-9]){5,19}(?![a-z0-9])',
  ),
  // Accounts and their access data.
  rule(
    `(?:(?<![a-z0-9])${whose}\\s?${number}(?![a-z])|(?<![a-z0-9])(?:(?:numeros?|n°?|num\\.?|number)\\s?(?:de |du |of |d')?|no\\.? (?:de |du |d'))(?:la |mi |ma |mon |my |the )?${whose}(?![a-z]))`,
    `${digits(4, 24)}${noMoney}`,
  ),
  rule(
    word('acct|account|cuenta|cta|compte|a/c'),
    `(?!\\d{1,3}(?:[.,]\\d{3})*[.,]\\d{2}(?!\\d)|\\d+[.,]\\d{2}(?!\\d))(?:${digits(6, 24)}|(?<=acct\\W{0,3})${digits(5, 24)})${noMoney}`,
  ),
  {
    pattern: new RegExp(
      `${word('acct|account|cuenta|cta|compte|mbr|member|socio|socia|miembro|membre')}(?:(?: (?:is|es|est))?\\s*[:#=]\\s*| (?:is|es|est) |(?<=acct|cta|mbr|member|socio|socia|miembro|membre)\\s(?=[^a-z]*$))(?<secret>\\d{5,24})(?![\\da-z])(?! ?(?:short|over|down|low|less|neg|off|in\\b|behind|under|now|today|points))${noMoney}`,
      'dg',
    ),
    tells: true,
  },
  {
    ...rule(
      word(
        'routing|aba|rtn|transit|sort code|clabe|numero de ruta|ruta bancaria|institution number',
      ),
      digits(5, 24),
    ),
    isRouting: true,
  },
  {
    pattern: new RegExp(
      `${word('routing|aba|rtn|transit|ruta')}.{0,60}${word('acct|account|cuenta|compte')}${between}(?<secret>${digits(4, 24)})`,
      'dg',
    ),
    tells: true,
  },
  rule(word('iban'), '[a-z]{2}\\d{2}(?: ?[a-z0-9]{1,4}){3,8}(?![a-z0-9])'),
  // A card's expiration date. Alone it opens nothing.
  rule(
    word(
      "exp(?:iry|iration)?(?: dates?)?|fecha de (?:vencimiento|caducidad|expiracion)|date d'expiration",
    ),
    '(?:0?[1-9]|1[0-2]) ?[/-] ?(?:\\d{2}|20\\d{2})(?![/\\d-])',
    false,
  ),
];
