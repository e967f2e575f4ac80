/**
 * The texts that a member must have seen and agreed to before an address is enrolled:
 *
 * - `regulation_e`: the initial disclosures on electronic transfers (12 CFR 1005.7), before the first transfer
 * - `esign`: consent to get them electronically (15 U.S.C. 7001(c))
 * - `sms_terms`: what carriers and the TCPA want known before a text is sent: frequency, rates, STOP and HELP
 */
export const disclosures = ['regulation_e', 'esign', 'sms_terms'] as const;

/** What holds everywhere: without these no money moves, from whatever channel or page. */
export const transferDisclosures = [
  'regulation_e',
  'esign',
] as const satisfies readonly Disclosure[];

export type Disclosure = (typeof disclosures)[number];
