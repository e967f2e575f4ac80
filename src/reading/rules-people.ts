import { rule, type FreeRule } from './free-rule.ts';

const person =
  '(?:person|human|human being|agent|representative|rep|someone|somebody|anyone|anybody|people|banker|teller|manager|associate|advisor|adviser|support|operator|employee|staff|customer service)';

/** What kind of payment it is that is stopped. */
const manner =
  '(?:(?:recurring|automatic|auto|pending|last|latest|recent|previous|incorrect|wrong|duplicate|direct|standing|scheduled|bank|wire) )*';

/** Nothing but the wish to cancel a transfer: while one waits for its OK, that one is meant. */
export const cancelsTransfer =
  /^(?:(?:please |pls |can you |could you |i want to |i need to |i'?d like to |i would like to )*(?:cancel|stop|void|abort) (?:(?:the|my|that|this|pending) )*transfer(?: please| pls| now| thanks| thank you)*|(?:svp |je veux |je voudrais |veuillez )*(?:annule[rz]?|arrete[rz]?|bloque[rz]?) (?:le|mon|ce) virement(?: svp| s'il vous plait| merci)*|(?:por favor |quiero |necesito )*(?:cancel(?:ar|a|e|en)|det(?:ener|enga)|anul(?:ar|a|e)|parar?|pare) (?:la|mi|esta|esa) transferencia(?: por favor| gracias)*)$/;

/**
 * Texts for people: to reach one, to stop a payment, to say that it was someone else. They come before all other rules,
 * since what such a sentence names (`stop`, `transfer`, `check`) is no command in it.
 */
export const peopleRules: readonly FreeRule[] = [
  // A payment is stopped by people; it is not STOP.
  rule(
    'agent',
    'en',
    '(?:.* )?(?:stop|cancel|block|hold|void|terminate) (?:a |an |the |my |that |this |all )*',
    manner,
    '(?:payments?|checks?|cheques?|transfers?|deposits?|cards?|debits?|ach|autopay|direct deposit|transaction|order|purchases?)\\b.*',
  ),
  rule(
    'agent',
    'en',
    '(?:.* )?(?:reverse|revert|undo) (?:a |an |the |my |that |this )*',
    manner,
    '(?:payments?|transfers?|deposits?|debits?|transactions?|purchases?|charges?)\\b.*',
  ),
  rule(
    'agent',
    'en',
    '(?:.* )?(?:my|the|this|that|an?) (?:\\w+ ){0,2}(?:payments?|transfers?|transactions?|debits?|orders?|purchases?) (?:.{0,40} )?(?:needs? to|has to|have to|must|should) be (?:cancell?ed|stopped|reversed|reverted|voided|undone)\\b.*',
  ),
  rule('agent', 'en', '.*\\bstop payments?\\b.*'),
  rule(
    'agent',
    'fr',
    '.*\\b(?:opposition|opposer)\\b.*|.*\\b(?:annuler?|annulez|arreter|arretez|bloquer|bloquez) ',
    "(?:(?:un|le|mon|ma|la|ce|les|mes) |l')?(?:(?:dernier|prochain|recent)s? )?(?:cheques?|paiements?|carte|virements?|prelevements?)\\b.*",
  ),
  rule(
    'agent',
    'fr',
    '(?:.* )?(?:cheque|paiement|virement|prelevement|achat) (?:.{0,40} )?(?:doit|devrait) etre (?:annule|arrete|bloque)\\b.*',
  ),
  rule(
    'agent',
    'es',
    '.*\\b(?:cancelar|cancela|cancele|cancelen|anula|anule|detener|detenga|bloquear|bloquee|suspender|parar|pare|anular) ',
    '(?:(?:un|el|mi|la|los|mis|este|ese|una) )?(?:(?:ultim[oa]|proxim[oa]) )?(?:pago (?:del?|de un) )?',
    '(?:cheques?|pagos?|tarjeta|transferencia|debito|compra)\\b.*',
  ),
  rule(
    'agent',
    'es',
    '(?:.* )?(?:cheque|pago|transferencia|debito|compra) (?:.{0,40} )?(?:debe|debe de|tiene que) ser (?:cancelad[oa]|anulad[oa]|detenid[oa])\\b.*',
  ),
  rule(
    'agent',
    'en',
    '.*\\b(?:transfer|connect|put|forward|switch|direct) me (?:to|through|over|with)\\b.*',
  ),
  rule(
    'agent',
    'en',
    '(?:.* )?(?:speak|speaking|talk|talking|chat|chatting) (?:to|with) .*\\b',
    person,
    '\\b.*',
  ),
  rule(
    'agent',
    'en',
    "(?:.* )?(?:i need|i want|i'd like|get me|give me|need|want|find me) (?:to |help from |to talk to |to reach |a call from )*",
    '(?:a |an |the |some |your )?(?:real |live |actual |human )*',
    '(?:human|person|human being|agent|representative|rep|banker|teller|operator|customer service)(?: please| now| to help me)*',
  ),
  rule(
    'agent',
    'en',
    '(?:please )?(?:call me(?: back| please| now)*|have (?:someone|somebody) call me(?: back)?(?: please)?',
    '|can (?:someone|somebody|you|a person|an agent) (?:please )?(?:call|help) me(?: please| back)*',
    '|(?:a |the )?customer (?:service|support|care)(?: please)?|(?:a |an )?(?:real|live|actual) (?:person|human|agent|rep|representative)(?: please)?',
    '|is (?:anyone|anybody|someone) there|(?:anyone|anybody) there|i have a (?:question|problem|complaint)|i want to complain',
    '|(?:contact|reach|get|call) (?:support|customer (?:service|support|care)|an? (?:agent|person|human|rep|representative))(?: please)?',
    "|(?:please )?(?:i (?:want|need|would like) to|i'd like to|can i|could i|let me) (?:speak|talk|chat) (?:to|with) (?:my |the |your |a )?(?:branch|credit union|bank|loan department|fraud department|department|manager|you)(?: please| now)*",
    '|is there (?:a |an |any )?(?:real |live )?(?:person|human|agent|someone|anyone)(?: (?:there|here|available|i can (?:talk|speak|chat) (?:to|with)|to (?:talk|speak) to))*)',
  ),
  rule(
    'agent',
    'fr',
    '(?:.* )?(?:parler|discuter|echanger|joindre|contacter|parle|avoir) (?:(?:a|avec|au) )?(?:un |une |le |la |mon |ma )?',
    "(?:vraie? )?(?:conseiller|conseillere|humain|personne|quelqu'un|agent|responsable|service client|representant)\\b.*",
  ),
  rule(
    'agent',
    'fr',
    '(?:(?:appelez|rappelez)[- ]moi|je veux (?:un|une) (?:conseiller|conseillere|personne|humain)|(?:le )?service client(?:ele|s)?)',
    "(?: svp| s'il vous plait)?",
  ),
  rule(
    'agent',
    'fr',
    "(?:(?:un|une|le|la) )?(?:vraie? )?(?:conseiller|conseillere|humain|personne|agent|representant)(?: svp| s'il vous plait| maintenant)*|aide d'une personne",
  ),
  rule(
    'agent',
    'es',
    '(?:(?:un|una|el|la) )?(?:agente|persona|humano|representante|asesor)(?: real| por favor| ya)*',
  ),
  rule(
    'agent',
    'es',
    '(?:.* )?(?:hablar|comunicarme|platicar|hablo|contactar) (?:con|a) .*',
    '\\b(?:agente|persona|alguien|representante|humano|asesor|asesora|servicio|ejecutivo|gerente)\\b.*',
  ),
  rule(
    'agent',
    'es',
    '(?:llamenme|llameme|me pueden? llamar|(?:necesito|quiero) (?:un|una|a un) (?:agente|persona|asesor|humano|representante)',
    '|(?:servicio|atencion) al cliente)(?: por favor)?',
  ),

  rule(
    'dispute',
    'en',
    "(?:.* )?(?:was ?n'?t me|was not me|isn'?t me|is not me|not me|never me|wasn'?t mine|is ?n'?o?t mine|(?:was|is) not mine|not mine|is ?n'?o?t my (?:transaction|transfer|charge|purchase|withdrawal|payment)|is not my (?:transaction|transfer|charge|purchase|withdrawal|payment))(?: .*)?",
  ),
  rule(
    'dispute',
    'en',
    "(?:.* )?i (?:did ?n'?o?t|did not|never|have ?n'?o?t) (?:make|made|do|done|authori[sz]ed?|approved?|buy|bought|send|sent|ask for|do)",
    ' (?:this|that|it|these|those|any of)(?: .*)?',
  ),
  rule(
    'dispute',
    'en',
    "(?:.* )?(?:do not|don'?t|didn'?t) (?:recogni[sz]e|know) (?:this|that|the|a|these|those) (?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|purchases?)(?: .*)?",
  ),
  rule('dispute', 'en', '(?:.* )?victim of (?:.{0,30} )?(?:fraud|theft|scam)\\b.*'),
  rule(
    'dispute',
    'en',
    '(?:.* )?(?:unauthori[sz]ed|fraudulent|suspicious) (?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|activity)(?: .*)?',
  ),
  rule(
    'dispute',
    'en',
    "(?:i think |i believe |help )?(?:(?:(?:this|that|it) (?:is|was) |it's |that's )?(?:a )?scam|this is fraud|(?:i want to |i need to |i'd like to |i would like to )?report (?:a )?(?:fraud|scam|unauthorized .*)|i(?:'ve| have)? been (?:scammed|hacked|robbed)|(?:someone|somebody|they) (?:stole|took|is stealing|used|hacked|is using|accessed|got into|has) my (?:money|accounts?|card|login|password)|(?:someone|somebody) (?:took|stole|withdrew|moved|transferred|is taking) (?:my |some )?(?:money|cash|funds) (?:from|out of) my (?:accounts?|checking|savings)|i(?:'ve been| was| got) (?:scammed|hacked|robbed)|my account (?:was|has been|is|got) (?:hacked|compromised))(?: .*)?",
  ),
  rule(
    'dispute',
    'en',
    "(?:please |i want to |i need to |i'd like to |i would like to |can i |how do i )*dispute (?:an? |the |this |that |my |last |some |of )*(?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|purchases?|this|that|it|one|[\\d.,]+(?: dollars?)?)(?: please| now| on (?:my )?(?:account|checking|savings|\\d))*|i dispute (?:this|that|it|the|a)(?: .{0,30})?",
  ),
  rule(
    'dispute',
    'fr',
    "(?:.* )?(?:(?:ce )?n'(?:est|etait) pas moi|c'(?:est|etait) pas moi|(?:ce n'est|c'est|ce n'etait) pas (?:moi|de moi)|pas moi|je n'ai (?:pas|jamais) (?:fait|autorise|effectue)|j'ai pas (?:fait|autorise)|je ne reconnais pas)(?: .*)?",
  ),
  rule(
    'dispute',
    'fr',
    "(?:(?:je veux |je voudrais )?(?:contester|signaler) (?:une|un|cette|ce|la|le|l')? ?(?:operation|transaction|fraude|debit|virement|prelevement)(?: .*)?|(?:(?:je crois que |je pense que )?(?:c'est|c'etait|ce serait) )?(?:une |un )?(?:arnaque|escroquerie|fraude)|operation frauduleuse|(?:on m'a|j'ai ete) (?:vole|pirate|arnaque)e?(?: .*)?)",
  ),
  rule(
    'dispute',
    'es',
    '(?:.* )?(?:(?:yo )?no fui(?: yo)?|no era yo|no soy yo|no lo hice|yo no lo (?:hice|autorice)|(?:yo )?no (?:hice|autorice|reconozco) (?:esto|eso|ese|este|esa|esta|la|el|un|una|unos|unas|ningun|ninguna)(?: .*)?|(?:cargo|transaccion|transferencia) no (?:autorizad[oa]|reconocid[oa]))',
  ),
  rule(
    'dispute',
    'es',
    '(?:(?:quiero |necesito )?(?:reportar|denunciar|disputar) (?:un |una |el |la |este |esta )?(?:fraude|cargo|transaccion|transferencia)(?: .*)?|me (?:han )?(?:robaron|robado|estafado)|(?:(?:esto )?(?:es|fue|ha sido) )?(?:una |un )?(?:estafa|fraude)|me (?:hackearon|estafaron|robaron (?:dinero|plata|de mi cuenta|mi dinero))(?: .*)?)',
  ),
];
