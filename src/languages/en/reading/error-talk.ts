import type { ErrorWords } from '../../../reading/lexicon/error-words.ts';

/** Who did it, how people ask about it, and what makes it something else, in English. `lexicon/error-words.ts` explains the notation. */
export const errorTalk = {
  notMe:
    'not me, wasnt me, isnt me, aint me, werent me, not mine, isnt mine, wasnt mine, arent mine, aint mine, not my, isnt my, wasnt my, arent my, aint my, not by me, wasnt us, not ours, doesnt belong to me, does not belong to me, not belong to me, dont belong to me, not my doing',
  byMe: 'by me, by us, responsible, aware, seen before, ever seen',
  without:
    'without my permission, without permission, without my consent, without my knowledge, without my authorization, without authorization, without me knowing, without asking, without telling me, without my ok, w o my permission, w out my permission, behind my back',
  someone:
    'someone, someone else, somebody, some1, sum1, somone, somebdy, smbdy, some one, they, he, she, a thief, stranger, my ex, my son, my daughter, my husband, my wife, my roommate',
  stranger:
    'someone, someone else, someone besides me, somebody, somebody else, some1, sum1, someone i, a thief, stranger, anyone else, people are',
  you: 'you, u, ya, yall, you guys',
  self: 'i, ive, im, we, weve',
  my: 'my, our',
  what: 'what, whats, wat, wats, wut, wht, wtf, wth, which, what the heck, what the hell',
  unsure:
    'idk, dunno, no clue, no idea, not sure, dont know, not know, cant figure out, dont understand, not understand, unsure, unsure of, unsure about, not sure about, not sure of',
  who: 'who, whos, whose',
  why: 'why, how come, y did, y was, y am, y are, y is, y r, wy',
  whyThere:
    'why is there, why are there, why is there are there, y is there, y are there, why theres, how come theres, how come there is, how come there are',
  where:
    'where is, where are, wheres, where did my, where did the, where my, were is my, wheres my, where has my, what happened to, what happened with',
  whence:
    'came from, come from, comes from, coming from, originating, where did this, where is this from, where does this',
  this: 'this, that, these, those, dis, dat',
  the: 'the, a, an',
  at: 'from, at, by, in, on',
  forWhat: 'for',
  thereIs:
    'there is, theres, there are, i see, im seeing, i saw, i found, i noticed, i can see, i now see, ive seen, i just saw',
  isThere: 'is there, are there, if there, will there',
  legit: 'legit, legitimate, real, valid, mine, normal, correct',
  not: 'not, didnt, dont, doesnt, wasnt, isnt, havent, hasnt, hadnt, werent, arent, wont, never, nvr, didn, dint, didint, refuses to, refused to',
  did: 'made, make, do, did, done, authorize*, authorise*, approve*, sent, send, sign, signed, initiate*, request*, agree*, agreed, spend, consent*, schedule*, set up, set, transferred, withdraw, withdrew, perform*, create*, submit*, complete, completed, place, placed, sign up for, signed up for, sign up, signed up, subscribe*, accept, accepted, put, make it',
  buy: 'buy, bought, order, ordered, purchased',
  recognize:
    'recogni*, recall, know who, know the name, know what, remember, know about, know this, know that, know these, know those, familiar, reconize, recgonize, reckognize',
  cantRecall:
    'cant recall, cannot recall, cant remember, cannot remember, cant recognize, cant recognise, cannot recognize, cannot recognise, cant place, cant identify',
  neverBeen:
    'never been to, never been in, never been there, never heard of, never shopped, never go to, never used, not been to, havent been to, dont shop, not shop, dont have an account with, wasnt in, was not in, wasnt even in',
  anything: 'anything, nothing, something',
  canceled: 'canceled, cancelled, cancel, canceling, returned, unsubscribed, ended my',
  still:
    'still, keep, keeps, kept, continue*, after, anyway, but, again, although, though, even though, however',
  only: 'only, but, instead, instead of, rather than, just',
  shouldBe:
    'should be, should have been, should of been, supposed to be, shouldve been, should show, ought to be, was supposed to, should only have, should only be, should just be, should only show, shouldve gotten, shouldve got, shouldve received, should have gotten, should have got, should have received, should of got',
  shouldNotBe:
    'shouldnt be, should not be, should not have been, shouldnt have been, not supposed to be, isnt supposed to be, wasnt supposed to be, not suppose to be, dont belong, doesnt belong, does not belong',
  dispute:
    'dispute, disputing, disputed, disputes, contest, contesting, file a claim, open a claim, start a claim, make a claim, chargeback, charge back, fraud claim, file a fraud claim, open a fraud claim, fraud report, file a fraud report, disagree with',
  report: 'report, reporting, alert you, notify',
  reverse: 'reverse, reversed, undo, take off, remove, credit back, credit me back, fix',
  moneyBack: 'my money back, money back, back my money, the money back, dollars back, my cash back',
  own: 'i was wrong, i am wrong, im wrong, my mistake, my bad, i made a mistake, i made an error, i messed up, i meant, i mean, make it, i typed, oops, whoops, typo, my fault, my error, sorry wrong, sorry i',
  supposing:
    'what if, what happens if, what happens when, how do you protect, how do i protect, how can i protect, how do you handle, how to prevent, how to avoid, in case, can someone, can somebody, could someone, could somebody, can my, could my, safe from, statistics, difference between, define, meaning of, how common, will i be charged, will i get charged, would i be charged, would i get charged, do i incur, do you charge, do u charge, do yall charge, if i use, if i travel, stop someone, block someone, keep someone, stop anyone, going to steal, how to avoid, how do i avoid, what happens to',
  topic:
    'avoid, prevent, prevention, protection, protected from, protect me, alert, alerts, insured, policy, safety tips, awareness',
  social:
    'between, among, friend, friends, family, resolution, policy, ticket, neighbor, neighbors, landlord, parking, election, game, movie, lunch',
  things:
    'bike, bicycle, lunch, car, truck, package, packages, keys, seat, spot, idea, ideas, heart, dog, cake',
  cameTo: 'make it to, make it home, make it there, make it on time, make it in time, make it out',
  status: 'pending, declined, due, scheduled, routing',
  remaining: 'how much is missing to',
  order: 'move, transfer, send, put, pay',
  please:
    'please, pls, plz, hi, hello, hey, can you, could you, i want to, i need to, id like to, i would like to, i wanna, need to, want to, how do i, how can i, how to, can i, can someone tell, can someone help, can someone explain, can someone look, can someone check, can someone please, can somebody tell, can somebody help, can somebody explain, could someone tell, could someone help, could someone explain, let me, lets me',
  nothing:
    'money market, money order, money orders, lunch money, debit card pin, double check, doublecheck, double checking, in charge, free of charge, take charge, charge my, charge your, charge his, charge her, charge the phone, charge it up, charge up, battery charge, transfer limit, transfer limits, deposit box, deposit slip, payment due, payment date, error message, error code, error when, error trying, error while, wrong number, wrong person, wrong address, wrong pin, wrong password, wrong code, credit card, gift card, business card, report card, yo mama, gone fishing, no problem, no worries, no thanks, not sure if, fraud alert, fraud alerts, fraud department, fraud number, fraud line, took me, take a look, my account number, account number, post office, post it, hit me, where did i, get there, no fee, no fees, what if, stole the show, stole my heart, taking so long, taking too long, taking forever, taking long, take so long, takes so long, taking a while, transferred to an agent, how many times, who sent me, who paid me, use all my money, spend all my money, touch all my money, access all my money, isnt my deposit available, isnt my money available, isnt my check available, cant remember how much',
} as const satisfies Partial<ErrorWords>;
