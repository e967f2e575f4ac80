import type { Language } from '../language.ts';
import type { PlainIntent } from '../reading.ts';

/**
 * Free wording, as rules that can be listed and tested. Each looks at the text in lower case without accents and
 * punctuation; the first that matches decides. Groups: `account`, `count`, `number`.
 *
 * No rule here moves money: orders in free wording go through the same reader as commands (`free-order.ts`).
 */
export interface FreeRule {
  readonly intent:
    | PlainIntent
    | 'balance'
    | 'history'
    | 'deposits'
    | 'withdrawals'
    | 'checks'
    | 'holds'
    | 'help'
    | 'details';
  readonly language: Language;
  readonly pattern: RegExp;
}

const rule = (intent: FreeRule['intent'], language: Language, pattern: string): FreeRule => ({
  intent,
  language,
  pattern: new RegExp(`^(?:${pattern})$`, 'u'),
});

/** What a share may be called inside a sentence. */
const share = "(?<account>[a-z]{0,3}\\d{1,2}|[a-z][\\w' -]{0,20}?)";
/** A suffix needs no preposition. */
const suffix = '(?<account>[a-z]{0,2}\\d{1,2})';
const inEn = `(?: (?:(?:in|on|of|for|from|at) (?:my |the )?${share}(?: account| acct| share)?|${suffix}))?`;
const inFr = `(?: (?:(?:sur|dans|de|du|d'|pour) (?:mon |ma |le |la |l'|compte )*${share}(?: compte)?|${suffix}))?`;
const inEs = `(?: (?:(?:en|de|del|para) (?:mi |la |el |cuenta |cuenta de )*${share}|${suffix}))?`;
const ask =
  "(?:(?:please |hey |hi |hello |so |and |ok )*(?:can you |could you |can i |could i |i want to |i would like to |i'd like to |let me |i need to |please )?(?:tell me |show me |show |give me |get me |get |send me |see |view |check |look up |display |list |know )?)";
const tailEn = '(?: please| now| today| right now| currently| at the moment| thanks| for me)*';
const tailFr = "(?: s'il vous plait| svp| stp| maintenant| merci| aujourd'hui)*";
const tailEs = '(?: por favor| ahora| gracias| hoy)*';
const some = '(?:my |the |any |all |all my )?';
const last =
  '(?:last |latest |recent |most recent |past |newest )?(?:(?<count>\\d{1,2}) )?(?:last |latest |recent |most recent |past )?';

export const freeRules: readonly FreeRule[] = [
  // People, before anything that a word in the sentence might trigger.
  rule(
    'agent',
    'en',
    '(?:please )?(?:stop|cancel|block|hold) (?:a |the |my |that )?(?:payment|check|cheque|transfer|deposit|card|debit)\\b.*',
  ),
  rule('agent', 'en', '.*\\b(?:stop|cancel) (?:a |the |my )?(?:payment|check|cheque)\\b.*'),
  rule(
    'agent',
    'fr',
    '.*\\b(?:opposition|opposer)\\b.*|.*\\b(?:annuler|arreter|bloquer) (?:un |le |mon |ma |la )?(?:cheque|paiement|carte)\\b.*',
  ),
  rule(
    'agent',
    'es',
    '.*\\b(?:cancelar|detener|bloquear|suspender|parar) (?:un |el |mi |la )?(?:cheque|pago|tarjeta)\\b.*',
  ),
  rule('agent', 'en', '.*\\b(?:transfer|connect|put|forward|switch) me (?:to|through|over)\\b.*'),
  rule(
    'agent',
    'en',
    `${ask}(?:i (?:want|need|would like|wanna) to |let me |can i |could i |may i )?(?:speak|talk|chat) (?:to|with) (?:a |an |the |some|someone|somebody|your )?.*(?:person|human|agent|representative|rep|someone|somebody|people|banker|teller|manager|associate|support|employee|service)\\b.*`,
  ),
  rule(
    'agent',
    'en',
    '(?:please )?(?:call me(?: back)?|have someone call me|i need (?:a )?(?:human|person|real person)|(?:get|give) me (?:a |an )?(?:human|person|agent|representative)|customer (?:service|support)|real person|live agent|is anyone there|anybody there)(?: please)?',
  ),
  rule(
    'agent',
    'fr',
    ".*\\b(?:parler|discuter|echanger) (?:a|avec) (?:un |une |quelqu'un|le |la |mon |ma )?.*(?:conseiller|conseillere|humain|personne|quelqu'un|agent|client)?.*",
  ),
  rule(
    'agent',
    'fr',
    "(?:appelez moi|rappelez moi|je veux (?:un|une) (?:conseiller|conseillere|personne|humain)|service client)(?: svp| s'il vous plait)?",
  ),
  rule(
    'agent',
    'es',
    '.*\\b(?:hablar|comunicarme|platicar) (?:con|a) (?:un |una |alguien|el |la |mi )?.*(?:agente|persona|alguien|representante|humano|asesor|asesora|servicio).*',
  ),
  rule(
    'agent',
    'es',
    '(?:llamenme|me pueden llamar|necesito (?:un|una) (?:agente|persona|asesor)|servicio al cliente|atencion al cliente)(?: por favor)?',
  ),

  rule(
    'dispute',
    'en',
    ".*\\b(?:was ?n'?o?t me|wasnt me|was not me|(?:not|never) me|i did ?n'?o?t (?:make|do|authorize|authorise|approve|buy|send|ask for) (?:this|that|it|these|those)|(?:do not|don'?t) recogni[sz]e (?:this|that|the|a|these)|unauthori[sz]ed (?:charge|transaction|transfer|payment|debit)s?|this is fraud|report fraud|i(?:'ve| have)? been (?:scammed|hacked|robbed))\\b.*",
  ),
  rule(
    'dispute',
    'fr',
    ".*\\b(?:ce n'(?:est|etait) pas moi|c'(?:est|etait) pas moi|pas moi qui|je n'ai pas (?:fait|autorise|effectue)|je ne reconnais pas|operation frauduleuse|signaler une fraude)\\b.*",
  ),
  rule(
    'dispute',
    'es',
    '.*\\b(?:no fui yo|yo no fui|no era yo|no lo hice|yo no (?:hice|autorice)|no (?:hice|autorice|reconozco) (?:esto|eso|ese|este|esa|esta|la|el)|cargo no autorizado|reportar (?:un )?fraude)\\b.*',
  ),

  rule(
    'stop',
    'en',
    "(?:please |pls |just |kindly )*(?:stop|quit|no more|don'?t|do not|cease|end|cancel)(?: sending| texting| messaging| contacting| bothering| with| all| send| text| message| contact)*(?: me| us)?(?: any| more| these| those| the| your| my| all| anymore| any more| with)*(?: texts?| texting| messages?| messaging| sms| alerts?| notifications?| dms?| subscription| service| anymore| any more)(?: me)?(?: anymore| any more| please| now| to me| to this number| thanks| thank you)*",
  ),
  rule(
    'stop',
    'en',
    '(?:please |pls |just )*(?:stop|quit) (?:texting|messaging|contacting|spamming|bothering|sending) (?:me|us|this)(?: anymore| any more| please| now| messages| texts)*',
  ),
  rule(
    'stop',
    'en',
    "(?:please |pls )*(?:unsubscribe|opt out|optout|opt-out|opt me out|remove me|take me off|i want (?:to )?(?:out|opt out|unsubscribe)|leave me alone|i (?:do not|don'?t) want (?:any more |these |your |any |more )*(?:texts|messages|sms|alerts))(?: me)?(?: from| of| this| your| the| list| texts?| messages?| sms| please| now| program| service| anymore| any more| all)*",
  ),
  rule(
    'stop',
    'fr',
    "(?:svp |s'il vous plait |merci de )*(?:(?:arretez|arreter|cessez|cesser|stop)(?: de| d'| les| ces| vos| tous| m'| me| tout)*(?: envoyer| ecrire| textoter| contacter)?(?: des| les| vos| ces| m'| de)*(?: messages?| sms| textos?| alertes?)?|(?:pas )?plus de (?:messages?|sms|textos?|alertes?)|(?:ne )?m'envoyez plus (?:rien|de messages?|de sms|de textos?)|je ne veux plus (?:de messages?|de sms|recevoir).*|(?:me )?desabonner|desinscrire|desabonnez moi|desinscrivez moi|me desinscrire)(?: svp| s'il vous plait| merci)*",
  ),
  rule(
    'stop',
    'es',
    '(?:por favor )*(?:no mas (?:mensajes|textos|sms|alertas)|(?:dejen|deje|deja|paren|pare|para) de (?:enviarme|mandarme|escribirme|enviar|mandar|escribir|molestar)(?:me)?(?: mensajes| textos| sms| alertas)*|no (?:me )?(?:envien|envie|manden|mande|escriban|escriba|envies|mandes)(?: mas)?(?: mensajes| textos| sms)*(?: mas)?|ya no quiero (?:mas )?(?:mensajes|textos|sms|recibir).*|no quiero (?:mas|recibir) (?:mas )?(?:mensajes|textos|sms).*|(?:darme|dame|denme|quiero darme) de baja|cancelar (?:los )?(?:mensajes|suscripcion|sms|textos)|alto|parar)(?: por favor| gracias)*',
  ),

  rule(
    'checks',
    'en',
    '(?:please )?(?:did|has|have|is|was|if|whether)? ?(?:my |the )?(?:check|cheque|chk)(?: number| no| num| #)? ?(?<number>\\d{3,6}) ?(?:has |have |been |was |is |already |yet )*(?:clear(?:ed)?|cash(?:ed)?|go(?:ne)? through|went through|post(?:ed)?|paid|process(?:ed)?|come through|came through)?(?: yet| already| now)?',
  ),
  rule(
    'checks',
    'en',
    `${ask}(?:the status of |status of |about |on |up on )?(?:my |the )?(?:check|cheque)(?: number| no| num)? ?(?<number>\\d{3,6})(?: status| cleared| clear| yet)*`,
  ),
  rule(
    'checks',
    'en',
    `${ask}(?:what |which )?${some}${last}(?:cleared |cashed )?(?:checks|cheques)(?: i wrote| i have written| (?:have |has )?cleared)?${inEn}${tailEn}`,
  ),
  rule(
    'checks',
    'fr',
    '(?:est ce que |est-ce que )?(?:le |mon )?cheque (?:numero |no |n° )?(?<number>\\d{3,6})(?: (?:est il |est-il |a t il ete |a-t-il ete |est |a ete |bien |deja )*(?:passe|encaisse|debite|compense|paye))?',
  ),
  rule(
    'checks',
    'fr',
    `(?:montrez moi |montre moi |voir |afficher )?(?:mes |les )?(?:(?<count>\\d{1,2}) )?derniers cheques${inFr}${tailFr}`,
  ),
  rule(
    'checks',
    'es',
    '(?:ya )?(?:se )?(?:cobro|pago|paso|proceso|acredito|cobraron)? ?(?:mi |el )?cheque (?:numero |no |num )?(?<number>\\d{3,6})(?: (?:ya |se |fue |ha sido |esta )*(?:cobro|cobrado|pagado|pago|paso|procesado))?',
  ),
  rule(
    'checks',
    'es',
    `(?:ver |mostrar |muestrame |muestreme )?(?:mis |los )?ultimos (?:(?<count>\\d{1,2}) )?cheques${inEs}${tailEs}`,
  ),

  rule(
    'holds',
    'en',
    `${ask}(?:are there |is there |do i have |what are |what is |what's |whats |why is there )?(?:a |any |my |the )*(?:open |current |pending )?(?:holds?|pending (?:transactions?|charges?|holds?|items?|payments?))${inEn}${tailEn}`,
  ),
  rule(
    'holds',
    'en',
    `(?:what'?s|what is|anything|show me what'?s|show what is) (?:pending|on hold|being held)${inEn}${tailEn}`,
  ),
  rule(
    'holds',
    'fr',
    `(?:y a t il |ai je |quelles sont |voir |montrez moi )?(?:des |mes |les )?(?:retenues?|operations en attente)${inFr}${tailFr}`,
  ),
  rule(
    'holds',
    'es',
    `(?:hay |tengo |cuales son |ver |mostrar )?(?:alguna |algunas |mis |las )?(?:retencion|retenciones|transacciones pendientes)${inEs}${tailEs}`,
  ),

  rule('deposits', 'en', `${ask}${some}${last}(?:direct )?deposits?${inEn}${tailEn}`),
  rule(
    'deposits',
    'en',
    `(?:did|has|have|when did|when will|is) (?:my |the )?(?:pay ?check|pay|direct deposit|deposit|payroll|salary)(?: already| been| been)* (?:come|arrive|arrived|post|posted|hit|clear|cleared|deposited|go|gone|come through|in)(?: in| through| yet| already| my account)*`,
  ),
  rule(
    'deposits',
    'fr',
    `(?:montrez moi |montre moi |voir |quels sont |afficher )?(?:mes |les )?(?:(?<count>\\d{1,2}) )?(?:derniers )?depots${inFr}${tailFr}`,
  ),
  rule(
    'deposits',
    'es',
    `(?:ver |mostrar |muestrame |muestreme |cuales son )?(?:mis |los )?(?:ultimos )?(?:(?<count>\\d{1,2}) )?(?:ultimos )?depositos${inEs}${tailEs}`,
  ),

  rule(
    'withdrawals',
    'en',
    `${ask}${some}${last}(?:atm )?(?:withdrawals?|withdraws|debits)${inEn}${tailEn}`,
  ),
  rule(
    'withdrawals',
    'fr',
    `(?:montrez moi |montre moi |voir |quels sont |afficher )?(?:mes |les )?(?:(?<count>\\d{1,2}) )?(?:derniers )?retraits${inFr}${tailFr}`,
  ),
  rule(
    'withdrawals',
    'es',
    `(?:ver |mostrar |muestrame |muestreme |cuales son )?(?:mis |los )?(?:ultimos )?(?:(?<count>\\d{1,2}) )?(?:ultimos )?retiros${inEs}${tailEs}`,
  ),

  rule(
    'history',
    'en',
    `${ask}${some}${last}(?:account )?(?:transactions?|activity|history|purchases|spending|statement|charges|transaction history|account history|account activity)${inEn}${tailEn}`,
  ),
  rule(
    'history',
    'en',
    `(?:what did i (?:spend|buy)|where did my money go|what have i (?:spent|bought))(?: recently| lately| today| yesterday)?`,
  ),
  rule(
    'history',
    'fr',
    `(?:montrez moi |montre moi |voir |quelles sont |quels sont |afficher )?(?:mes |les |l')?(?:(?<count>\\d{1,2}) )?(?:dernieres |derniers )?(?:operations|transactions|mouvements|historique|depenses)${inFr}${tailFr}`,
  ),
  rule(
    'history',
    'es',
    `(?:ver |mostrar |muestrame |muestreme |cuales son |ensename )?(?:mis |los |las |el )?(?:ultimos |ultimas )?(?:(?<count>\\d{1,2}) )?(?:ultimos |ultimas )?(?:movimientos|transacciones|operaciones|gastos|historial)${inEs}${tailEs}`,
  ),

  rule(
    'balance',
    'en',
    `${ask}(?:what is |what's |whats |what are |how is |how's )?${some}(?:current |available |account |bank |latest |present )*balances?${inEn}(?: is| are)?${tailEn}`,
  ),
  rule(
    'balance',
    'en',
    `(?:what is|what's|whats) (?:in |the balance (?:in|on|of) )(?:my )?${share}(?: account)?${tailEn}`,
  ),
  rule(
    'balance',
    'en',
    `(?:what is|what's|whats|show me|check)? ?my ${share} (?:account )?balance${tailEn}`,
  ),
  rule(
    'balance',
    'en',
    `${ask}(?:how much|hw much)(?: money| cash| funds)?(?: do i have| have i got| i have| is there| is| do we have| did i have| i got)?(?: left| available| remaining| to spend)*${inEn}${tailEn}`,
  ),
  rule(
    'balance',
    'fr',
    `(?:quel est |quels sont |donnez moi |donne moi |montrez moi |voir |je veux |je voudrais |connaitre |consulter )*(?:mon |le |mes |les )?soldes?(?: actuel| disponible| courant)?${inFr}${tailFr}`,
  ),
  rule(
    'balance',
    'fr',
    `(?:combien|il me reste combien|j'ai combien)(?: d'argent)?(?: ai je| ai-je| j'ai| me reste t il| me reste-t-il| il me reste| est ce que j'ai| est ce qu'il me reste| y a t il| reste t il)?(?: d'argent)?${inFr}${tailFr}`,
  ),
  rule(
    'balance',
    'es',
    `(?:cual es |cuales son |dame |deme |digame |dime |quiero |ver |saber |consultar |mostrar )*(?:mi |el |mis |los )?saldos?(?: actual| disponible)?${inEs}${tailEs}`,
  ),
  rule(
    'balance',
    'es',
    `cuanto (?:dinero |saldo )?(?:tengo|me queda|hay)(?: disponible| de dinero)?${inEs}${tailEs}`,
  ),

  rule(
    'accounts',
    'en',
    `${ask}(?:what |which |what are )?(?:my |all my )?accounts(?: do i have| are mine)?${tailEn}`,
  ),
  rule('accounts', 'fr', `(?:quels sont |voir |montrez moi )?(?:mes |les )comptes${tailFr}`),
  rule('accounts', 'es', `(?:cuales son |ver |mostrar )?(?:mis |las )cuentas${tailEs}`),
  rule(
    'limits',
    'en',
    `${ask}(?:what is |what's |what are |whats )?(?:my |the )(?:daily |transfer |transaction )*limits?${tailEn}`,
  ),
  rule(
    'code',
    'en',
    `(?:how (?:do|can) i |i want to |can i |please )?(?:change|reset|forgot|lost|what is|what's) (?:my |the )(?:security |authentication |6 character |message )?code${tailEn}`,
  ),
  rule(
    'lock',
    'en',
    '(?:please )?(?:lock|freeze|suspend) (?:my |the |this )?(?:account|accounts|access|service|everything)(?: now| please| immediately)*',
  ),
  rule(
    'lock',
    'fr',
    "(?:svp )?(?:bloquez|bloquer|verrouillez) (?:mon |mes |tout |le |l')?(?:compte|comptes|acces|service)?(?: svp| s'il vous plait| maintenant)*",
  ),
  rule(
    'lock',
    'es',
    '(?:por favor )?(?:bloqueen|bloquee|bloquear|bloquea) (?:mi |mis |todo |la |el )?(?:cuenta|cuentas|acceso|servicio)?(?: por favor| ya| ahora)*',
  ),
  rule(
    'contact',
    'en',
    `(?:what are your |what time do you |when do you |when are you |are you |where is (?:the |your )?(?:nearest |closest )?|where's (?:the |your )?(?:nearest |closest )?|what is your |what's your )(?:hours|opening hours|business hours|open|close|closed|branch|atm|phone number|number|address)(?: today| tomorrow| now| on saturday| on sunday| near me| located)*`,
  ),
  rule(
    'contact',
    'fr',
    "(?:quels sont (?:vos|les) horaires|a quelle heure (?:ouvrez|fermez) vous|quel est (?:votre|le) numero(?: de telephone)?|ou est (?:la |l')?(?:agence|distributeur).*)",
  ),
  rule(
    'contact',
    'es',
    '(?:cual es (?:su|el) (?:horario|telefono|numero)(?: de telefono)?|a que hora (?:abren|cierran)|donde (?:esta|queda) (?:la |el )?(?:sucursal|cajero).*)',
  ),
  rule(
    'help',
    'en',
    '(?:what can (?:i|you) (?:do|say|ask|type)(?: here)?|how does (?:this|it) work|what are (?:the|your) commands|help me(?: please)?|i need help|can you help(?: me)?|show (?:me )?(?:the )?commands)',
  ),
  rule(
    'help',
    'fr',
    "(?:que puis je (?:faire|demander)|comment ca marche|aidez moi|j'ai besoin d'aide|quelles sont les commandes)",
  ),
  rule(
    'help',
    'es',
    '(?:que puedo (?:hacer|pedir)|como funciona(?: esto)?|ayudame|ayudeme|necesito ayuda|cuales son los comandos)',
  ),
];
