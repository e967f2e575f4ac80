const bankUserId = '1600000001';

/** From a range reserved for fiction. */
const bankNumber = '+13145550100';

/**
 * The demonstration credit union, with the names, words and hours that each institution chooses.
 */
export const demoInstitution = {
  slug: 'vantage',
  name: 'Vantage Credit Union',
  zone: 'America/Chicago',
  currency: 'USD',
  demonstration: true,
  settings: {
    service: 'Tweet My Money',
    portalName: 'MyVantage',
    portalAddress: 'myvantage.example',
    phone: '314-555-0142',
    hours: {
      en: 'Mon-Fri 8am-6pm, Sat 9am-1pm',
      fr: 'lun-ven 8h-18h, sam 9h-13h',
      es: 'lun-vie 8-18 h, sáb 9-13 h',
    },
    officeHours: [
      { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' },
      { days: [6], from: '09:00', to: '13:00' },
    ],
    cardLine: '314-555-0143',
    errorAddress: ['Member Services', '100 Gateway Plaza', 'St. Louis, MO 63101'],
    // No bank has it: routing numbers don't begin with 99.
    routingNumber: '990000013',
    x: { userId: bankUserId, handle: 'myvcu' },
    sms: { number: bankNumber },
    // Members here have no passkey until they add one, and notice nothing before.
    stepUp: { above: { x: 100_000, sms: 100_000, app: 100_000 }, beyondLimits: true },
    colors: { main: '#0f5c4c', onMain: '#ffffff' },
  },
} as const;
