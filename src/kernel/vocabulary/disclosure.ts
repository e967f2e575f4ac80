/**
 * Texts that a member must see and accept before an address is enrolled:
 * - `regulation_e`: the initial disclosures on electronic transfers (12 CFR 1005.7), before the
 * first transfer
 * - `esign`: consent to get them electronically (15 U.S.C. 7001(c))
 * - `sms_terms`: what carriers and the TCPA require before the first text: frequency, rates, STOP
 * and HELP
 */
export const disclosures = ['regulation_e', 'esign', 'sms_terms'] as const;

/** Required on every channel and page: without these no money moves. */
export const transferDisclosures = [
  'regulation_e',
  'esign',
] as const satisfies readonly Disclosure[];

export type Disclosure = (typeof disclosures)[number];
