import { rule, word, type NamedRule } from './rule.ts';
import { digitByDigit, digits, noMoney, pinName, roman } from './vocabulary.ts';

/** Other names for a PIN. */
const secretCode = word(
  "(?:secret|atm|card|debit|bank|cash machine) (?:codes?|numbers?)|personal identification (?:number|code)|(?:codigo|numero) (?:secreto|confidencial|personal|de (?:la |mi )?tarjeta|de identificacion personal|del? cajero(?: automatico)?)|(?:code|numero) (?:secret|confidentiel|personnel|bancaire|de (?:la |ma )?carte|d'identification personnel(?:le)?|(?:du|de|au) (?:guichet|distributeur))|code (?:for|to|of|at) the (?:atm|card|cash machine)|carte code",
);

const told = (text: string): NamedRule => ({ pattern: new RegExp(text, 'dg'), tells: true });

/** A price paid for a pin is an amount. */
const notPaid = '(?<!(?:paid|took|taken|charged|stole|withdrew|spent|gave|lost|owe|sent|cost) )';

export const pinRules: readonly NamedRule[] = [
  // "PIN 1234", "the PIN for my card is 5544", "p.i.n. = four three two one".
  rule(pinName, `${digits(3, 12)}${noMoney}`),
  rule(`(?:${pinName}|${secretCode})`, `(?:${digitByDigit(3, 12)}|${roman})${noMoney}`),
  told(
    `(?<![\\d.,$€£])(?<secret>\\d(?:[ .-]?\\d){2,11})(?:,? (?:is|was|es|era|est|c'est) (?:[a-z]+ ){0,3}?${pinName}|,? (?:my|mi|mon) ${pinName}(?=\\W*$))`,
  ),
  told(
    `(?<![\\d.,$€£])(?<secret>\\d{4,8})(?: is what i (?:use|have|put|set) (?:as|for) (?:my )?${pinName}|\\W{1,4}${pinName}(?=\\W*$))`,
  ),
  // "MCCXXXIV is my PIN"
  told(`(?<![a-z])(?<secret>${roman}) (?:is|es|est|c'est) (?:my|mi|mon) ${pinName}`),
  // "the four digits are 4417 for my PIN", "use 4417 as PIN"
  told(
    `${notPaid}(?<![\\d.,$€£])(?<secret>\\d{4,8}) (?:[a-z]+ )?(?:for|as|de|para|pour|como|comme) (?:(?:my|mi|mon|the|el|le|ma) )?(?:[a-z]+ )?${pinName}`,
  ),
  // "change my PIN from 4417 to 7144", "change mon NIP pour 7144"
  told(`${pinName} (?:from|desde|de) (?<secret>\\d{4,8})(?= (?:to|a) )`),
  told(
    `(?<![a-z])(?:chang|cambi|modifi|remplac|reset|set|pon|mett)[a-z]*\\W.{0,16}?${pinName} (?:to|a|por|pour|en|par) (?<secret>${digits(4, 8)})${noMoney}`,
  ),
  // "PIN ends in 17 and starts with 44"
  told(
    `(?<=${pinName}.{0,40}?(?:starts?|begins?|ends?|empieza|termina|commence|finit|se termine) (?:with|in|con|en|par|avec) )(?<secret>\\d{1,4})(?![\\d.,]| ?(?:days?|hours?|minutes?|weeks?|dias?|horas?|jours?|heures?))`,
  ),
  rule(secretCode, `${digits(4, 12)}${noMoney}`),
];
