import { sentence } from '../../../reading/free-rule.ts';
import type { ServiceRules } from '../../../reading/lexicon/free-rules.ts';

const share = "(?<account>[a-z]{0,3}\\d{1,2}|[a-z][\\w' -]{0,20}?)";
const ask =
  "(?:please |pls |can you |could you |would you (?:be able to )?|are you able to |i (?:want|need|have|would like) (?:you )?to |i'd like (?:you )?to |quick )*";
const myAccounts =
  '(?:all )?(?:of )?(?:my |the |our )?(?:(?:bank|banking|joint|checking|savings?) )*accounts?';
/** Questions about locking, or reports of it. */
const aboutLocking =
  "why|how|what|when|where|who|which|did|does|do|should|don'?t|didn'?t|not|never|no|can'?t|cannot|won'?t|couldn'?t|if|tried|trying|after|unlock|unfreeze|unblock|already|said|says|happens?|door|instead|way|possible|able|fee|cost";
const hurry = '(?: (?:now|please|pls|right away|immediately|asap|right now|quick|quickly|today))*';

export const service: ServiceRules = {
  lockHelp: [
    sentence(
      '(?:how (?:do|can|would) i|how to|can i|what happens (?:if|when) i|where do i|what does) (?:lock|freeze|suspend|block)(?: (?:my |the |this )?(?:(?:bank|checking|savings?|joint) )*(?:accounts?|service|access|do|it|everything))*(?: down| do)?',
    ),
  ],
  balance: [
    sentence(
      "(?:(?:please |pls |can you |could you )*(?:tell|show) me )?(?:what is|what's|whats|wats|what do i have|how much is|how much) (?:there )?(?:in|on) (?:my |the )?",
      share,
      '(?: account| acct)?(?: right now| now| please| today)*',
    ),
  ],
  lock: [
    sentence(
      ask,
      '(?:lock|freeze|suspend|block|disable|shut down|lock down|lock up) (?:(?:all|my|the|this|down|of|everything on|bank) )*(?:accounts?|access|service|everything|it|it all|all|account access|banking|this down|money)',
      hurry,
    ),
    sentence(
      ask,
      '(?:lock|shut|freeze|block) (?:me out|(?:it|everything|this|that|them|all)(?: all)? (?:down|up)|my accounts? down)',
      hurry,
      '|',
      ask,
      '(?:stop|block) (?:all |any )?(?:access|activity|account access|access to (?:my |the )?accounts?)',
      hurry,
    ),
    // Within a sentence (`someone has my phone, lock my account`), but not if the text asks about it or reports it.
    sentence(
      `(?!.*\\b(?:${aboutLocking})\\b)(?!.*\\bcards?\\b.{0,60}\\b(?:lock|freeze|suspend|block|disable) it\\b)(?:.* )?(?:lock|freeze|suspend|block|disable) `,
      '(?:all )?(?:of )?(?:my |the |down )*(?:(?:bank |checking |savings )?accounts?|everything|it)(?: (?:down|now|please|pls|asap|immediately|right away|until .{1,30}|for (?:now|me)))*',
    ),
    sentence(
      `(?!.*\\b(?:${aboutLocking})\\b)(?:please |pls )?(?:lock|freeze|suspend) (?:all (?:of )?)?my (?:bank )?accounts?\\b.*`,
    ),
    sentence(
      ask,
      '(?:(?:put|place) (?:a|an) (?:block|freeze|lock|hold|stop) on ',
      myAccounts,
      "|(?:i (?:need|want|would like)|i'd like) a (?:block|freeze|lock|hold|stop) (?:(?:put|placed|right away|immediately|now) )*on ",
      myAccounts,
      '|(?:put|place) ',
      myAccounts,
      ' on (?:hold|ice)',
      "|(?:i (?:need|want|would like) |i'd like )?",
      myAccounts,
      ' (?:frozen|locked|blocked|(?:needs? to|has to|have to|must) be (?:frozen|locked|blocked|suspended)))',
      hurry,
    ),
  ],
  unlock: [
    sentence(
      ask,
      '(?:unlock|unfreeze|unblock|how do i unlock|how can i unlock) (?:(?:my|the|this|all) )*(?:accounts?|access|service|it|everything)',
      hurry,
    ),
  ],
  contact: [
    sentence(
      "(?:hi |hello |hey )?(?:what (?:are|is|r) |what's |whats |when (?:are|do|is|does) |are |is |do |does |where (?:is|are|can i find) |where's |wheres |what time (?:do|does|are|is) |give me |find |show me |tell me |i need |need |how late are |until what time are )*",
      '(?:(?:you|your|yall|the|a|an|there|any|nearest|closest|main|local|branch|lobby|credit union|bank|we|u|near) )*',
      '(?:hours|opening hours|business hours|open|opened|close|closed|closing|branch|branches|atm|atms|cash machine|phone number|phone|telephone number|contact number|address|location|locations|office|routing number|hours of operation|located)',
      '(?: (?:today|tomorrow|now|on|this|for|saturday|saturdays|sunday|sundays|weekend|weekends|the|monday|friday|holiday|near|nearby|me|here|located|around|at|right|please|open|closest|nearest|to|is|are|number|time|until|till|late))*',
    ),
  ],
  transferHelp: [
    sentence(
      "(?:please |i want to |i need to |i'd like to |i would like to |can i |could i |may i |how do i |how can i |how to |let me |can you |help me )*",
      '(?:make |do |set up |start |send )?(?:an? |another |the )?(?:internal )?(?:transfer|move|transfers|xfer)',
      '(?: (?:some |my )?(?:money|funds|cash))?',
      '(?: (?:between|among|from|to|with|within|in|into|out of|my|own|the|accounts?|shares?|and|checking|savings|one|another|here|by text|other))*',
      '(?: please| thanks)*',
    ),
    sentence(
      "(?:please |i (?:want|need|have) to |i(?: would|'d) like to |can (?:i|you|we) |could (?:i|you) |may i |how (?:do|can) i |how to |let me |let's |help me |(?:can you )?(?:help|assist) me (?:in|with) |i(?: would|'d)? (?:like|need|want) (?:some )?help (?:with |in )?|what(?: is|'s) the (?:best |quickest |easiest )?(?:process|way) (?:to|of) )*",
      '(?:transfer|move|send|shift|transferring|moving|sending)(?: (?:(?:some|my|the) )?(?:money|funds|cash)(?: around)?|(?= from (?:this|that|one)))',
      '(?: (?:between|among|from|to|into|my|own|an?|the|this|that|accounts?|shares?|and|checking|savings|one|two|second|another|different|other))*',
      '(?: please| thanks)*',
    ),
  ],
  code: [
    sentence(
      '(?!.*(?:\\d|\\b(?:zip|area|dress|bar|qr|promo\\w*|error|source|access|got|get|received|receive|came|come|log\\w*|app|verif\\w+|pin|wrong|door|gate|wifi|discount|coupon|scan\\w*|swift|color|morse|penal|python|program\\w*|building|post\\w*|country|write|writing|review|debug|tax|routing|sort|scammer|asked|asking|gave|told|shared?|work|works|working|card|atm|computer|javascript|fix|da vinci|secret|alarm|enter|anyone|someone|somebody|top|should|safe)\\b))',
      "(?=.*\\b(?:what|whats|what's|which|where|how|chang\\w+|another|new|different|send|resend|text|give|need|want|forgot|lost|remember|remind|put|use|easier|end|mine)\\b)",
      '(?:\\S+ ){0,9}(?:my|the|a|another|new|different|which|what|that|easier|your) code(?: \\S+){0,9}',
    ),
  ],
  help: [
    sentence(
      "(?:hi |hello |hey )?(?:what can (?:i|you|u) (?:do|say|ask|type|text|send)(?: here| for me| with this)?|what do i (?:type|text|say|send)|how (?:does|do) (?:this|it|i use this)(?: thing)?(?: work)?|what are (?:the|your|my) (?:commands|options)|(?:please )?help(?: me)?(?: please| out| now)*|i need (?:some )?help|can you help(?: me)?|show (?:me )?(?:the |your |all )?commands|(?:what|which) commands (?:are there|do you have|can i use)|(?:list|list of|list the|list all)(?: of)?(?: the)? commands|i don'?t (?:understand|know what to (?:do|say|type))|how do i use this|options|instructions)",
    ),
  ],
  decline: [
    sentence(
      "(?:no|nope|nah) (?:don'?t|do not|thanks|thank you|thank u|please don'?t|never ?mind)(?: do (?:it|that))?|don'?t(?: do (?:it|that)| move it| send it)?|never ?mind(?: thanks)?|do not do (?:it|that)|forget it",
    ),
  ],
};
