import { sentence } from '../../../reading/free-rule.ts';
import type { PeopleRules } from '../../../reading/lexicon/free-rules.ts';

const person =
  '(?:person|human|human being|agent|representative|rep|someone|somebody|anyone|anybody|people|banker|teller|manager|associate|advisor|adviser|support|operator|employee|staff|customer service)';
/** The kind of payment to stop. */
const manner =
  '(?:(?:recurring|automatic|auto|pending|last|latest|recent|previous|incorrect|wrong|duplicate|direct|standing|scheduled|bank|wire) )*';

export const people: PeopleRules = {
  stopPayment: [
    // People stop payments; this is not STOP.
    sentence(
      '(?:.* )?(?:stop|cancel|block|hold|void|terminate) (?:a |an |the |my |that |this |all )*',
      manner,
      '(?:payments?|checks?|cheques?|transfers?|deposits?|cards?|debits?|ach|autopay|direct deposit|transaction|order|purchases?)\\b.*',
    ),
    sentence(
      '(?:.* )?(?:reverse|revert|undo) (?:a |an |the |my |that |this )*',
      manner,
      '(?:payments?|transfers?|deposits?|debits?|transactions?|purchases?|charges?)\\b.*',
    ),
    sentence(
      '(?:.* )?(?:my|the|this|that|an?) (?:\\w+ ){0,2}(?:payments?|transfers?|transactions?|debits?|orders?|purchases?) (?:.{0,40} )?(?:needs? to|has to|have to|must|should) be (?:cancell?ed|stopped|reversed|reverted|voided|undone)\\b.*',
    ),
    sentence('.*\\bstop payments?\\b.*'),
  ],
  reachPeople: [
    sentence(
      '.*\\b(?:(?:transfer|connect|put|forward) me (?:to|through|over|with)|(?:switch|direct) me (?:to|over to) (?:an? |the |your |some )?(?:real |live )?(?:\\w+ department|',
      person,
      '))\\b.*',
    ),
    sentence(
      '(?!am i )(?:.* )?(?:speak|speaking|talk|talking|chat|chatting) (?:to|with) .*\\b',
      person,
      '\\b.*',
    ),
    sentence(
      "(?:.* )?(?:i need|i want|i'd like|get me|give me|need|want|find me) (?:to |help from |to talk to |to reach |a call from )*",
      '(?:a |an |the |some |your )?(?:real |live |actual |human )*',
      '(?:human|person|human being|agent|representative|rep|banker|teller|operator|customer service)(?: please| now| to help me)*',
    ),
    sentence(
      '(?:please )?(?:call me(?: back| please| now)*|have (?:someone|somebody) call me(?: back)?(?: please)?',
      '|can (?:someone|somebody|you|a person|an agent) (?:please )?(?:call|help) me(?: please| back)*',
      '|(?:a |the )?customer (?:service|support|care)(?: please)?|(?:a |an )?(?:real|live|actual) (?:person|human|agent|rep|representative)(?: please)?',
      '|is (?:anyone|anybody|someone) there|(?:anyone|anybody) there|i have a (?:question|problem|complaint)|i want to complain',
      '|(?:contact|reach|get|call) (?:support|customer (?:service|support|care)|an? (?:agent|person|human|rep|representative))(?: please)?',
      "|(?:please )?(?:i (?:want|need|would like) to|i'd like to|can i|could i|let me) (?:speak|talk|chat) (?:to|with) (?:my |the |your |a )?(?:branch|credit union|bank|loan department|fraud department|department|manager|you)(?: please| now)*",
      '|is there (?:a |an |any )?(?:real |live )?(?:person|human|agent|someone|anyone)(?: (?:there|here|available|i can (?:talk|speak|chat) (?:to|with)|to (?:talk|speak) to))*)',
    ),
  ],
  dispute: [
    sentence(
      "(?:.* )?(?:was ?n'?t me|was not me|isn'?t me|is not me|not me|never me|wasn'?t mine|is ?n'?o?t mine|(?:was|is) not mine|not mine|is ?n'?o?t my (?:transaction|transfer|charge|purchase|withdrawal|payment)|is not my (?:transaction|transfer|charge|purchase|withdrawal|payment))(?: .*)?",
    ),
    sentence(
      "(?:.* )?i (?:did ?n'?o?t|did not|never|have ?n'?o?t) (?:make|made|do|done|authori[sz]ed?|approved?|buy|bought|send|sent|ask for|do)",
      ' (?:this|that|it|these|those|any of)(?: .*)?',
    ),
    sentence(
      "(?:.* )?(?:do not|don'?t|didn'?t) (?:recogni[sz]e|know) (?:this|that|the|a|these|those) (?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|purchases?)(?: .*)?",
    ),
    sentence('(?:.* )?victim of (?:.{0,30} )?(?:fraud|theft|scam)\\b.*'),
    sentence(
      '(?:.* )?(?:unauthori[sz]ed|fraudulent|suspicious) (?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|activity)(?: .*)?',
    ),
    sentence(
      "(?:i think |i believe |help )?(?:(?:(?:this|that|it) (?:is|was) |it's |that's )?(?:a )?scam|this is fraud|(?:i want to |i need to |i'd like to |i would like to )?report (?:a )?(?:fraud|scam|unauthorized .*)|i(?:'ve| have)? been (?:scammed|hacked|robbed)|(?:someone|somebody|they) (?:stole|took|is stealing|used|hacked|is using|accessed|got into|has) my (?:money|accounts?|card|login|password)|(?:someone|somebody) (?:took|stole|withdrew|moved|transferred|is taking) (?:my |some )?(?:money|cash|funds) (?:from|out of) my (?:accounts?|checking|savings)|i(?:'ve been| was| got) (?:scammed|hacked|robbed)|my account (?:was|has been|is|got) (?:hacked|compromised))(?: .*)?",
    ),
    sentence(
      "(?:please |i want to |i need to |i'd like to |i would like to |can i |how do i )*dispute (?:an? |the |this |that |my |last |some |of )*(?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|purchases?|this|that|it|one|[\\d.,]+(?: dollars?)?)(?: please| now| on (?:my )?(?:account|checking|savings|\\d))*|i dispute (?:this|that|it|the|a)(?: .{0,30})?",
    ),
  ],
};
