import { sentence } from '../../../reading/free-rule.ts';
import type { StopRules } from '../../../reading/lexicon/free-rules.ts';

const ask =
  '(?:please |pls |plz |just |kindly |can you |could you |would you |i want you to |you need to )*';
const things =
  '(?:texts?|text messages?|texting|messages?|messaging|sms|alerts?|notifications?|dms?|direct messages?|notices?|spam|junk|crap|updates?|tweets?|contact|communications?)';
const end =
  '(?: (?:me|us|to me|to us|to this number|to my phone|here|from you|from your bank|anymore|any more|any longer|ever|again|now|please|pls|thanks|thank you|immediately|already|today|forever|right now|at all|at once))*';

export const stop: StopRules = {
  stop: [
    sentence(
      ask,
      '(?:stop|quit|cease|end|cancel|discontinue|disable|turn off|no more|enough)(?: (?:with|sending|getting|receiving|of))*(?: me| us)?',
      '(?: (?:any|more|these|those|this|the|your|all|of|my|stupid|annoying|damn))*',
      ` ${things}`,
      end,
    ),
    sentence(
      ask,
      '(?:stop|quit|cease) (?:texting|messaging|contacting|spamming|bothering|writing|sending|dming|dm ing|writing to)(?: (?:me|us|this|to me|(?:to )?(?:this|my) (?:number|phone)))?(?: .{0,20}',
      things,
      '| (?:any )?(?:these|this|those|anything|more|stuff))?',
      end,
    ),
    sentence(
      '(?:how (?:do|can) i|how to|i want to|i need to) (?:stop|end|quit|turn off|cancel|disable)',
      '(?: (?:getting|receiving|the|these|those|your|all|any|my))*',
      ` ${things}`,
      end,
    ),
    sentence(
      ask,
      "(?:don'?t|do not|never) (?:ever )?(?:send|text|message|contact|bother|write|dm|write to)(?: (?:me|us|this number))?(?: (?:any|more|these|those|your|such))*",
      `(?: ${things})?`,
      end,
    ),
    sentence(
      "(?:please )?i (?:do not|don'?t|no longer|never)(?: ever)? (?:want|need|wish|like)(?: to)?(?: (?:get|receive|have|be getting))?(?: (?:any|more|these|those|your|anymore|to be))*",
      `(?: ${things}|texted|messaged|contacted)`,
      end,
    ),
    sentence(
      ask,
      "(?:i want to |i would like to |i'd like to |i wish to |how do i |how can i |let me )?(?:unsubscribe|opt ?-?out|opt me out|remove (?:me|my number|this number)|take (?:me|my number) off|unenroll(?: me)?|unsub|cancel (?:my |this |the )?(?:subscription|service|text service|enrollment|membership to this list)|sign me off|delete my number|get me off)(?: me)?",
      '(?: (?:from|of|off|to|this|these|your|the|my|all|list|lists|service|program|subscription|texting|texts?|messages?|sms|alerts?|messaging|number))*',
      end,
    ),
    sentence(
      '(?:please )?(?:i (?:want to |wish to |hereby )?)?(?:revoke|withdraw|cancel) (?:my |all |any )*(?:consent|permission|authorization|opt ?-?in)(?: (?:to|for) (?:texts?|messages?|text messages?|texting|sms|this|these|be texted))*',
      end,
    ),
    sentence(
      ask,
      "(?:i (?:want to |would like to )?|i'd like to )?(?:deactivate|disenroll|unenroll|deregister|unregister|opt ?-?out)(?: me| us)?(?: (?:from|of|my|the|this|all|sms|phone|number|service|texting|texts?|messages?|alerts?|banking))*",
      end,
    ),
    sentence(
      '(?:please )?(?:no (?:more )?(?:texts?|sms|messages?|dms?|alerts?)|delete me(?: from (?:your|this|the) lists?)?|(?:you have|this is|u have) the wrong (?:number|person)',
      '|turn (?:these|this|them|it|those) off|turn off (?:these|this|those)|(?:i said|i told you to|just|now) stop|enough(?: already| of this| is enough)?|s t o p|stop ?-?all',
      "|i(?:'m| am) done (?:with )?(?:these |your |the )?(?:texts?|messages?|service)|i no longer want (?:this|these|it)|(?:stop|quit|end) (?:with )?(?:these|those|them|this service|the service))(?: please| now| thanks)*",
    ),
    sentence(
      '(?:please )?(?:leave me alone|go away|wrong number|i want out|stop it|stop this|stop that|stop please|please stop|stop stop.*|lose my number|get lost|make it stop)(?: please| now)*',
    ),
  ],
  start: [
    sentence(
      '(?:please )?(?:start|resume|restart|resubscribe|subscribe|opt ?-?in|opt me (?:back )?in|sign me (?:back )?up|turn on|begin)(?: (?:me|again|sending|texting|receiving|my|the|these|your))*(?: (?:texts?|messages?|messaging|sms|alerts?|service))?(?: again| please| me)*',
    ),
  ],
};
