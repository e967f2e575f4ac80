import type { DescriptionWords } from '../../reading/clean.ts';

/** What card networks and merchants write in descriptions, whatever the member's language. */
export const descriptions: DescriptionWords = {
  check: 'Check',
  checks: 'check|cheque|chèque|chk|ck',
  noise: [
    /\b(?:recurring\s+)?(?:pos|debit\s+card|check\s?card|visa|visa\s+debit|mastercard|card|dbt\s+crd|ach|web|ppd|signature)\s+(?:purchase|purch|pur|payment|pymt|debit|credit|transaction|trans|deposit|dep)\b/gi,
    /^\W*(?:pos|pur|purchase|dbt|pp|sq|tst|py|sp|ach|web|check\s?card|debit\s?card)\b(?=\W)/gi,
    /\b(?:ppd|ccd)\b/gi,
    /\b(?:sq|tst|py|sp|pp)\s*\*/gi,
    // Dates, with the word before them; a card's last digits.
    /\b(?:on\s+)?\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b/gi,
    /\b(?:card|acct|account|ref|trace|id|auth|store|str|no|nbr|terminal|term)\s*[:#.]?\s*[x*\d-]{2,}/gi,
    /[x*]{2,}\d+/gi,
  ],
  linking:
    '& and of the to from at by for in de du la le del y et a st saint san santa los las new fort',
  states: `AL AK AZ AR CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA
  RI SC SD TN TX UT VA VT WA WI WV WY DC US USA`,
  shortForms: 'ATM ACH USA IRS UPS IGA SSA EFT AAA US UK LLC HSBC AT&T',
};
