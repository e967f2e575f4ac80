import type { CommandWords } from '../../../reading/lexicon/command-words.ts';
import { fieldOf } from '../../command-entries.ts';
import { enCommands } from '../commands.ts';

/** The words that start a command in English, and how command words are read. */
export const commands: CommandWords = {
  begins: fieldOf(enCommands, 'begins'),
  pairs: {
    'not me': { intent: 'dispute' },
    'opt out': { intent: 'stop', only: true },
    'opt in': { intent: 'start', only: true },
  },
  wholePairs: ['balance check'],
  verbHeads: 'check list last',
  lastHeads: 'last',
  holdHeads: 'hold',
  checkHeads: 'check',
  payHeads: 'pay',
  everydayOrders: 'move send put',
  plainOrders: 'transfer',
  noNames: `in on i me you he she it we they him them us this that these those here there are is was were be am do does did have has will would
    can could should not no yes what which who where when how why and or but all some any none everyone someone somebody real one transfer move send put pay`,
  talkKinds: 'share draft',
  payTo: 'to',
  noPayees: `my the bill bills for off it me you this that by at only about than over under day rate raise attention back extra more less
    up all rent cash half double part`,
  stopTails: `all alls text texts texting message messages messaging alert alerts please pls now it me this these the my
    subscription service notification notifications program programme dm to from you your everything`,
  answerTails: 'thanks thank you u please pls thx',
  helpHeads: 'help',
  helpLinks: 'with about',
  helpMe: 'me',
  helpAll: 'all commands menu list',
  placeHeads: 'branch',
  dropHeads: 'cancel end quit',
  carriers: 'help',
  compounds: [
    // Credit unions' own words: a share draft account is checking, share savings are savings.
    [/\bshare[ -]drafts?(?: (?:account|acct)s?)?(?![\p{L}\p{N}])/giu, 'draft'],
    [/\bshare[ -](savings?)(?: (?:account|acct)s?)?(?![\p{L}\p{N}])/giu, '$1'],
  ],
  own: `the my what what's is are how much many do does did have has i when where which why who can could please show me tell this that these
    was were will would your you balance account money savings checking deposit deposits check latest left available any there`,
  ordinary: `thanks thank this that them they then than what when where who whom lost list least best rest test text next nest most mist
    must fast past cast east vast host cost post dust just fist hint mind mine mini main lion love move mode code core come some
    home hope hold hole cold gold bold told sold fold hello help hell held heel heal heap sand send sent lend bend mend spend
    seed lock look luck lick clock block dock rock sock loan lean load lord lore more mere mare male sore tore wore fore four
    hour hours your yours house horse mouse person parson train trains trainer brain check cheek chick chuck chess chest chance
    change charge cherry branch brunch trench french human humans agent agents scent event client clients limit limits admit
    permit count counts amount account recount country money honey monkey monday sunday today balance valance dance ballet ballot
    detail retail retails details history mystery transit transfer translate transport transform trance friends friend great
    groan freeze breeze frozen suspect suspend deposit deposits withdraw withdrew withdrawn credit credits debit debt debut bills
    bill ball balls bell bells bull full fall pull pulls dull doll hills till wall well will mall call calls tall statement state
    station stating active action actions motion native talking walking connecting contacting content contents canned planned
    stranger strangers pending bending sending spending lending mending ending wedding reading contact contract contacts fraud
    freud froud cancel council counsel cheer cheers cheap unlock inlock pay play lay say day may way hay ray bay saldo stock
    stoop stops store story sport short shirt status info into onto menu vend rend fend command commend demand shop shops step
    steps slop slot slow stow stomp strop swop atop spot crop chop drop flop prop snap stab stay star stars stark stare starts
    started smart tart stair stairs stack stamp suit suite quite quiet quiz quid quip quilt quits quitter auto actor halo arrest
    caret cancer cancels canceled candle canal angel chancel evoke revoked provoke invoke resumes resumed presume assume consume
    moved moves transferred transfered locked locks blocked paid pays payed optic option opting options outfit layout commands
    accent accents last lasts late later lists light night right sight might fight eight weight
    site personal player movie value limited lack helps historical hits acts neck aside representatives transition prayer
    compete sole balanced codes sends valve retire suited debts stat alot chicks relieve aided abide humane vile freezer
    conform suites menus aides compute necks debuts heist transformer dips freezes retires relive sens mover codex deport
    soles valet hast hoist helo nice site mints thks translation translations persons`,
};
