import type { PeopleWords } from '../../../reading/lexicon/people-words.ts';

/** Things that get lost or stolen. */
const things =
  '(?:(?:cell|mobile|smart|i)?phone|cell|mobile|sim|cards?|wallet|purse|checkbook|identity|backpack|bag|laptop)';

const card =
  '(?:(?:\\w+ )?(?:debit|credit|bank|atm|visa|mastercard|checking|lost|stolen|old|new) ){0,3}cards?(?! (?:application|payment|transaction|number|offer|charge|purchase|reader))';

/** A phone that is only to be found, and what an airline lost: no bank helps there. */
const elsewhere =
  '(?!(?=.*\\b(?:find(?:ing)?|locate|retriev\\w+|ring|search\\w*|track|flight|airline|airport)\\b)(?!.*\\b(?:cards?|accounts?|bank\\w*|money|wallet|purse|checks?|checkbook|app)\\b))';

/** Talk meant for people, not commands, in English. */
export const toPeople: PeopleWords = {
  crisis:
    /\b(?:(?:kill|hurt|harm|hang|shoot)(?:ing)? myself|suicid(?:e|al)|(?:want|going|wanna) (?:to )?die\b|(?:end|take|ending|taking) my (?:own )?life|end it all|(?:do not|don'?t) want to (?:live|be alive|be here)|better off dead|no reason to live|(?:i am|i'?m|we are|we'?re) in danger|(?:call|send|dial|need|get) 911)\b/,
  emergency: new RegExp(
    `^${elsewhere}.*?(?:\\b(?:lost|misplaced|stole|stolen|snatched|robbed|cloned|hacked|dropped) (?:.{0,30} )?(?:my|our|the|his|her)? ?(?:.{0,12} )?${things}\\b|\\b(?:my|our) (?:\\w+ )?${things} (?:(?:has|have|is|was|were|got|been|went|just) )*(?:lost|missing|stolen|gone|snatched|cloned|hacked|compromised)\\b|\\bhack(?:ed|ing) (?:me|us)\\b)`,
  ),
  thanks:
    /^(?:(?:ok|okay|great|perfect|awesome|cool|hi|alright) )?(?:thanks?(?: you| u)?|th?n?ks|th?a?nx|thx|ty|tysm|cheers)(?: (?:so|very|much|a|lot|again|bye|for|your|the|help|everything|it|all|great|that|was|helpful))*$|^(?:good ?bye|bye(?: bye)?|good night|have a (?:good|great|nice) (?:day|one|night|weekend)|(?:great|good|nice) (?:job|service)|you(?:'re| are) (?:the best|great|awesome))$/,
  hello:
    /^(?:hi|hello|hey|hiya|howdy|yo|greetings|good (?:morning|afternoon|evening|day)|hi there|hello there|hey there|hi (?:how are you|everyone|all)|how are you(?: doing)?(?: today)?|what'?s up|(?:are|r) (?:you|u) (?:a |an )?(?:bot|robot|machine|computer|human|real|real person|ai|there)|is this (?:a |an )?(?:bot|robot|machine|computer|ai|automated)|who (?:is this|are you)|am i (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:bot|robot|machine|computer|ai|actual person|real,? (?:live )?person|person|human(?: being)?|someone real)(?: or (?:an? )?(?:bot|robot|machine|computer|ai|(?:real,? (?:live )?)?person|human))?)$/,
  cardTold:
    /^(?:why|did|does|do you|has|have you|is|was|who|when|what happens)\b|\b(?:don't|dont|do not|never|not|un(?:freeze|block|lock)\w*|no)\b(?! longer)/,
  cardWishes: [
    new RegExp(
      `\\b(?:freeze|lock|block|suspend|deactivate|disable|cancel|stop|pause|kill|shut (?:off|down)|turn off|close|put (?:an? )?(?:freeze|block|hold|lock|stop) on|(?:freeze|block|hold|stop|lock) on) (?:(?:my|the|our|that|this|a|an|all|of|both|his|her|their|mom's|wife's|husband's) )*${card}\\b`,
    ),
    /\b(?:cards?|debit|visa) (?:.{0,60} )?(?:freeze|lock|block|suspend|disable|cancel|stop|deactivate) (?:it|them)\b/,
    /\b(?:my|the|our|this|that|debit|credit) cards? (?:\w+ ){0,2}?(?:needs? to|has to|have to|must|should|to) be (?:frozen|locked|blocked|suspended|cancell?ed|stopped|deactivated|shut off|turned off)\b/,
    /\bturn (?:my |the |our )?(?:(?:debit|credit) )?cards? off\b/,
  ],
  stopsPayment: /\b(?:stop|cancel|block|hold|void|suspend)\w*/,
  payments:
    /\b(?:payment|pmt|pymt|check|cheque|transfer|deposit|debit|ach|autopay|transaction|order|purchase)s?\b/,
};
