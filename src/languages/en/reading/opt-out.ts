import { clause } from '../../../reading/free-rule.ts';
import type { OptOutWords } from '../../../reading/lexicon/opt-out-words.ts';

/** The parts of a request for no more messages, in English. */
export const optOut: OptOutWords = {
  typing: [[/\bwrong #/giu, 'wrong number']],
  phrases: [
    [/\bcredit union'?s?\b/g, 'bank'],
    [/\b(?:fuck|f|piss|bugger) off\b/g, 'stop'],
    [/\bto \d{5,6}$/g, 'please'],
    [/\bthank (?:you|u)\b/g, 'thanks'],
    [/\bright (?:now|away)\b|\bat once\b/g, 'now'],
    [/\b(?:opt|opted|opting) ?-?out\b/g, 'optout'],
    [/\bun[- ]?subscribe\b/g, 'unsubscribe'],
    [/\bhow (?:do|can|could) (?:i|we)\b|\bhow to\b/g, 'please'],
    [/\bturn(?:ed)? off\b/g, 'stop'],
    [/\bturn (.{1,24}) off\b/g, 'stop $1'],
    [/^((?:the |my |all |these )?\w+) off$/g, 'stop $1'],
  ],
  quoted: { begins: 'on', wrote: 'wrote' },
  ourName: 'bank',
  stopWord: 'stop',
  verbs: 'stop stopall stahp cease discontinue optout unsubscribe unsub',
  leads: `y thanks thx ty please pls plz kindly just can could would will you u i i'd id we want need said told like to ok okay yes no yeah yep nope hi hello hey
    now enough reply replying text texting send sending txt the word wish would am i'm im hereby must all choose sorry`,
  leadsToMessages: 'make',
  contacts: `text texts texting txt txts txting texted message messages messaging msg msgs sms mms alert alerts notification notifications dm dms update updates
    notice notices spam spamming junk crap stuff contacting contact codes bothering harassing writing sending getting receiving communication
    communications subscription subscribing newsletter promotions marketing`,
  tails: `please pls plz thanks thx ty now it this that these those them the my your ur any all more me us everything already asap today forever
    immediately service services program programme bank here from you u to with of and desist optout unsubscribe unsubscribing end quit cancel
    future further bs shit damn dammit damnit stupid annoying fucking god ok okay sir maam stop reply`,
  besides: `at work home night day days every each time so many again ever anymore number phone cell line on about account accounts balance low daily weekly
    promotional automated banking i've been for in a an some such`,
  reasonStarts:
    /^(?:i|i'm|im|i've|i'd|you|u|we|we're|they|he|she|your|it's|its|dont|don't|do not|not|wrong|leave|go away|this is(?:n't| not)?|this isnt|that is|thats|that's|it is|it was|my (?:kid|son|daughter|wife|husband|mom|dad|child|boss|lawyer|attorney))(?: |$)/,
  lastStops: 'stop unsubscribe',
  noStops: `a the my his her our your bus truck pit full non next last first wrong rest every one another at to not can't cant won't wont didn't didnt
    will did would never couldn't no mean meant say said saying`,
  complaints: /^(?:too|so) (?:many|much)\b|^who(?:'s| is| are| r)\b|^thanks\b/,
  reasonsBefore: clause(
    'wrong (?:number|person)',
    'not (?:interested|me|a member)',
    'enough',
    'fuck (?:off|you)',
    'go away',
    'leave me alone',
    'no thanks?',
  ),
  stopsDoing:
    /^(?:(?:please|pls|just|ok|hi) )*(?:stop|quit|cease) (?!(?:charg|bill|tak|pay|call|mail|ly|giv|ask|deny|declin|freez|lock|block|hold|steal|withhold|let|allow)\w*ing\b)\w+ing(?: up)? (?:me|us|my phone|this (?:number|phone|line))(?: please| now| thanks| asap| already)*$/,
  denies: /\b(?:don't|dont|do not|never|can't|cannot) (?:\w+ )?(?:stop|arrete[rz]?|cesse[rz]?)\b/,
  asks: /\b(?:what|when|where|why|if|does|did)\b/,
  stopFirst: /^((?:(?:please|ok|okay|hi|hello|yes|no|stop) )*stop(?: please)?) (.+)$/,
  threats: / (?:or (?=(?:i|i'll|ill|i'm|im|we|we'll|else)(?: |$))|and (?=i mean ))/,
  stopSlips: /^(?:2?s+t+[o0]+p+0?|s-t-o-p|stp|stop2(?:end|stop|quit))$/,
  otherMatters:
    /\b(?:pay|pays|paying|payments?|checks?|cheques?|cards?|transfers?|ach|autopay|debits?|deposits?|charg\w+|fees?|purchas\w+|withdraw\w*|transactions?|loans?|orders?|interest|statements?|overdraft|garnish\w*|foreclos\w*|fraud|thief|stolen|stole|shop|help)\b/,
  sayings: clause(
    "(?:sorry )?(?:(?:you|u)(?:'ve)?(?: have)?(?: got)? )?(?:the )?wrong (?:number|person)(?: sorry)?",
    '(?:please )?(?:remove|delete|erase|take off)(?: me| my (?:phone )?number| this (?:phone )?number| my (?:cell|phone))?(?: from (?:(?:your|the|this|all) )*(?:lists?|system|database|records?|contacts?|texts?|messages?))?(?: please)?',
    'i (?:want|need|would like) (?:off|out)(?: of)?(?: (?:this|your|the) (?:lists?|texts?|messages?|service))?',
    'no (?:more|further) ?(?:texts?|messages?|communications?|contact|alerts?|sms)?(?: please)?',
    "(?:i )?(?:do not|don't|dont) want(?: (?:these|any of these|to be (?:texted|messaged|contacted)))+(?: anymore| any more| please)*",
    "(?:i'm |im |i am )?not interested(?: please| sorry)?",
    "(?:i(?:'m| am)? |im )?(?:hereby )?(?:revok(?:e|ing)|withdraw(?:ing)?|rescind(?:ing)?)(?: my| all| any)* (?:consent|permission)(?: (?:to|for|be|being|contacted|texted|messaged|receive|texts?|messages?|these|this|your|sms))*",
    '(?:my )?consent (?:is )?(?:revoked|withdrawn)',
    'bank stop',
    "i (?:do not|don't|dont|never|no longer) consent(?:ed)?(?: (?:to|this|these|those|your|any|receive|receiving|the|all|get|getting|texts?|messages?|be|being|texted|more))*",
    'lose (?:my|this) number',
    'im done (?:with )?(?:these |your |the )?(?:texts?|messages?|service)',
  ),
};
