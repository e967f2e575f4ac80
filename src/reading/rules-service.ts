import { rule, type FreeRule } from './free-rule.ts';

const share = "(?<account>[a-z]{0,3}\\d{1,2}|[a-z][\\w' -]{0,20}?)";
const ask =
  "(?:please |pls |can you |could you |would you (?:be able to )?|are you able to |i (?:want|need|have|would like) (?:you )?to |i'd like (?:you )?to |quick )*";
const myAccounts =
  '(?:all )?(?:of )?(?:my |the |our )?(?:(?:bank|banking|joint|checking|savings?) )*accounts?';
/** What asks about locking, or tells of it. */
const aboutLocking =
  "why|how|what|when|where|who|which|did|does|do|should|don'?t|didn'?t|not|never|no|can'?t|cannot|won'?t|couldn'?t|if|tried|trying|after|unlock|unfreeze|unblock|already|said|says|happens?|door|instead|way|possible|able|fee|cost";
const hurry = '(?: (?:now|please|pls|right away|immediately|asap|right now|quick|quickly|today))*';

/** Asked about and not ordered: told how it is done. */
const lockHelp: readonly FreeRule[] = [
  rule(
    'help',
    'en',
    '(?:how (?:do|can|would) i|how to|can i|what happens (?:if|when) i|where do i|what does) (?:lock|freeze|suspend|block)(?: (?:my |the |this )?(?:(?:bank|checking|savings?|joint) )*(?:accounts?|service|access|do|it|everything))*(?: down| do)?',
  ),
  rule(
    'help',
    'fr',
    '(?:comment|puis[- ]je|est ce que je peux) (?:bloquer|verrouiller|geler|suspendre) (?:mon |mes |le |tout )*(?:comptes?|acces|service)?',
  ),
  rule(
    'help',
    'es',
    '(?:como|puedo|como puedo) (?:bloqueo|bloquear|congelar|suspender|suspendo) (?:mi |mis |el |la |todo )*(?:cuentas?|acceso|servicio)?',
  ),
].map((one) => ({ ...one, topic: 'lock' }));

/** A wish to move money that names none: told how an order is written. */
const transferHelp: readonly FreeRule[] = [
  rule(
    'help',
    'en',
    "(?:please |i want to |i need to |i'd like to |i would like to |can i |could i |may i |how do i |how can i |how to |let me |can you |help me )*",
    '(?:make |do |set up |start |send )?(?:an? |another |the )?(?:internal )?(?:transfer|move|transfers|xfer)',
    '(?: (?:some |my )?(?:money|funds|cash))?',
    '(?: (?:between|among|from|to|with|within|in|into|out of|my|own|the|accounts?|shares?|and|checking|savings|one|another|here|by text|other))*',
    '(?: please| thanks)*',
  ),
  rule(
    'help',
    'en',
    "(?:please |i (?:want|need|have) to |i(?: would|'d) like to |can (?:i|you|we) |could (?:i|you) |may i |how (?:do|can) i |how to |let me |let's |help me |(?:can you )?(?:help|assist) me (?:in|with) |i(?: would|'d)? (?:like|need|want) (?:some )?help (?:with |in )?|what(?: is|'s) the (?:best |quickest |easiest )?(?:process|way) (?:to|of) )*",
    '(?:transfer|move|send|shift|transferring|moving|sending)(?: (?:(?:some|my|the) )?(?:money|funds|cash)(?: around)?|(?= from (?:this|that|one)))',
    '(?: (?:between|among|from|to|into|my|own|an?|the|this|that|accounts?|shares?|and|checking|savings|one|two|second|another|different|other))*',
    '(?: please| thanks)*',
  ),
  rule(
    'help',
    'fr',
    '(?:svp |je veux |je voudrais |je dois |comment |pouvez[- ]vous |puis[- ]je |est ce que je peux )*(?:faire )?(?:un |une )?(?:virement|virer|transferer|transfert|virements)',
    "(?: (?:de l'argent|mon argent))?(?: (?:entre|mes|comptes|de|vers|un|autre|compte|propres))*",
  ),
  rule(
    'help',
    'es',
    '(?:por favor |quiero |quisiera |necesito |como |puedo |como puedo |como hago para )*(?:hago |hacer )?(?:una )?(?:transferencia|transferir|transferencias|pasar|transfiero)',
    '(?: (?:dinero|mi dinero|fondos))?(?: (?:entre|mis|cuentas|de|una|cuenta|a|otra|propias))*',
  ),
  rule(
    'help',
    'fr',
    "(?:svp |je (?:veux|voudrais|dois) |j'ai besoin (?:de |d'aide pour )|il faut |comment (?:puis[- ]je |je peux )?|(?:aidez|aide)[- ]moi a |pouvez[- ]vous (?:m'aider a )?|puis[- ]je )*",
    "(?:virer|transferer|deplacer|envoyer|passer|faire passer) (?:de l'argent|mon argent|des fonds|mes fonds)",
    "(?: (?:entre|mes|comptes?|d'un|de|du|vers|sur|a|un|l'autre|autre|propres|mon|courant|l'epargne|epargne|deux))*(?: svp| merci)*",
  ),
  rule(
    'help',
    'es',
    '(?:por favor |(?:quiero|quisiera|necesito|debo|tengo que) |como (?:puedo |hago para )?|(?:ayudame|ayudeme) a |puede (?:ayudarme a )?|puedo )*',
    '(?:transferir|pasar|mover|enviar|mandar) (?:el |mi |algo de )?(?:dinero|plata|fondos)',
    '(?: (?:entre|mis|cuentas?|de|una|a|otra|la|mi|propias|dos|ahorros|corriente))*(?: por favor| gracias)*',
  ),
].map((one) => ({ ...one, topic: 'transfer' }));

/** Locking, hours and places, help; and what is in a share. */
export const serviceRules: readonly FreeRule[] = [
  ...lockHelp,
  rule(
    'balance',
    'en',
    "(?:(?:please |pls |can you |could you )*(?:tell|show) me )?(?:what is|what's|whats|wats|what do i have|how much is|how much) (?:there )?(?:in|on) (?:my |the )?",
    share,
    '(?: account| acct)?(?: right now| now| please| today)*',
  ),
  rule(
    'balance',
    'fr',
    "(?:combien|qu'est ce qu'il|qu'y) (?:il )?(?:y )?a(?: t il)? (?:sur|dans) (?:mon |ma |le |la |l')?(?:compte )?",
    share,
  ),
  rule(
    'balance',
    'es',
    '(?:cuanto|que) (?:dinero )?hay en (?:mi |la |el )?(?:cuenta )?(?:de )?',
    share,
  ),
  rule(
    'lock',
    'en',
    ask,
    '(?:lock|freeze|suspend|block|disable|shut down|lock down|lock up) (?:(?:all|my|the|this|down|of|everything on|bank) )*(?:accounts?|access|service|everything|it|it all|all|account access|banking|this down|money)',
    hurry,
  ),
  rule(
    'lock',
    'en',
    ask,
    '(?:lock|shut|freeze|block) (?:me out|(?:it|everything|this|that|them|all)(?: all)? (?:down|up)|my accounts? down)',
    hurry,
    '|',
    ask,
    '(?:stop|block) (?:all |any )?(?:access|activity|account access|access to (?:my |the )?accounts?)',
    hurry,
  ),
  // Said within a sentence (`someone has my phone, lock my account`): never where it is asked about or told of.
  rule(
    'lock',
    'en',
    `(?!.*\\b(?:${aboutLocking})\\b)(?!.*\\bcards?\\b.{0,60}\\b(?:lock|freeze|suspend|block|disable) it\\b)(?:.* )?(?:lock|freeze|suspend|block|disable) `,
    '(?:all )?(?:of )?(?:my |the |down )*(?:(?:bank |checking |savings )?accounts?|everything|it)(?: (?:down|now|please|pls|asap|immediately|right away|until .{1,30}|for (?:now|me)))*',
  ),
  rule(
    'lock',
    'en',
    `(?!.*\\b(?:${aboutLocking})\\b)(?:please |pls )?(?:lock|freeze|suspend) (?:all (?:of )?)?my (?:bank )?accounts?\\b.*`,
  ),
  rule(
    'lock',
    'en',
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
  rule(
    'lock',
    'fr',
    "(?:svp |s'il vous plait |pouvez[- ]vous |je veux |je voudrais |il faut |veuillez )*",
    "(?:bloquez?|bloquer|verrouillez?|verrouiller|geler|gelez|suspendre|suspendez) (?:(?:mon|mes|tous|tout|toute|le|les|l'acces a|a) )*(?:compte|comptes|acces|service|tout|tous)?",
    "(?: svp| s'il vous plait| maintenant| tout de suite| vite)*",
  ),
  rule(
    'lock',
    'es',
    '(?:por favor |puede |pueden |quiero (?:que )?|necesito (?:que )?|hay que )*',
    '(?:bloqueen|bloquee|bloquear|bloquea|bloqueame|congelar|congele|congelen|congela|suspender|suspendan) (?:(?:mi|mis|todas|todo|la|el|las) )*(?:cuentas?|acceso|servicio|todo)?',
    '(?: por favor| ya| ahora| mismo)*',
  ),
  rule(
    'unlock',
    'en',
    ask,
    '(?:unlock|unfreeze|unblock|how do i unlock|how can i unlock) (?:(?:my|the|this|all) )*(?:accounts?|access|service|it|everything)',
    hurry,
  ),
  rule(
    'unlock',
    'fr',
    '(?:debloquez?|debloquer|deverrouiller|deverrouillez?) (?:mon |mes |le |les )?(?:comptes?|acces|service|tout)(?: svp)?',
  ),
  rule(
    'unlock',
    'es',
    '(?:desbloquear|desbloquee|desbloqueen|desbloquea) (?:mi |mis |el |la )?(?:cuentas?|acceso|servicio|todo)(?: por favor)?',
  ),
  rule(
    'contact',
    'en',
    "(?:hi |hello |hey )?(?:what (?:are|is|r) |what's |whats |when (?:are|do|is|does) |are |is |do |does |where (?:is|are|can i find) |where's |wheres |what time (?:do|does|are|is) |give me |find |show me |tell me |i need |need |how late are |until what time are )*",
    '(?:(?:you|your|yall|the|a|an|there|any|nearest|closest|main|local|branch|lobby|credit union|bank|we|u|near) )*',
    '(?:hours|opening hours|business hours|open|opened|close|closed|closing|branch|branches|atm|atms|cash machine|phone number|phone|telephone number|contact number|address|location|locations|office|routing number|hours of operation|located)',
    '(?: (?:today|tomorrow|now|on|this|for|saturday|saturdays|sunday|sundays|weekend|weekends|the|monday|friday|holiday|near|nearby|me|here|located|around|at|right|please|open|closest|nearest|to|is|are|number|time|until|till|late))*',
  ),
  rule(
    'contact',
    'fr',
    "(?:quels sont (?:vos|les) (?:horaires|heures d'ouverture)|(?:vos|les) horaires|(?:a quelle heure|quand) (?:ouvrez|fermez|ouvre|ferme|ouvrent|est ce que (?:vous |la banque )?(?:ouvrez|fermez|ouvre))(?:[- ]vous)?.*|(?:etes|est)[- ]vous (?:ouverts?|fermes?).*|(?:quel est )?(?:votre|le) (?:numero(?: de telephone)?|adresse|telephone)|ou (?:est|se trouve|y a t il|trouver)[- ]?(?:la |l'|le |un |une |votre )?.*(?:agence|distributeur|guichet|succursale).*)",
  ),
  rule(
    'contact',
    'es',
    '(?:cual es (?:su|el|tu) (?:horario|telefono|numero|direccion)(?: de (?:telefono|atencion|contacto))?|a que hora (?:abren|cierran|abre|cierra).*|(?:estan|esta) (?:abiertos?|cerrados?).*|(?:donde|en donde) (?:esta|queda|hay|encuentro|estan) (?:la |el |un |una |su |los |las )?.*(?:sucursal|sucursales|cajero|cajeros|oficina|banco).*|(?:numero de )?telefono|horarios? de atencion|(?:el |la )?(?:cajero|sucursal|oficina) mas (?:cercan[oa]|proxim[oa]))',
  ),
  ...transferHelp,
  rule(
    'help',
    'en',
    "(?:hi |hello |hey )?(?:what can (?:i|you|u) (?:do|say|ask|type|text|send)(?: here| for me| with this)?|what do i (?:type|text|say|send)|how (?:does|do) (?:this|it|i use this)(?: thing)?(?: work)?|what are (?:the|your|my) (?:commands|options)|(?:please )?help(?: me)?(?: please| out| now)*|i need (?:some )?help|can you help(?: me)?|show (?:me )?(?:the |your |all )?commands|(?:what|which) commands (?:are there|do you have|can i use)|(?:list|list of|list the|list all)(?: of)?(?: the)? commands|i don'?t (?:understand|know what to (?:do|say|type))|how do i use this|options|instructions)",
  ),
  rule(
    'help',
    'fr',
    "(?:que (?:puis[- ]je|peux[- ]tu|pouvez[- ]vous) (?:faire|demander|dire)|comment (?:ca|cela) (?:marche|fonctionne)|aidez[- ]moi(?: svp)?|j'ai besoin d'aide|besoin d'aide|(?:quelles sont |liste des |les )?commandes|au secours|je ne comprends pas)",
  ),
  rule(
    'help',
    'es',
    '(?:que puedo (?:hacer|pedir|decir|escribir)(?: aqui)?|como (?:funciona|se usa)(?: esto)?|ayudame|ayudeme|me puede(?:s)? ayudar|necesito ayuda|(?:cuales son |lista de )?(?:los )?comandos|no entiendo)',
  ),
  rule(
    'decline',
    'en',
    "(?:no|nope|nah) (?:don'?t|do not|thanks|thank you|thank u|please don'?t|never ?mind)(?: do (?:it|that))?|don'?t(?: do (?:it|that)| move it| send it)?|never ?mind(?: thanks)?|do not do (?:it|that)|forget it",
  ),
  rule('decline', 'fr', 'non merci|laisse tomber|laissez tomber|ne le faites pas|surtout pas'),
  rule('decline', 'es', 'no gracias|no lo haga|mejor no|olvidalo'),
];
