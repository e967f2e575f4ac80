import type { AnswerWords } from '../../../reading/lexicon/answer-words.ts';
import { withIndirect } from '../../indirect-answers.ts';
import { indirect } from './answers-indirect.ts';

const start =
  '^(?:(?:hi|hello|hey|hiya|ok|okay|so|and|also|please|pls|plz|good morning|good afternoon) )*';
const card = '(?:(?:atm|debit|credit|bank|visa|mastercard) )?cards?';
const loan =
  '(?:(?:car|auto|vehicle|truck|home|house|student|personal|boat|rv|motorcycle|signature) )?(?:loans?|mortgages?|heloc|notes?)';
/** Payments that only a loan has. */
const owed =
  '(?:(?:my|the|our|next) )*(?:car|auto|truck|vehicle|house|mortgage|loan|heloc|boat|rv)';
/** Cards of other things. */
const otherCards =
  /\b(?:gift|greeting|birthday|business|report|sim|sd|memory|graphics|library|insurance|id|green|social security|membership|loyalty|christmas|yellow|playing|score|index|flash|post|time) ?cards?\b/;

/** Questions that name their topic. */
const direct: AnswerWords = {
  asking: new RegExp(
    `${start}(?:what|whats|wats|which|how|hows|when|whens|where|wheres|why|who|am|has|have|hasn'?t|haven'?t|isn'?t|can|could|may|do|does|did|is|are|was|will|would|should|tell|give|show|let me know|send|help|need|want|looking|hoping|any|rates?|fees?|i need|i want|i wanna|i'd like|i would like|id like|i'm looking|im looking|i have a question|got a question|question)\\b|\\b(?:what(?:'s| is| are)|how (?:do|can|much|long|to|many)|where (?:do|can|is)|when (?:is|are|will|do)|can i|could i|do i|do you|do y'?all|tell me|let me know|i(?: still)? need to|i want to|i wanna|(?:i'd|i would) like to|trying to|would love to|wondering|know (?:if|what|how|about)|info(?:rmation)? (?:on|about))\\b`,
  ),
  loans: {
    due_date: {
      cues: 'due payment payments pay',
      whole:
        'loan due, loan due date, loan payment due, due date, payment due date, when is my loan due',
      about: new RegExp(
        `\\b(?:when|what day|what date|due date|date|next|how soon|how long)\\b.{0,40}\\b(?:${loan}|${owed}) ?(?:payments?|bill|note)?\\b.{0,20}\\b(?:due|payable)\\b|\\bdue date\\b.{0,25}\\b(?:${loan}|car payment|payment)\\b|\\b(?:${loan}|${owed} payment)\\b.{0,15}\\bdue dates?\\b|\\b(?:when|what day)\\b.{0,25}\\bdue\\b.{0,20}\\b${loan}\\b|\\bwhen (?:do|must|should) i (?:have to |need to )?(?:pay|make)\\b.{0,20}\\b(?:${loan}|${owed} payment)\\b|\\bnext ${owed} payment\\b|\\b${owed} payment (?:due )?date\\b`,
      ),
      sure: new RegExp(
        `^(?:(?:my|the|next|payment) )*due date (?:on|for|of) (?:my|the|our) ${loan}$`,
      ),
      unless:
        /\b(?:rent|credit card|electric|water|phone|library|homework|assignment|paper|baby|oil|tire|tires|inspection|service|maintenance|tune|lube|registration|insurance|wash)\b/,
    },
    payment: {
      cues: 'payment payments pmt note installment installments',
      whole: 'loan payment, loan payment amount, monthly loan payment',
      about: new RegExp(
        `\\b(?:how much|what(?:'s| is| are)?|whats|amount|monthly|minimum|size)\\b.{0,30}\\b(?:payments?|installments?)\\b.{0,20}\\b(?:on|for|of)\\b.{0,12}\\b${loan}\\b|\\b(?:how much|what(?:'s| is| are)?|whats|amount of|monthly|minimum)\\b.{0,20}\\b${owed}s? (?:payments?|pmt|note)\\b`,
      ),
      sure: new RegExp(
        `^(?:(?:my|the|monthly|regular|next) )*payments? (?:amount )?(?:on|for|of) my ${loan}$`,
      ),
      unless:
        /\b(?:credit card|down payments?|late|extra|missed|skip|if i (?:borrow|get|take|buy))\b/,
    },
    payoff: {
      cues: 'payoff pay paying paid',
      whole:
        'payoff, loan payoff, payoff amount, payoff quote, payoff balance, loan payoff amount, 10 day payoff, ten day payoff',
      about: new RegExp(
        `\\b(?:how much|what(?:'s| is)?|whats|amount|quote|figure)\\b.{0,30}\\b(?:pay(?:ing)?[ -]?off|paid off)\\b.{0,25}\\b(?:${loan}|car|truck|house)\\b|\\b(?:${loan}|${owed})\\b.{0,15}\\bpay ?off\\b|\\bpay ?off (?:amount|quote|balance|figure|letter|total)\\b|\\b(?:how much|what)\\b.{0,25}\\bto pay off my (?:${loan}|car|truck|house)\\b|\\bpayoff\\b.{0,20}\\b${loan}\\b|\\bpay off my (?:${loan}|car|truck|house)\\b.{0,15}\\bhow much\\b`,
      ),
      sure: new RegExp(
        `^(?:(?:my|the|current|total|loan) )*pay ?off(?: (?:amount|quote|balance|figure))? (?:on|for|of) (?:my|the|our) (?:${loan}|car|truck|house)$`,
      ),
      unless: /\b(?:credit card|hard work|student debt forgiveness)\b/,
    },
    rate: {
      cues: 'rate rates interest apr',
      whole: 'my loan rate, rate on my loan, my rate, interest on my loan',
      about: new RegExp(
        `\\b(?:rate|apr|interest)\\b.{0,20}\\b(?:on|for|of) (?:my|our|this|that) (?:${loan}|(?:car|truck|house)\\b)|\\b(?:my|our) ${loan}(?:'?s)? (?:interest(?: rate)?|rate|apr)\\b|\\b(?:rate|apr|interest)\\b.{0,15}\\b(?:am i|do i|i'?m|we'?re|are we) pay(?:ing)?\\b.{0,12}\\b(?:${loan}|car|truck|house)\\b`,
      ),
      unless: /\b(?:miles|mileage|gas|mpg|fuel|insurance|resale|depreciation)\b/,
    },
  },
  routing: /\b(?:routing|aba|transit num\w*)\b/,
  branches: /\b(?:branch|branches|atms?|cash machines?)\b/,
  topics: {
    fees: {
      cues: 'fee fees charge charges charged cost costs',
      whole: 'fee, fees, your fees, fee schedule, list of fees, fee list, bank fees, what fees',
      about:
        /\b(?:atm|overdraft|nsf|wire|transfers?|transaction|service|monthly|maintenance|account|bank|banking|foreign|international|withdrawals?|card|returned|stop payment|late|check|checking|savings|statement|balance|cash advance|hidden|extra|annual|any|your|the|out of network|inactivity|dormant|cashing|checks?|deposit) (?:(?:transaction|payment|item|check|service|card|bank|transfer|account) )?(?:fees?|service charges?)\b|\bfees? (?:are|is|do|does|for|on|to|when|if|apply|schedule|list|at|with|from|using|overseas|abroad)\b|\b(?:do|does|will|would) (?:you|u|y'?all|it|the bank|vantage)(?: guys)? charge\b|\bhow much (?:do|does|will|would) (?:you|u|it|y'?all|the bank|a|an|i)(?: guys)? (?:charge|cost|pay|(?:wire|stop payment|overdraft|cashier'?s check|money order) cost)\b.{0,40}\b(?:wires?|transfers?|atm|checks?|overdraft|cards?|accounts?|deposits?|withdraw\w*|stop payment|money order|cashier'?s)\b|\b(?:is|are) there (?:a |any |an )?(?:\w+ )?(?:fees?|charges?)\b.{0,30}\b(?:card|atm|account|withdraw\w*|transfers?|checks?|deposits?|cash|wire|overseas|abroad|overdraft)\b|\bcharge[ds]? (?:\w+ )?(?:a fee )?(?:for|if|when) (?:i |using |i'm |im )?(?:us(?:e|ing)|transfer|withdraw|wire|send|cash|overdraw)\w*\b|\b(?:charges|fees?) (?:for|on) (?:using my |my |a |an |international |foreign |atm |cash )?(?:card|atm|withdrawals?|transactions?|purchases|transfers?|wires?)\b/,
      sure: /\bwhy (?:was|am|is|did|have|were|do|are)\b.{0,30}\b(?:charged?|paying|pay)\b.{0,20}\bfees?\b|\bwhat(?:'s| is| was)? (?:this|that|the) fee\b|\bwhy (?:is|was) there a .{0,20}\bfee\b|\bhow much (?:do|does|would|will|is|are) .{0,25}\b(?:wires?|transfers?|overdrafts?|stop payments?|cashier'?s checks?|money orders?|checks) (?:cost|fees?)\b/,
      unless:
        /\b(?:refund|waive|reverse|tuition|school|entry|entrance|parking|lawyer|license|passport|gym|park|baggage|luggage|bags?|cleaning|pet|shipping|delivery|doctor|registration|toll|cancellation|booking|airline|flights?|hotel|visa fee|carry ?-?on|carry|delta|united airlines|united|southwest|spirit)\b/,
    },
    rates: {
      cues: 'rate rates apr apy interest dividend dividends',
      whole:
        'rates, interest rate, interest rates, loan rate, loan rates, savings rate, savings rates, cd rates, certificate rates, mortgage rate, mortgage rates, auto loan rates, car loan rates, apr, apy, your rates, current rates, todays rates',
      about:
        /\b(?:interest|dividends?|savings?|cds?|certificates?|money market|loans?|mortgage|auto|car|credit card|card|heloc|home equity|deposit|checking|share|current|today'?s|your|ira|refinance|refi)(?: (?:interest|loan|account|savings))? (?:rates?|apr|apy)\b|\b(?:rates?|apr|apy|interest(?: rate)?) (?:do you|are you|on|for|of|right now|today|these days)\b.{0,40}\b(?:loans?|savings?|cds?|certificates?|mortgages?|accounts?|cards?|cars?|auto|offer|paying|pay|give|money market|deposits?|have|checking|ira)\b|\b(?:apr|apy)\b|\bhow much (?:interest|dividends?) (?:do|does|will|would|can|am) (?:i|you|u|it|we|my|a|the)\b/,
      sure: /^(?:(?:current|your|today'?s|latest) )+(?:(?:auto|car|home|mortgage|loan|savings?|cd|certificate|interest|credit card|heloc|money market) )+rates?(?: please| today| now)*$/,
      unless:
        /\b(?:exchange|currency|conversion|heart|crime|tax|birth|unemployment|inflation|first rate|hourly|room|euro|peso|dollar to|fed|federal|mexico|canada|movie|review)s?\b.{0,12}\brates?\b|\b(?:miles|mileage|mpg|gallon|gas)\b|\bhow do you rate\b|\brate (?:this|that|the) (?:song|book|movie|app)\b/,
    },
    loans: {
      cues: 'loan loans mortgage mortgages heloc refinance refi borrow preapproved preapproval',
      whole:
        'car loan, car loans, auto loans, auto loan, personal loan, personal loans, mortgage, mortgages, home loan, home loans, loan application, apply for a loan, heloc, refinance',
      sure: /^(?:i'?m |i am |we'?re )?(?:looking|hoping|trying|want|wanting) to (?:refinance|refi)$|^(?:can|could) i refinance$/,
      about: new RegExp(
        `\\b(?:apply(?:ing)?|get(?:ting)?|qualify|qualifying|tak(?:e|ing)(?: out)?|offer|application|refinance|refinancing|refi|approved|pre-?approved|preapproval|eligible|interested in|need|want|have|do|open|sign up|requirements?|documents?|rent or|option|status|information|info|about|kinds?|types?)\\b.{0,25}\\b(?:${loan}|line of credit)\\b|\\b${loan} (?:applications?|options|officers?|departments?|process|requirements?|status|pre-?approval)\\b|\\b(?:can|could|how (?:do|can|much can)|want to|need to|like to) (?:i )?(?:borrow)\\b.{0,20}\\b(?:money|from you|here)\\b|\\b(?:refinance|refi)\\b.{0,15}\\b(?:my|a|the) (?:car|auto|truck|house|home|loan|mortgage)\\b`,
      ),
      unless:
        /\b(?:my loan|my mortgage|loan (?:me|him|her)|balance|owe|left|how much is|pay(?:ment|off|ments)|due|pay ?off|loan shark|to play|interlibrary|notes? (?:to|app|for)|take (?:a )?notes?|make a note|transfer)\b/,
    },
    card_replacement: {
      cues: 'card cards',
      whole:
        'new card, card replacement, replacement card, replace card, replace my card, damaged card, broken card, order a new card, order new card, activate card, activate my card',
      about: new RegExp(
        `\\b(?:new|replacement|replac(?:e|ing)|another|reorder|order|reissue|second|spare|extra|activate|request)\\b.{0,25}\\b${card}\\b|\\b${card}\\b.{0,30}\\b(?:replace(?:d|ment)?|broken|torn|cut in half|snaps?|arrive[ds]?|ship(?:ped|s)?|(?:about to|going to|will) expire|arriving|arrival|come in|delivered|get here|in the mail|activated?|expir(?:es?|ed|ing|ation)|renew(?:ed|al)?)\\b|\\b(?:where|when)\\b.{0,20}\\b(?:is|'s|will|are)\\b.{0,12}\\b(?:my|the) (?:new )?${card}$`,
      ),
      sure: new RegExp(
        `\\b(?:my|the|our) (?:\\w+ )?${card} (?:(?:is|was|got|has|have|been|just|all|badly|completely|seems|looks) )*(?:damaged|broken|broke|cracked|snapped|bent|chipped|scratched|expired|expiring|expires|about to expire|going to expire|demagnetized|worn(?: out)?|melted|eaten|swallowed|unreadable|torn|ripped|split|cut|unusable|ruined|defective|faulty|worn out|messed up)\\b|\\b(?:damaged|broken|torn|cracked|unusable|defective|expired) (?:\\w+ )?${card}\\b|\\b(?:cut|chewed|ate|tore|washed|shredded|stepped on|ruined) (?:up )?my (?:\\w+ )?${card}\\b|\\b(?:apply|sign up|applying) for a (?:new )?(?:\\w+ ){0,2}(?:${card}|mastercard|visa)\\b|\\b(?:damaged|broke|cracked|snapped|bent|melted|ruined|destroyed) my (?:\\w+ )?${card}\\b|\\b(?:atm|machine) (?:ate|swallowed|kept|took|keeps) my ${card}\\b|\\b(?:i )?(?:need|want|would like|'d like|wanna) (?:to (?:get|order|request) )?a (?:new|replacement|duplicate) ${card}\\b|\\b(?:still )?(?:have not|haven'?t|did not|didn'?t|never) (?:yet )?(?:received|receive|got|gotten|get|seen) my (?:new |replacement )?${card}\\b|\\bwaiting (?:on|for) my (?:new |replacement )?${card}\\b`,
      ),
      unless: new RegExp(
        `${otherCards.source}|\\b(?:credit card offer|card number|card game|declined|lost|stolen|freeze|froze|app|link(?:ing|ed)?|add(?:ing)?|connect(?:ing)?|pair(?:ing)?)\\b`,
      ),
    },
    card_declined: {
      cues: 'declined decline declining denied rejected refused work working works accepted through',
      whole:
        'card declined, declined card, my card was declined, card not working, card declined why',
      sure: new RegExp(
        `\\b${card}\\b.{0,40}\\b(?:declin(?:ed|ing)|denied|reject(?:ed|ing)|refused|not (?:be )?(?:work(?:ing)?|accepted|go(?:ing)? through)|(?:did|does|do|is|was|has|wo|ca|would|could)n'?t (?:be )?(?:work(?:ing)?|go(?:ing)? through|get accepted|accepted|been working)|not get accepted|not been working|stopped working|(?:does|did|would|will) not (?:work|go through))\\b|\\b(?:declin(?:ed|ing|e)|denied|rejected|refused)\\b.{0,25}\\bmy (?:\\w+ )?${card}\\b|\\bmy (?:(?:purchase|transaction|payment|card payment)s?|card purchase) (?:(?:was|got|is|being|keeps|getting|has|been|just|were) )+(?:declined|denied|rejected)\\b|\\b(?:declined|denied|rejected) my (?:purchase|payment|transaction)\\b|\\bwhy (?:was|did|am|is) (?:i|my) .{0,20}\\bdeclined\\b`,
      ),
      unless: new RegExp(`${otherCards.source}|\\b(?:application|loan|virtual meeting)\\b`),
    },
    pin: {
      cues: 'pin pins',
      whole:
        'pin, change pin, change my pin, new pin, reset pin, reset my pin, forgot pin, forgot my pin, pin change, pin reset, card pin, pin number',
      sure: /\b(?:change|changing|reset|resetting|set|setting|get|getting|choose|create|activate|update|need|want|new|different|modify|recover|retrieve|switch|unblock|unlock|make|request|find|have|send|assign|what(?:'s| is)?)\b.{0,30}\bpins?\b|\bpins?\b.{0,25}\b(?:change[ds]?|reset|work(?:ing)?|blocked|locked|number|mailed|sent|arrive)\b|\bpin (?:number )?(?:attempts|tries|reset|change)\b|\b(?:changing|unlocking|unblocking) (?:my |a |the )?pin\b|\b(?:forgot(?:ten)?|forget|lost|(?:do not|don'?t|can'?t|cannot) (?:know|remember|recall)|blocked|locked|unlock|unblock|wrong|incorrect|tried|exceeded|too many|no idea what|idea what) .{0,25}\bpins?\b|\bpin\b.{0,25}\b(?:blocked|locked|(?:does|is|did|wo)n'?t (?:work|working)|not work(?:ing)?|not accepted)\b/,
      unless:
        /\b(?:pin (?:it|this|that|these|a|the) |bowling|safety|push|rolling|drop (?:a|the) pin|on the map|pinned|pin number of|hair|lapel|pins and|pin code (?:of|for) (?!my)|instagram|pinterest|message to)\b/,
    },
    direct_deposit: {
      cues: 'routing aba direct account acct deposit transit',
      whole:
        'routing, routing number, routing numbers, aba, aba number, your routing number, bank routing number, direct deposit form, direct deposit setup, direct deposit info, direct deposit information, account number, my account number, routing and account number, account and routing number',
      about:
        /\b(?:routing|aba|transit)(?: (?:and|&) account)? (?:numbers?|nums?|no|nbr|#|code|info(?:rmation)?)\b|\b(?:set ?up|setup|setting up|start|sign up|enroll|change|switch|get|arrange|form|paperwork|information|info|move|initiate|establish|begin|use|do)\b.{0,30}\bdirect deposits?\b|\bdirect deposits? (?:form|setup|info(?:rmation)?|set ?up|paperwork|instructions)\b|\bhow (?:do|does|can|would|to|long does) .{0,12}\bdirect deposits?\b|\b(?:what(?:'s| is| are)|whats|where|how|find|need|get|tell me|give me|send me|know|see|look up)\b.{0,25}\b(?:account|acct) (?:number|num|no|#)s?\b/,
      sure: /\b(?:what(?:'s| is)|whats|need|give me|tell me|send me|find|provide|for|get) (?:me )?(?:the |your |my |yall'?s |this |our )?(?:bank'?s? |credit union'?s? |\w+ )?routing\b|\brouting (?:number|no|nbr|#)\b|\b(?:pay ?checks?|pay|salary|wages|payroll) (?:to )?(?:be |go |get |put |sent |deposited )*(?:direct(?:ly)?)(?: deposit(?:ed)?)?(?: (?:to|into|in|here|with))\b|\b(?:set ?up|start|sign up for) (?:a |my )?direct deposits?\b/,
      unless:
        /\b(?:router|post|posted|hit|hits|come|came|cleared|land|landed|go in|gone in|arrived?|did my|has my|is my direct|when (?:is|does|will|did) my|see my direct|last direct|recent direct|show (?:me )?my direct|flight|confirmation|order number|tracking)\b/,
    },
    order_checks: {
      cues: 'checks checkbook checkbooks cheques chequebook check',
      whole:
        'order checks, reorder checks, order more checks, order new checks, new checks, more checks, new checkbook, order a checkbook, checkbook, checkbooks, check order, checks order',
      about:
        /\b(?:order|reorder|ordering|buy|purchase|request|get|send|mail|print)\b.{0,25}\b(?:(?:more|new|additional|some|another|extra|blank|paper|personal|replacement|box of|book of|supply of|batch of|set of) )+(?:checks|cheques|checkbooks?|chequebooks?)\b|\b(?:order|reorder|ordering|buy|purchase)\b.{0,20}\b(?:checks|cheques|checkbooks?|chequebooks?|a book of checks)\b|\b(?:checks|checkbooks?|cheques) (?:ordered|made|printed|mailed|sent to me)\b|\bhow (?:do|can|would|to) .{0,15}\b(?:get|obtain) (?:checks|cheques|a checkbook|checkbooks)\b/,
      sure: /^(?:(?:hi|hello|hey) )?(?:i|we) (?:need|want|would like)(?: to (?:get|buy))? (?:some )?(?:checks|cheques|checkbooks)(?: please)?$|\b(?:i'?m|im|i am|we'?re|we are|i|almost|nearly|running|ran) (?:almost |nearly |about |running |all )*(?:out of|low on) (?:checks|cheques|checkbooks?)\b|\b(?:need|want|would like|'d like) (?:to (?:order|get|have) )?(?:(?:more|new|additional|some|another|a|extra|blank|paper|personal) )+(?:checks|cheques|checkbooks?|chequebooks?|box of checks|book of checks)\b|\b(?:re ?)?order(?:ing)? (?:(?:me|some|more|new|additional|another|my|a|extra|blank|box|book|of|personal) )*(?:checks|cheques|checkbooks?|chequebooks?)\b|\b(?:do not|don'?t) have any (?:more )?checks left\b|\b(?:more|new) checkbooks?\b/,
      unless:
        /\b(?:clear|cleared|clears|posted|bounced?|deposit|cash|written|wrote|status|pending|which|last|latest|recent|cashier'?s?|traveler'?s?|background|money order|restaurant|flight|the check (?:please|at))\b/,
    },
    app_trouble: {
      cues: 'app application login log logging logged sign signing online website site password passcode username',
      whole:
        'app problem, app trouble, app not working, app issues, login problem, login issues, forgot password, forgot my password, reset password, reset my password, password reset, forgot username, forgot my username, locked out, app help',
      about:
        /\b(?:reset|resetting|change|changing|recover|retrieve|update|forgot)\b.{0,15}\b(?:my )?(?:(?:online|banking|mobile|app|account|login|bank) )*(?:password|passcode|username|user name|user id|login)\b|\b(?:download|install|update|find|get)\b.{0,12}\b(?:the|your|a|mobile|bank(?:ing)?) (?:mobile |banking |bank )*app\b|\b(?:do you|is there|have)\b.{0,10}\b(?:an|a mobile|your|mobile|a banking) (?:banking )?app\b/,
      sure: /\b(?:can(?:no|')?t|cant|can not|could ?n'?t|unable to|not able to|won'?t let me|wont let me|trouble|problems?|issues?|having (?:a )?hard time|will not let me|doesn'?t let me|how (?:do|can) i) (?:seem to |get |with |to )*(?:log(?:ging)? ?(?:in|on)|sign(?:ing)? ?(?:in|on)|get into (?:my |the )?(?:online|account|app|mobile|banking)|access (?:my |the )?(?:online|app|mobile banking|account online))\b|\b(?:your|the|mobile|banking|bank|phone|this) (?:mobile |banking |bank )*(?:app|online banking|web ?site|site|portal|mobile banking) (?:is|isn'?t|keeps?|won'?t|wont|doesn'?t|does not|will not|not|has|crashed|crashes|froze|stopped|went|seems|down|is not)\b(?! (?:great|good|nice|awesome|better|amazing|easy|cool))|\b(?:online|mobile) banking (?:down|not working|isn'?t working|won'?t load|error|problem|trouble)\b|\blocked out of (?:my |the )?(?:app|online|account|banking|mobile)|^app (?:is|isn'?t|keeps?|won'?t|wont|doesn'?t|does not|will not|not|has|crashed|crashes|froze|stopped|down)\b|\b(?:my |the )(?:password|login|username) (?:is|isn'?t|doesn'?t|does not|won'?t|was) (?:wrong|incorrect|not working|work|working|invalid|expired|not accepted|rejected)\b|\b(?:forgot|forgotten|don'?t remember|do not remember|can'?t remember|lost) (?:my|the) (?:(?:online|banking|mobile|app|account|login|bank) )*(?:password|passcode|username|user name|user id|login)\b/,
      unless:
        /\b(?:email|gmail|facebook|twitter|instagram|netflix|spotify|wi-?fi|wireless|uber|weather app|music app|laptop|computer|windows|iphone|apple id|icloud|calendar|alexa|amazon|google|my phone|phone was|paypal|venmo|zelle|cash app|change (?:your|the) name|job application|loan|sign me up|pin)\b/,
    },
    is_it_you: {
      cues: 'this who you from real legit legitimate scam genuine fake yall fraud phishing',
      whole:
        'is this you, is this really you, is that you, is this legit, is this real, is this a scam, who is texting me, is this really vantage, is it really you, was that you, are you legit, are you real',
      sure: /^(?:(?:hi|hello|hey) )?who (?:is|are) (?:this|you) really$|\b(?:text|message|call|email|voicemail)\b.{0,60}\b(?:is|was) (?:this|that|it) (?:really )?(?:you|yall|y'all)$|^is this (?:number|account|text|message|handle) (?:really|actually) \w+(?: \w+){0,3}$|^(?:(?:hi|hello|hey|ok|wait|um) )*(?:is|was|are|r) (?:this|that|it|the|you|u) (?:(?:text|message|call|email|number|sms|dm|msg|account)s? )?(?:(?:i (?:just )?(?:got|received) )|(?:really|actually|truly|even|for real) )*(?:from )?(?:really |actually )?(?:you|u|yall|y'all|my (?:bank|credit union)|the (?:bank|credit union)|real(?:ly)?|legit(?:imate)?|genuine|a scam|scam|fake|a fake|phishing|for real|safe|official|authentic|vantage|fraud)(?: or (?:a )?(?:scam|fake|not|fraud|what|legit|real))?(?: (?:right|though|please|bank|credit union))?$|\b(?:did|was it|was that|is it|is that) (?:you|u|yall|y'all|you guys)(?: guys| really| actually| just| who| that)* (?:send|text|call|email|message|called|texted|sent|emailed|messaged)(?:ing|ed)? me\b|\bhave (?:you|yall|y'all)(?: really| actually| just)* (?:called|texted|sent|emailed|messaged) me\b|\bhow (?:do|can|would|could) i (?:know|tell|verify|be sure|check|make sure|confirm)\b.{0,25}\b(?:really |actually |truly )?(?:you|from you|my (?:bank|credit union)|legit|real message|genuine)$|\b(?:got|received|getting|get) (?:a|an|this|some|these) (?:\w+ )?(?:text|call|email|message|sms|voicemail)s? (?:that (?:says|said) (?:it'?s |it was |it is )?(?:from )?|saying (?:it'?s |they'?re |it was |they were )?(?:from )?|claiming (?:to be )?(?:from )?|from (?:someone )?(?:claiming to be |saying (?:they'?re |it'?s )?)?)(?:from )?(?:you|yall|y'all|my (?:bank|credit union)|the (?:bank|credit union)|vantage)\b/,
    },
  },
};

/** Questions that a fixed text answers, and questions about loans, in English. */
export const answers = withIndirect(direct, indirect);
