import type { AffordWords } from '../../../reading/lexicon/afford-words.ts';

/** *Can I afford $60 until Friday?*, in English. */
export const afford: AffordWords = {
  gate: 'afford|spend|spending|enough|splurge|buy|drop|swing|blow|if i|cover|put me|without over|able to',
  before:
    "(?:can|could|may) (?:i|we) (?:(?:still|safely|really|even|realistically|actually) )*(?:afford|spend|splurge|blow)(?: to (?:spend|buy|pay|splurge))?(?: (?:something|it|this|that|another|up to|more than|at least))*(?: (?:for|that costs|costing|at|worth|of))?|(?:do|will|would|did) (?:i|we) (?:still |really )?have enough(?: (?:money|cash|funds|left|saved|in there))*(?: (?:for|to (?:spend|cover|afford|buy something for|buy something that costs)))|(?:is|would|will) (?:it|that|there) (?:be )?(?:(?:ok|okay|safe|fine|alright|all right) (?:for me )?(?:to|if i) (?:spend|use)|enough(?: money)? (?:for|to (?:spend|cover)))|(?:am|are) (?:i|we) (?:able|ok|okay|good|safe) to (?:spend|afford)|(?:can )?afford|(?:ok|okay|safe) to spend|what if i spend|(?:(?:what )?if|say) (?:i|we) (?:buy|spend|drop|blow|get|order)(?: (?!to\\b)[a-z]+){0,4}?(?: (?:for|at|that(?:'s| is)?|that costs|costing|worth|on))?|(?:can|could) (?:i|we) (?:(?:still|even|really) )*(?:buy|swing|manage|drop|handle)(?: (?!to\\b)[a-z]+){0,4}?(?: (?:for|at|that(?:'s| is)?|that costs|costing|worth))?|(?:do|will) (?:i|we|u) (?:got|have) enough(?: [a-z]+){0,2}? (?:for|to (?:buy|get|pay for))(?: (?:a|an|some|the) [a-z]+(?: [a-z]+)? (?:for|at|that(?:'s| is)|that costs))?|(?:is|would) (?:it|that) (?:be )?(?:ok|okay|smart|alright|cool|fine|a problem) (?:if (?:i|we) (?:buy|spend|drop)|to (?:buy|drop))(?: (?!to\\b)[a-z]+){0,4}?(?: (?:for|at|that(?:'s| is)?))?|(?:would|will) i (?:still )?be (?:ok|okay|good|fine|alright|safe) (?:if i (?:spend|spent|buy|bought|drop|dropped)|(?:to spend|spending|buying))(?: (?!to\\b)[a-z]+){0,4}?(?: (?:for|at))?|am i (?:good|ok|okay|alright|safe|fine) (?:for|to (?:drop|blow|buy))(?: (?:a|an|some|the) [a-z]+(?: [a-z]+)? (?:for|at))?|(?:(?:what )?if|say) (?:i|we) (?:pay|use|withdraw|take out|pull out|pull|charge)(?: (?!to\\b|from\\b)[a-z]+){0,3}?(?: (?:for|on|out|at))?|(?:i|we) (?:got|have) enough (?:for|to (?:buy|pay|cover|spend))|(?:can|could) (?:i|we) (?:still )?cover(?: (?!to\\b)[a-z]+){0,3}?|(?:would|will)(?: spending)?|(?:do i have )?enough if (?:i|we) (?:buy|get|spend|pay)(?: [a-z]+){0,3}?(?: (?:for|at|on))?|(?=.*\\bwithout\\b)(?:can|could) (?:i|we) (?:take out|withdraw|pull)|(?=.*\\b(?:leave|left|enough|negative|broke)\\b)if i (?:put|throw)|(?:would|will) (?:i|we) be able to (?:get|buy|afford|pay|cover)(?: (?:a|an|the|my))?|(?:is|will) there (?:be )?enough (?:for|to (?:pay|cover|buy))(?: (?:a|an|the|my))?",
  whole:
    "how much (?:money |cash )?(?:can|could|may) (?:i|we) (?:(?:still|safely|really|actually) )*(?:spend|blow|drop|afford(?: to spend)?)|what can i (?:(?:still|safely|really) )*(?:spend|afford(?: to spend)?)|how much (?:money )?(?:do i have|have i got|is|is there)(?: left)? to spend|how much is safe to spend|what(?:'s| is)? (?:safe|left|ok) to spend|what do i have (?:left )?to spend|how much spending money do i have|safe to spend",
  article: 'a|an|about|around',
  polite:
    "please|pls|hey|hi|hello|so|ok|okay|thanks|thank you|right now|now|safely|at most|max|tell me|and still be ok|without going over|without overdrafting|and not overdraft|will i (?:still )?be (?:ok|okay|good|fine|alright|broke|short)|am i (?:ok|okay|good|fine)|will (?:it|that) (?:be ok|be okay|overdraw me|overdraft me|put me under)|can i make it|will i make it|would that be ok|is that ok|or no|or not|or nah|lol|just wondering|quick question|be honest|(?:i'?m|im|i am|we'?re|standing|sitting|stuck) (?:in line )?(?:at|in) (?:the |a )?[a-z]+(?: store| station| line| shop)?(?: and| so)?|(?:rent|bills) (?:is|are) due (?:soon|tomorrow|friday)(?: and| so)?|i want to know(?: if)?|wondering if|today|no problem|what happens|where does (?:that|it) leave me|how much do i have left|too much",
  purpose:
    'for|on|at|to|do i|will i|would i|am i|put me|make me|leave me|dinner|more|in|with|of|worth|shoes|tv|couch|groceries|pair|pizza|gas|tires|phone|laptop|shirt|light|bill|power|water|electric|ticket|car|bag|tablet|console|game|meal|rent|trip',
  from: 'from|out of|in|with|using|on',
  until: 'until|till|til|untill|thru|through|by|before|up to',
  payday:
    "(?:my |the )?(?:next )?(?:pay ?day|pay-day|paycheck|pay check|pay|check|salary)|i get paid|i(?: am|'m) paid",
  today: 'today|tonight|for today|right now|this afternoon|this evening',
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
