import type { Row } from './row.ts';

/** Where each rule of the TCPA (47 CFR 64.1200) is met that the program touches. */
export const tcpa: readonly Row[] = [
  {
    rule: '(a)(1), (a)(2)',
    asks: 'Prior express consent, written for marketing',
    state: 'met',
    where: ['src/members/consents.ts', 'test/journeys/enrollment.test.ts'],
    remark:
      'Each consent names the version of the words that the member saw. A phone in an imported file gives none.',
  },
  {
    rule: '(a)(10)',
    asks: 'Consent is revoked in any reasonable way, and words such as STOP do it at once',
    state: 'met',
    where: [
      'src/reading/opt-out.ts',
      'src/commands/stop/stop.ts',
      'test/contracts/stop-race.test.ts',
    ],
    remark: 'What leaves is checked in the moment that it leaves.',
  },
  {
    rule: '(a)(10)',
    asks: 'A revocation said to a person counts too',
    state: 'met',
    where: ['test/journeys/taking-over.test.ts', 'src/messages/opt-outs.ts'],
    remark: 'STOP goes to the service even while a person of the staff has the conversation.',
  },
  {
    rule: '(a)(12)',
    asks: 'One text that confirms the revocation, without marketing',
    state: 'met',
    where: ['src/commands/stop/stop.ts', 'test/contracts/sending-stops.test.ts'],
  },
  {
    rule: '(c)(1)',
    asks: 'No telephone solicitation before 8 or after 21 o’clock',
    state: 'in part',
    where: ['src/alerts/quiet-hours.ts', 'src/alerts/quiet-hours.test.ts'],
    remark: 'Alerts wait in a member’s quiet hours. Nothing keeps staff from writing at night.',
  },
  {
    rule: '(c)(2)',
    asks: 'The national do-not-call registry',
    state: 'the institution',
    where: [],
    remark: 'The service solicits nobody by itself. Staff must not either by what they send.',
  },
  {
    rule: '(m)',
    asks: 'The reassigned numbers database',
    state: 'in part',
    where: ['src/channels/twilio/lookup-number.ts', 'src/members/inactive-addresses.ts'],
    remark:
      'Twilio’s Lookup can tell, where Twilio and the carrier allow it. The database itself is not asked. An address that is silent for long is suspended.',
  },
];
