import type { OrderWords } from '../../../reading/lexicon/order-words.ts';

/** Orders in free wording, in English. `make a` belongs to the noun that follows. */
export const orders: OrderWords = {
  verbs: 'transfer xfer move put shift send take add pull deposit',
  openings: [
    /^(?:(?:please|pls|hi|hello|hey|ok|okay|kindly) )*(?:(?:can|could|would|will) you (?:please |kindly )?|i (?:want|need|would like|wanna|wish|have|got) (?:you )?to |i (?:must|gotta) |i've got to |i'd like (?:you )?to |let's |go ahead and )(?:(?:please|make|do) (?:an? )?(?:(?:quick|immediate|instant|internal|new|one-time) )*)?/,
    /^(?:(?:please|pls) )?(?:make|do) (?:an? )?(?:(?:quick|immediate|instant|internal|new|one-time) )*(?=(?:\S*\d\S* (?:dollars? |bucks? )?)?transfer )/,
    /^(?:(?:ok|okay|yes|yeah|yep|sure|alright|now|just|then|so|good (?:morning|afternoon|evening)) )+(?:please )?(?=(?:transfer|xfer|move|put|send) )/,
    /^(?:(?:please|hi|hello|hey) )*(?:i (?:want|need|would like)|i'd like) (?=\S*\d\S* (?:dollars? |bucks? )?(?:transfer(?:r?ed)?|moved|put|sent) )/,
  ],
  courtesy: 'please|pls|kindly',
  looseVerbs: 'take add pull deposit',
  outWords: 'out',
  afterFigure: { words: 'transfer transfered transferred moved put sent', verb: 'transfer' },
  moneyNouns: 'money funds cash',
  moneyLeads: 'some my the',
  steps: 'and then',
  secondVerbs: 'then put move add deposit send transfer',
  its: 'put it them that',
  itsLater: 'it them',
  tails: 'please pls plz thanks thank you now today right away for me immediately asap',
  payOwn: {
    head: /^(?:(?:please|pls|hi|hello|ok|kindly) )*(?:(?:can|could|would) you (?:please )?|i (?:want|need|would like|have) to |i'd like to |let me )?(?:please )?(?:pay(?! off)(?: down)?|make (?:a |an |my )?(?:extra )?(?:loan |car )?payment(?: of)?|put) /,
    // `put` is only a payment with `toward`.
    onlyWith: { ending: 'put ', pattern: / towards? / },
  },
  payOwnBetween: 'to on onto toward towards into against off a',
  payOwnFrom: 'from',
  purposes: {
    vehicle: 'car auto truck vehicle',
    home: 'home house mortgage',
    studies: 'student',
    boat: 'boat',
    personal: 'personal',
  },
  exampleLeads:
    'e\\.? ?g\\.?|i\\.? ?e\\.?|eg|ex|ex\\.|example|for example|for instance|like|such as|say|try|type|write|send|text|fwd?|fw|re',
  exampleHeads: 'lock\\b|transfer\\b',
  exampleWhole: 'lock',
  denying: `not don't dont didn't didnt never no why did does do how what when already sent failed wrong undo cancel stop can't cannot`,
  stopsFirst: /^(?:please |pls |i (?:want|need) to )*(?:stop|cancel|put a stop|undo)|\breversed\b/,
};
