/** The members of the demonstration credit union: nobody who exists. */
export interface DemoPerson {
  readonly number: string;
  readonly name: string;
  readonly handle: string;
  readonly userId: string;
  readonly language: 'en' | 'fr' | 'es';
  /** One sentence about them, for the page. */
  readonly about: string;
  readonly shares: readonly DemoShare[];
  readonly life: DemoLife;
  /** Suffixes. */
  readonly defaultShare: string;
  readonly transferSource?: string;
}

export interface DemoShare {
  readonly suffix: string;
  readonly kind: 'checking' | 'savings' | 'certificate' | 'loan';
  readonly nickname?: string;
  /** Cents, two years ago. */
  readonly opening: number;
  readonly overdraftLimit?: number;
  /** Of another member's: they own it jointly. */
  readonly jointWith?: { readonly number: string; readonly suffix: string };
}

/** What comes and goes; cents. */
export interface DemoLife {
  readonly pay: { readonly from: string; readonly amount: number; readonly everyDays: 14 | 30 };
  readonly rent: {
    readonly to: string;
    readonly amount: number;
    readonly by: 'check' | 'withdrawal';
  };
  readonly spendingPerDay: number;
  readonly saving: number;
  readonly loanPayment?: number;
}

const bankUserId = '1600000001';

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
      es: 'lun-vie 8-18 h, sab 9-13 h',
    },
    x: { userId: bankUserId, handle: 'myvcu' },
  },
} as const;

export const demoPeople: readonly DemoPerson[] = [
  {
    number: '104211',
    name: 'Maya Brooks',
    handle: 'mayabrooks',
    userId: '2100000001',
    language: 'en',
    about: 'Nurse in St. Louis. Checking, savings, a vacation fund and a car loan.',
    shares: [
      { suffix: '7', kind: 'checking', opening: 184_233, overdraftLimit: 20_000 },
      { suffix: '0', kind: 'savings', opening: 612_000 },
      { suffix: '2', kind: 'savings', nickname: 'Vacation', opening: 84_000 },
      { suffix: '3', kind: 'loan', nickname: 'Car', opening: 1_486_000 },
    ],
    life: {
      pay: { from: 'MERCY GENERAL PAYROLL', amount: 178_240, everyDays: 14 },
      rent: { to: 'ARSENAL STREET APTS', amount: 118_500, by: 'check' },
      spendingPerDay: 4_900,
      saving: 25_000,
      loanPayment: 31_200,
    },
    defaultShare: '7',
    transferSource: '0',
  },
  {
    number: '104305',
    name: 'Daniel Kim',
    handle: 'dkim_stl',
    userId: '2100000002',
    language: 'en',
    about: 'Student. Little money, many coffees.',
    shares: [
      { suffix: '7', kind: 'checking', opening: 21_410 },
      { suffix: '0', kind: 'savings', opening: 15_000 },
    ],
    life: {
      pay: { from: 'CAMPUS BOOKSTORE PAYROLL', amount: 61_350, everyDays: 14 },
      rent: { to: 'ROOM SHARE', amount: 52_000, by: 'withdrawal' },
      spendingPerDay: 1_950,
      saving: 2_000,
    },
    defaultShare: '7',
    transferSource: '0',
  },
  {
    number: '104377',
    name: 'Lucía Herrera',
    handle: 'luciah',
    userId: '2100000003',
    language: 'es',
    about: 'Dueña de una panadería. Responde en español.',
    shares: [
      {
        suffix: '7',
        kind: 'checking',
        nickname: 'Panaderia',
        opening: 402_118,
        overdraftLimit: 50_000,
      },
      { suffix: '0', kind: 'savings', opening: 920_000 },
    ],
    life: {
      pay: { from: 'CARD SALES SETTLEMENT', amount: 264_000, everyDays: 14 },
      rent: { to: 'CHEROKEE ST RETAIL', amount: 165_000, by: 'check' },
      spendingPerDay: 9_600,
      saving: 40_000,
    },
    defaultShare: '7',
    transferSource: '0',
  },
  {
    number: '104390',
    name: 'Étienne Moreau',
    handle: 'etienne_m',
    userId: '2100000004',
    language: 'fr',
    about: 'Professeur de français. Répond en français.',
    shares: [
      { suffix: '7', kind: 'checking', opening: 231_870 },
      { suffix: '0', kind: 'savings', opening: 480_000 },
    ],
    life: {
      pay: { from: 'CITY SCHOOLS PAYROLL', amount: 402_600, everyDays: 30 },
      rent: { to: 'GRAVOIS PROPERTIES', amount: 97_500, by: 'check' },
      spendingPerDay: 6_800,
      saving: 30_000,
    },
    defaultShare: '7',
    transferSource: '0',
  },
  {
    number: '104412',
    name: 'Ruth Okafor',
    handle: 'ruth_okafor',
    userId: '2100000005',
    language: 'en',
    about: 'Retired. Writes checks, keeps a certificate, shares a checking with Sam.',
    shares: [
      { suffix: '7', kind: 'checking', nickname: 'Household', opening: 356_902 },
      { suffix: '0', kind: 'savings', opening: 1_840_000 },
      { suffix: '5', kind: 'certificate', opening: 2_500_000 },
    ],
    life: {
      pay: { from: 'SOCIAL SECURITY', amount: 231_800, everyDays: 30 },
      rent: { to: 'CONDO ASSOCIATION', amount: 41_200, by: 'check' },
      spendingPerDay: 4_600,
      saving: 10_000,
    },
    defaultShare: '7',
    transferSource: '0',
  },
  {
    number: '104413',
    name: 'Sam Okafor',
    handle: 'samokafor',
    userId: '2100000006',
    language: 'en',
    about: 'Ruth’s husband: joint owner of the household checking. Overdraws now and then.',
    shares: [
      { suffix: '8', kind: 'checking', opening: 48_211, overdraftLimit: 30_000 },
      { suffix: '0', kind: 'savings', opening: 62_000 },
      {
        suffix: '7',
        kind: 'checking',
        nickname: 'Household',
        opening: 0,
        jointWith: { number: '104412', suffix: '7' },
      },
    ],
    life: {
      pay: { from: 'UNION PENSION', amount: 152_600, everyDays: 30 },
      rent: { to: 'STORAGE UNIT', amount: 9_500, by: 'withdrawal' },
      spendingPerDay: 4_550,
      saving: 3_000,
    },
    defaultShare: '8',
    transferSource: '0',
  },
];
