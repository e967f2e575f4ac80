import type { AffordWords } from '../../../reading/lexicon/afford-words.ts';

/** *Can I afford $60 until Friday?*, in English. */
export const afford: AffordWords = {
  gate: 'afford|spend|spending|enough|splurge',
  before:
    '(?:can|could|may) (?:i|we) (?:(?:still|safely|really|even|realistically|actually) )*(?:afford|spend|splurge|blow)(?: to (?:spend|buy|pay|splurge))?(?: (?:something|it|this|that|another|up to|more than|at least))*(?: (?:for|that costs|costing|at|worth|of))?|(?:do|will|would|did) (?:i|we) (?:still |really )?have enough(?: (?:money|cash|funds|left|saved|in there))*(?: (?:for|to (?:spend|cover|afford|buy something for|buy something that costs)))|(?:is|would|will) (?:it|that|there) (?:be )?(?:(?:ok|okay|safe|fine|alright|all right) (?:for me )?(?:to|if i) (?:spend|use)|enough(?: money)? (?:for|to (?:spend|cover)))|(?:am|are) (?:i|we) (?:able|ok|okay|good|safe) to (?:spend|afford)|(?:can )?afford|(?:ok|okay|safe) to spend|what if i spend',
  whole:
    "how much (?:money |cash )?(?:can|could|may) (?:i|we) (?:(?:still|safely|really|actually) )*(?:spend|afford(?: to spend)?)|what can i (?:(?:still|safely|really) )*(?:spend|afford(?: to spend)?)|how much (?:money )?(?:do i have|have i got|is|is there)(?: left)? to spend|how much is safe to spend|what(?:'s| is)? (?:safe|left|ok) to spend|what do i have (?:left )?to spend|how much spending money do i have|safe to spend",
  article: 'a|an|about|around',
  polite:
    'please|pls|hey|hi|hello|so|ok|okay|thanks|thank you|right now|now|safely|at most|max|tell me|and still be ok|without going over|without overdrafting|and not overdraft',
  purpose: 'for|on|at|to|dinner|more|in|with|of|worth|shoes|tv|couch',
  from: 'from|out of|in|with|using|on',
  until: 'until|till|til|untill|thru|through|by|before|up to',
  payday:
    "(?:my |the )?(?:next )?(?:pay ?day|pay-day|paycheck|pay check|pay|check|salary)|i get paid|i(?: am|'m) paid",
  today: 'today|tonight|for today',
  tomorrow: 'tomorrow|tmrw|tmr|for tomorrow',
  weekend: '(?:for )?(?:this |the |next )?weekend',
  thisWeek: '(?:for )?(?:(?:the )?(?:rest|end) of (?:the|this) week|this week)',
  nextWeek: '(?:for )?next week',
  monthEnd: '(?:for )?(?:(?:the )?(?:rest|end) of (?:the|this) month|this month|month end)',
  days: '(?:for |in |over )?(?:the )?(?:next )?(\\d{1,2}) days',
  dayOfMonth: '(?:the )?(\\d{1,2})(?:st|nd|rd|th)',
  next: 'next|this|on',
  weekdays:
    'monday|mon, tuesday|tues|tue, wednesday|wed|weds, thursday|thurs|thur|thu, friday|fri, saturday|sat, sunday|sun',
  months:
    'january|jan, february|feb, march|mar, april|apr, may, june|jun, july|jul, august|aug, september|sept|sep, october|oct, november|nov, december|dec',
  date: '(?<month>%) (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?',
  isMonthFirst: true,
};
