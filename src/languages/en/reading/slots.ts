import { phrasesOf, wordsOf } from '../../../reading/lexicon/tables.ts';
import type { SlotWords } from '../../../reading/lexicon/slot-words.ts';

/** What limits the answer to a question, in English: periods, amounts, merchants, sums. */
export const slots: SlotWords = {
  articles: 'the',
  onwards: 'on onward onwards forward',
  elisions: 'd',
  months: `january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, september sept sep, october oct,
    november nov, december dec`,
  weekdays: `monday mondays, tuesday tues tue, wednesday wed, thursday thurs thur thu, friday fri, saturday sat, sunday sundays`,
  doubtful:
    'march mar may wed sat jan jun dec sep first second third fourth last xmas christmas thanksgiving easter halloween',
  units: {
    day: 'day days',
    week: 'week weeks wk wks',
    weekend: 'weekend weekends',
    month: 'month months mo',
    quarter: 'quarter quarters',
    year: 'year years yr yrs',
  },
  small: 'one=1 a=1 couple=2 few=3',
  ordinals: 'first=1 second=2 third=3 fourth=4 fifth=5 tenth=10 fifteenth=15',
  ordinalEndings: 'st|nd|rd|th',
  periods: {
    unit: '{unit}',
    today: 'today, tonight, this morning, this afternoon, this evening, so far today',
    yesterday: 'yesterday [morning|afternoon|evening|night], last night',
    day_before: 'day before yesterday',
    this: 'this [current] {unit} [so] [far], current {unit}, so far this {unit}, {unit} to date',
    this_month: 'mtd',
    this_year: 'ytd',
    last: 'last {unit}, previous|prior {unit}',
    rolling: `past {unit}, the last|past {unit}, [the|these] last|past|previous {n} {unit}, [the|these] last|past [a] couple of {unit},
      the last|past month or so`,
    ago: '{n} {unit} ago, a couple of {unit} ago',
    month:
      '{month} [of] [{y}], this|last|past {month}, [the] month of {month} [of] [{y}], {month} this year',
    month_last_year: '{month} last year, {month} of last year',
    weekday:
      '{weekday} [morning|afternoon|evening|night], this|last|past {weekday} [morning|afternoon|evening|night]',
    date: '{month} [the] {d} [of] [{y}], [the] {d} [of] {month} [{y}], the {o} of {month} [{y}], {o} [of] [this|the] [month], {o}, {date}',
    year: '[the] [year] {y}',
    quarter: '{q} [of] [{y}], [the] {nth} quarter [of] [{y}]',
    span: `{month} {d} -|to|through|thru|until|till [the] {d} [{y}], {d} - {d} [of] {month} [{y}],
      from|between [the] {d} to|through|thru|until|till|and [the] {d} [of] {month} [{y}],
      from|between {month} {d} to|through|thru|until|till|and [the] {d} [{y}]`,
    vague: `{n} hours|hour|hrs|minutes|minute|mins ago, an hour ago, tomorrow, next {unit}, this coming {unit}, christmas, xmas, thanksgiving,
      easter, halloween, black friday, labor day, memorial day, independence day, new years [day|eve],
      this|last|past summer|winter|spring|fall|autumn, the summer|winter|spring|fall|autumn|holidays, the last {n} hours|minutes`,
  },
  links: {
    in: 'in, on, for, of, during, over, within, throughout, made in, made on, from the month of, as of, by',
    since: 'since, starting, starting on, beginning, beginning on, as from, dating from',
    since_start_of:
      'since the start of, since the beginning of, from the start of, from the beginning of, since the first of',
    after: 'after',
    before: 'before, prior to, earlier than',
    until: 'until, till, through, thru, up to, up until, ending',
    from: 'from',
    between: 'between',
    to: 'to, -',
    and: 'and, and in, and for',
    week_of: 'week of, the week of, for the week of, in the week of',
    end_of: 'end of, the end of, at the end of',
  },
  bounds: {
    over: `over, above, more than, greater than, bigger than, larger than, higher than, exceeding, in excess of, costing more than`,
    under: 'under, below, less than, smaller than, lower than, cheaper than',
    min: 'at least, min, minimum, no less than, not less than',
    max: 'at most, max, maximum, no more than, not more than, up to',
  },
  boundsAfter: {
    min: 'or more, or over, or above, or higher, and up, and over, and above, or greater',
    max: 'or less, or under, or below, or lower, and under, and below',
  },
  between: 'between from',
  boundJoins: 'and to -',
  latest: 'last latest recent newest past',
  spending: 'spend spent spending',
  sums: `how much, how many, total, totals, totaling, sum, sum of, in total, in all, altogether, add up, adds up, what amount, how often`,
  most: `biggest, largest, highest, greatest, top {n}, most expensive, priciest, the most, costliest`,
  least: 'smallest, lowest, cheapest, least expensive, the least',
  unapplied: `per day, per week, per month, per year, a day, a week, each {unit}, every {unit}, on average, average, by category, by merchant,
    oldest, vs, versus, compared to, compared with, than usual, debit card, credit card,
    visa card, mastercard, amex, contactless, in person`,
  findLeads: 'at from on in for with',
  merchantLeads: 'at from with',
  findLeadsAfterNoun: 'to by of matching about named called like',
  findSkips: 'the my a an some our this that',
  findEnds: `please pls plz thanks thank so far total altogether lately recently i we me you he she it they did do does was were is are be been
    have has had can could would will should tell show give list see when where what which how who why if or but than then that
    this these those to by until till since during right now up down ever overall still hasnt hasn't haven't didn't isn't wasn't won't cannot can't already yet again not no as per pending`,
  neverFound: `next due minimum min maximum interest rate rates late missed upcoming required scheduled monthly weekly explain stop cancel
    returned refunded declined failed cancelled canceled missing possible only period saving capable currency go going come get make shopping
    cost limit limits me you it him her them us mine yours this that these those account accounts acct accts card cards money cash app phone email online file
    bank line mind order average all everything anything something nothing moment time times date day days week weeks month months
    year years hour hours here there general fact case total sum statement statements balance balances checking savings share shares
    loan loans hold holds check checks debit credit pending person mail paper record records history transaction activity
    unauthorized fraudulent unknown weird strange suspicious duplicate double extra recurring international foreign recent new
    same other another more less most least much many few own real sure good whole past hand way end start beginning
    question questions help problem problems information info details long short which whom what how why my your his its their
    transfer transfers order future advance trouble touch stock free direct`,
  entryNouns: `purchase purchases charge charges transaction transactions txn txns spending payment payments deposit deposits withdrawal
    withdrawals debits credits bill bills expenses expense costs hold holds refund refunds paycheck paychecks order orders`,
  ands: 'and & n',
  findHeads: 'find',
  whys: 'why',
  pendings: 'pending hold held holding',
  topics: [
    {
      intent: 'history',
      phrases: phrasesOf(
        `how much did i spend, how much have i spent, how much i spent, how much i have spent, how much ive spent, how much i ve spent, i ve spent, what i ve spent, how much did we spend,
         how much have we spent, what did i spend, what have i spent, what i spent, what i spend, did i spend, have i spent, have i been spending,
         i have spent, i spent, i spend, have i paid, did i pay, how much did i pay, did i buy, have i bought, i bought, did i purchase, i purchased,
         how much have i paid, how much money did i spend, how much money have i spent, total spending, total spent, spending, expenses,
         expenditures, expenditure, my money go, how much money went, cost me, run me, ran me, what amount did i spend, how many purchases,
         how many transactions, how many times did i, how often did i, payments, purchases`,
      ),
      also: wordsOf(
        `where what total sum amount money dollars dollar altogether all much many so far overall lately recently just about exactly spend spent
         made make did do have has been was were add up it cost a lot go out`,
      ),
    },
    {
      intent: 'deposits',
      phrases: phrasesOf(
        `how much did i deposit, how much have i deposited, did i deposit, have i deposited, how much did i earn, how much did i make,
         how much was i paid, how much did i get paid, how much came in, total deposits, how many deposits, money came in, income`,
      ),
      also: wordsOf('total sum amount much many so far money get got come came in made make all'),
    },
    {
      intent: 'withdrawals',
      phrases: phrasesOf(
        `how much did i withdraw, how much have i withdrawn, did i withdraw, have i withdrawn, how much did i take out, how much went out,
         total withdrawals, how many withdrawals, money went out`,
      ),
      also: wordsOf('total sum amount much many so far money take took out went atm cash all'),
    },
    {
      intent: 'balance',
      phrases: phrasesOf('did i have, was my balance, was in my, i had, balances'),
      also: wordsOf('how much money what was were had have balance end'),
    },
    {
      intent: 'holds',
      phrases: phrasesOf('pending, still pending, on hold, being held, held'),
      also: wordsOf('why is are s still it has have been being not posted the charge payment'),
    },
  ],
};
